import * as Y from 'yjs'
import { isUnitKind, isUnitState } from '../schema/kind.ts'
import { SCHEMA_VERSION, schema } from '../schema/schema.ts'
import { attributesOf, deltaOf, ELEMENT_NAMES, footnoteIn } from './body.ts'
import {
  BIRTH,
  BIRTH_REGISTERS,
  birthOf,
  bodyFragment,
  headingText,
  META_KEYS,
  metaOf,
  registerOf,
  UNIT_KEYS,
  type UnitMap,
  unitMaps,
} from './shape.ts'

/**
 * Why this program may show a draft but not edit it, in one sentence; `null` if it may. A draft made
 * by a newer program holds what we would lose by rewriting it, so we write nothing at all.
 */
export function draftFault(draft: Y.Doc | Uint8Array): string | null {
  if (!(draft instanceof Uint8Array)) return faultOfDoc(draft)
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, draft)
    return faultOfDoc(doc)
  } catch {
    return 'The draft cannot be read: its stored bytes are damaged.'
  } finally {
    doc.destroy()
  }
}

export function faultOfDoc(doc: Y.Doc): string | null {
  const told = faultOfStore(doc) ?? faultOfMeta(metaOf(doc))
  if (told) return told
  for (const unit of unitMaps(doc).values()) {
    const inUnit = faultOfUnit(unit)
    if (inUnit) return inUnit
  }
  return null
}

/** Whether changes wait for others that never came. */
export function faultOfStore({ store: { pendingStructs, pendingDs } }: Y.Doc): string | null {
  return pendingStructs === null && pendingDs === null
    ? null
    : 'The draft is incomplete: earlier changes that it builds on are missing.'
}

export function faultOfMeta(meta: Y.Map<unknown>): string | null {
  const version = meta.get('schemaVersion')
  if (typeof version !== 'number') return 'This is not a draft of an act: it names no version.'
  if (version > SCHEMA_VERSION) {
    return `The draft was made by a newer program (document version ${version}, this program knows ${SCHEMA_VERSION}); update to edit it.`
  }
  const key = [...meta.keys()].find((name) => !META_KEYS.has(name))
  return key === undefined ? null : newer(`the property “${key}”`)
}

export function faultOfUnit(unit: unknown): string | null {
  if (!(unit instanceof Y.Map)) return newer('a unit of another form')
  return faultOfRegisters(unit) ?? faultOfText(unit)
}

/**
 * A fault in what a unit is, apart from its text. A register without value is none: replicas that
 * hear of changes in another order lack one for a while.
 */
export function faultOfRegisters(unit: UnitMap): string | null {
  const birth = birthOf(unit)
  if (unit.has(BIRTH) && Object.keys(birth).length === 0) return newer('a unit of another form')
  const key =
    [...unit.keys()].find((name) => !UNIT_KEYS.has(name)) ??
    Object.keys(birth).find((name) => !BIRTH_REGISTERS.has(name))
  if (key !== undefined) return newer(`the property “${key}” of a unit`)
  const kind = registerOf(unit, 'kind', birth)
  if (kind !== undefined && !isUnitKind(kind)) return newer(`the kind of unit “${String(kind)}”`)
  const state = registerOf(unit, 'state', birth)
  if (state !== undefined && !isUnitState(state)) return newer(`the unit state “${String(state)}”`)
  return null
}

/** A fault in the heading or the blocks of a unit. */
export function faultOfText(unit: UnitMap): string | null {
  const heading = headingText(unit)
  const body = bodyFragment(unit)
  if (!heading || !body) return newer('a unit whose text has another form')
  return faultOfWords(heading) ?? faultOfChildren(body)
}

const ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  block: new Set(['live', 'as', 'source']),
  table: new Set(['live', 'source']),
  row: new Set(['live']),
  cell: new Set(['live', 'as', 'colspan', 'rowspan', 'colwidth']),
  unknown: new Set(['live', 'source']),
}

/** What may stand in what; a body is named by the empty word. */
const HOLDS: Readonly<Record<string, ReadonlySet<string>>> = {
  '': new Set(['block', 'table', 'unknown']),
  table: new Set(['row']),
  row: new Set(['cell']),
  cell: new Set(['block', 'table', 'unknown']),
}

function faultOfElement(element: Y.XmlElement): string | null {
  const { nodeName } = element
  if (!ELEMENT_NAMES.has(nodeName)) return newer(`the element “${nodeName}”`)
  const attributes = attributesOf(element)
  const extra = Object.keys(attributes).find((name) => !ATTRIBUTES[nodeName]?.has(name))
  if (extra !== undefined) return newer(`the attribute “${extra}”`)
  const as = attributes['as']
  if (as !== undefined && as !== (nodeName === 'cell' ? 'header' : 'note')) {
    return newer(`the paragraph style “${String(as)}”`)
  }
  return faultOfChildren(element)
}

function faultOfChildren(container: Y.XmlFragment): string | null {
  const name = container instanceof Y.XmlElement ? container.nodeName : ''
  for (const child of container.toArray()) {
    if (child instanceof Y.XmlText && name === 'block') {
      const fault = faultOfWords(child)
      if (fault) return fault
    } else if (child instanceof Y.XmlElement && HOLDS[name]?.has(child.nodeName)) {
      const fault = faultOfElement(child)
      if (fault) return fault
    } else if (child instanceof Y.XmlElement) {
      return newer(`the element “${child.nodeName}” in ${name === '' ? 'a unit' : `“${name}”`}`)
    } else return newer('text outside a paragraph')
  }
  return null
}

function faultOfWords(text: Y.XmlText): string | null {
  for (const { insert, attributes } of deltaOf(text)) {
    const mark = Object.keys(attributes ?? {}).find((name) => schema.marks[name] === undefined)
    if (mark !== undefined) return newer(`the mark “${mark}”`)
    if (typeof insert !== 'string' && !isKnownEmbed(insert)) return newer('an object in the text')
  }
  const extra = Object.keys(text.getAttributes())[0]
  return extra === undefined ? null : newer(`the attribute “${extra}”`)
}

function isKnownEmbed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'break' in value || footnoteIn(value) !== undefined
}

function newer(what: string): string {
  return `The draft holds ${what}, which this program does not know; update to edit it.`
}
