import type { Fragment, Node, NodeType } from 'prosemirror-model'
import { isUnitKind, isUnitState, type UnitKind, type UnitState } from './kind.ts'
import { schema } from './schema.ts'

/** Permanent identity of a unit: opaque, never reused, never shown. */
export type UnitId = string & { readonly __brand: 'UnitId' }

export function unitId(value: string): UnitId {
  return value as UnitId
}

/** A ProseMirror node of type `act`: the whole text of one act in one language at one time. */
export type Act = Node

/** A ProseMirror node of type `unit`. */
export type Unit = Node

export type Language = 'ru' | 'kk' | 'en'

export function isLanguage(value: unknown): value is Language {
  return value === 'ru' || value === 'kk' || value === 'en'
}

export interface ActAttrs {
  readonly id: string
  readonly language: Language
  readonly tradition: string
  readonly profile: string
  /** Metadata and frame as read from a foreign format. */
  readonly source?: string
}

export interface UnitAttrs {
  readonly id: UnitId
  readonly kind: UnitKind
  /** The bare number that law cites, without words or punctuation: `44-1`. */
  readonly label: string | null
  /** The number as printed, where the profile would print another. */
  readonly num: string | null
  readonly state: UnitState
  /** The unit's own frame as read from a foreign format. */
  readonly source: string | null
}

export function actAttrs(act: Act): ActAttrs {
  const { id, language, tradition, profile, source } = act.attrs
  return {
    id: String(id),
    language: isLanguage(language) ? language : 'en',
    tradition: String(tradition),
    profile: String(profile),
    ...(typeof source === 'string' ? { source } : {}),
  }
}

/** The unit's attributes; a kind or state of a newer program reads as the nearest that we know. */
export function unitAttrs(unit: Unit): UnitAttrs {
  const { id, kind, label, num, state, source } = unit.attrs
  return {
    id: unitId(String(id)),
    kind: isUnitKind(kind) ? kind : 'paragraph',
    label: typeof label === 'string' ? label : null,
    num: typeof num === 'string' ? num : null,
    state: isUnitState(state) ? state : 'inForce',
    source: typeof source === 'string' ? source : null,
  }
}

export interface UnitContent {
  readonly heading?: Fragment | readonly Node[] | string | undefined
  readonly body?: readonly Node[] | undefined
  readonly units?: readonly Unit[] | undefined
}

export type NewUnit = Pick<UnitAttrs, 'id' | 'kind'> & Partial<UnitAttrs>

export function makeUnit(attrs: NewUnit, content: UnitContent = {}): Unit {
  const { heading, body = [], units = [] } = content
  const headed =
    heading === undefined
      ? []
      : [schema.nodes.heading.create(null, typeof heading === 'string' ? text(heading) : heading)]
  return schema.nodes.unit.create({ ...attrs }, [...headed, ...body, ...units])
}

export function makeAct(attrs: ActAttrs, units: readonly Unit[]): Act {
  return schema.nodes.act.create({ ...attrs }, units)
}

export function makeParagraph(words: string): Node {
  return schema.nodes.paragraph.create(null, text(words))
}

function text(words: string): readonly Node[] {
  return words === '' ? [] : [schema.text(words)]
}

export function isUnit(node: Node): boolean {
  return node.type === schema.nodes.unit
}

export function headingOf(unit: Unit): Node | undefined {
  const first = unit.firstChild
  return first?.type === schema.nodes.heading ? first : undefined
}

const BLOCKS: ReadonlySet<NodeType> = new Set(
  Object.values(schema.nodes).filter((type) => type.isBlock && type.isInGroup('block')),
)

/** The unit's own blocks: its text without heading and without the units in it. */
export function bodyOf(unit: Unit): readonly Node[] {
  return unit.children.filter((child) => BLOCKS.has(child.type))
}

export function unitsOf(parent: Act | Unit): readonly Unit[] {
  return parent.children.some(isUnit) ? parent.children.filter(isUnit) : NO_UNITS
}

/** Most units hold no others. */
const NO_UNITS: readonly Unit[] = []

/** The title of the act: the heading of its preface. */
export function titleOf(act: Act): string {
  const preface = unitsOf(act).find((unit) => unit.attrs['kind'] === 'preface')
  return preface ? (headingOf(preface)?.textContent ?? '') : ''
}

/** Visits every unit in document order; `parents` runs from the outermost unit to the nearest. */
export function walkUnits(
  act: Act | Unit,
  visit: (unit: Unit, parents: readonly Unit[]) => void,
  parents: readonly Unit[] = isUnit(act) ? [act] : [],
): void {
  for (const child of act.children) {
    if (!isUnit(child)) continue
    visit(child, parents)
    if (child.lastChild && isUnit(child.lastChild)) walkUnits(child, visit, [...parents, child])
  }
}
