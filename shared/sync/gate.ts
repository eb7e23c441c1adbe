import * as Y from 'yjs'
import { type Problem, problem } from '../base/problem.ts'
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
 * Why this program may show a draft but not edit it; `null` if it may. A draft made
 * by a newer program holds what we would lose by rewriting it, so we write nothing at all.
 */
export function draftFault(draft: Y.Doc | Uint8Array): Problem | null {
  if (!(draft instanceof Uint8Array)) return faultOfDoc(draft)
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, draft)
    return faultOfDoc(doc)
  } catch {
    return problem('draft/damaged')
  } finally {
    doc.destroy()
  }
}

export function faultOfDoc(doc: Y.Doc): Problem | null {
  const told = faultOfStore(doc) ?? faultOfMeta(metaOf(doc))
  if (told) return told
  for (const unit of unitMaps(doc).values()) {
    const inUnit = faultOfUnit(unit)
    if (inUnit) return inUnit
  }
  return null
}

/** Whether changes wait for others that never came. */
export function faultOfStore({ store: { pendingStructs, pendingDs } }: Y.Doc): Problem | null {
  return pendingStructs === null && pendingDs === null ? null : problem('draft/incomplete')
}

export function faultOfMeta(meta: Y.Map<unknown>): Problem | null {
  const version = meta.get('schemaVersion')
  if (typeof version !== 'number') return problem('draft/no-version')
  if (version > SCHEMA_VERSION) {
    return problem('draft/newer', { version, known: SCHEMA_VERSION })
  }
  const key = [...meta.keys()].find((name) => !META_KEYS.has(name))
  return key === undefined ? null : problem('draft/newer:property', { name: key })
}

export function faultOfUnit(unit: unknown): Problem | null {
  if (!(unit instanceof Y.Map)) return problem('draft/newer:unit-form')
  return faultOfRegisters(unit) ?? faultOfText(unit)
}

/**
 * A fault in what a unit is, apart from its text. A register without value is none: replicas that
 * hear of changes in another order lack one for a while.
 */
export function faultOfRegisters(unit: UnitMap): Problem | null {
  const birth = birthOf(unit)
  if (unit.has(BIRTH) && Object.keys(birth).length === 0) return problem('draft/newer:unit-form')
  const key =
    [...unit.keys()].find((name) => !UNIT_KEYS.has(name)) ??
    Object.keys(birth).find((name) => !BIRTH_REGISTERS.has(name))
  if (key !== undefined) return problem('draft/newer:unit-property', { name: key })
  const kind = registerOf(unit, 'kind', birth)
  if (kind !== undefined && !isUnitKind(kind))
    return problem('draft/newer:unit-kind', { name: String(kind) })
  const state = registerOf(unit, 'state', birth)
  if (state !== undefined && !isUnitState(state))
    return problem('draft/newer:unit-state', { name: String(state) })
  return null
}

/** A fault in the heading or the blocks of a unit. */
export function faultOfText(unit: UnitMap): Problem | null {
  const heading = headingText(unit)
  const body = bodyFragment(unit)
  if (!heading || !body) return problem('draft/newer:unit-text')
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

function faultOfElement(element: Y.XmlElement): Problem | null {
  const { nodeName } = element
  if (!ELEMENT_NAMES.has(nodeName)) return problem('draft/newer:element', { name: nodeName })
  const attributes = attributesOf(element)
  const extra = Object.keys(attributes).find((name) => !ATTRIBUTES[nodeName]?.has(name))
  if (extra !== undefined) return problem('draft/newer:attribute', { name: extra })
  const as = attributes['as']
  if (as !== undefined && as !== (nodeName === 'cell' ? 'header' : 'note')) {
    return problem('draft/newer:style', { name: String(as) })
  }
  return faultOfChildren(element)
}

function faultOfChildren(container: Y.XmlFragment): Problem | null {
  const name = container instanceof Y.XmlElement ? container.nodeName : ''
  for (const child of container.toArray()) {
    if (child instanceof Y.XmlText && name === 'block') {
      const fault = faultOfWords(child)
      if (fault) return fault
    } else if (child instanceof Y.XmlElement && HOLDS[name]?.has(child.nodeName)) {
      const fault = faultOfElement(child)
      if (fault) return fault
    } else if (child instanceof Y.XmlElement) {
      const { nodeName } = child
      return name === ''
        ? problem('draft/newer:element-in-unit', { name: nodeName })
        : problem('draft/newer:element-in', { name: nodeName, holder: name })
    } else return problem('draft/newer:stray-text')
  }
  return null
}

function faultOfWords(text: Y.XmlText): Problem | null {
  for (const { insert, attributes } of deltaOf(text)) {
    const mark = Object.keys(attributes ?? {}).find((name) => schema.marks[name] === undefined)
    if (mark !== undefined) return problem('draft/newer:mark', { name: mark })
    if (typeof insert !== 'string' && !isKnownEmbed(insert)) return problem('draft/newer:object')
  }
  const extra = Object.keys(text.getAttributes())[0]
  return extra === undefined ? null : problem('draft/newer:attribute', { name: extra })
}

function isKnownEmbed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'break' in value || footnoteIn(value) !== undefined
}
