import * as Y from 'yjs'
import { type UnitId, unitId } from '../schema/act.ts'

/**
 * The shared document of a draft: `meta` (act attributes, schemaVersion), `units` (id → registers and
 * text of a unit) and `journal` (who did which structural command).
 *
 * A unit holds `birth`, `live`, `heading: Y.XmlText` and `body: Y.XmlFragment`. What it was made with
 * ({@link BIRTH_REGISTERS}) stands in `birth` as one value; a register that was set since stands beside
 * it under its own name and counts. `joinedInto` is there once it was joined; `source` and
 * `headingSource` where it was read from foreign markup. Types in it are made once, with the unit, and
 * never deleted: removal takes `live` away, so words that somebody types meanwhile are always kept.
 * Drafts of version 2 and before have no `birth`, and each register from the first.
 */
export type UnitMap = Y.Map<unknown>

/** What stands in `live` of a removed unit; `true` there means that the unit stands. */
export interface Tombstone {
  /** The unit whose removal took this one with it: itself, or one around it. */
  readonly root: UnitId
  /** {@link digest} of the words at the time: other words now were typed by somebody unaware. */
  readonly words: string
  readonly parent: UnitId | null
}

/** The registers of one unit, decoded; unknown values read as the nearest known. */
export interface UnitRecord {
  readonly id: UnitId
  readonly kind: string
  readonly parent: UnitId | null
  /** Fractional index among the units of the same parent; equal ones are ordered by id. */
  readonly order: string
  readonly label: string | null
  readonly num: string | null
  readonly state: string
  readonly live: boolean
  readonly tombstone: Tombstone | null
  readonly joinedInto: UnitId | null
  readonly titled: boolean
  readonly source: string | null
  readonly headingSource: string | null
}

/** The value under which a unit keeps what it was made with: never set again, and undo never takes it. */
export const BIRTH = 'birth'

/** Registers that every unit has from its making. */
export const BIRTH_REGISTERS: ReadonlySet<string> = new Set([
  'kind',
  'parent',
  'order',
  'label',
  'num',
  'state',
  'titled',
])

export const UNIT_KEYS: ReadonlySet<string> = new Set([
  BIRTH,
  ...BIRTH_REGISTERS,
  'live',
  'joinedInto',
  'source',
  'headingSource',
  'heading',
  'body',
])

export const META_KEYS: ReadonlySet<string> = new Set([
  'schemaVersion',
  'actId',
  'language',
  'tradition',
  'profile',
  'source',
])

export function metaOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta')
}

export function unitMaps(doc: Y.Doc): Y.Map<UnitMap> {
  return doc.getMap('units')
}

export function journalOf(doc: Y.Doc): Y.Array<unknown> {
  return doc.getArray('journal')
}

/** What a unit was made with, as one text: the strings of an object would be decoded one by one. */
export function birthText(registers: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(registers)
}

/** What a unit was made with, by register; nothing in a draft of version 2 or before, or where it cannot be read. */
export function birthOf(unit: UnitMap): Readonly<Record<string, unknown>> {
  const birth = unit.get(BIRTH)
  try {
    const registers: unknown = typeof birth === 'string' ? JSON.parse(birth) : null
    return typeof registers === 'object' && registers !== null ? { ...registers } : {}
  } catch {
    return {}
  }
}

/** The value of a register as it stands: set since, or from the making. */
export function registerOf(unit: UnitMap, register: string, birth = birthOf(unit)): unknown {
  const value = unit.get(register)
  return value === undefined ? birth[register] : value
}

export function recordOf(id: string, unit: UnitMap): UnitRecord {
  const birth = birthOf(unit)
  const value = (register: string) => registerOf(unit, register, birth)
  const live = unit.get('live')
  return {
    id: unitId(id),
    kind: text(value('kind')) ?? 'paragraph',
    parent: idOrNull(value('parent')),
    order: text(value('order')) ?? '',
    label: text(value('label')),
    num: text(value('num')),
    state: text(value('state')) ?? 'inForce',
    live: live === true,
    tombstone: tombstoneOf(live),
    joinedInto: idOrNull(unit.get('joinedInto')),
    titled: value('titled') === true,
    source: text(unit.get('source')),
    headingSource: text(unit.get('headingSource')),
  }
}

export function headingText(unit: UnitMap): Y.XmlText | undefined {
  const heading = unit.get('heading')
  return heading instanceof Y.XmlText ? heading : undefined
}

export function bodyFragment(unit: UnitMap): Y.XmlFragment | undefined {
  const body = unit.get('body')
  return body instanceof Y.XmlFragment && !(body instanceof Y.XmlElement) ? body : undefined
}

/** FNV-1a of the words, 32 bits in hexadecimal: tells words from other words, and hides nothing. */
export function digest(words: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) {
    hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

function tombstoneOf(live: unknown): Tombstone | null {
  if (typeof live !== 'object' || live === null) return null
  const { root, words, parent } = live as Record<string, unknown>
  return { root: unitId(text(root) ?? ''), words: text(words) ?? '', parent: idOrNull(parent) }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function idOrNull(value: unknown): UnitId | null {
  return typeof value === 'string' ? unitId(value) : null
}
