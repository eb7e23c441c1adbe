import { isUnitKind, isUnitState, type UnitKind, type UnitState } from '../schema/kind.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import { kindOfElement } from './names.ts'
import { readNum } from './num.ts'

/** What the start tag and number of a unit's element say of it. */
export interface UnitFacts {
  readonly kind: UnitKind
  readonly label: string | null
  readonly num: string | null
  readonly state: UnitState
}

export interface UnitMarkup {
  readonly local: string
  readonly attributes: Readonly<Record<string, string>>
  /** The words of `num`; absent without one. */
  readonly num: string | undefined
  /** Kind of the nearest unit around that has an element. */
  readonly around: UnitKind | undefined
}

export function factsOf(markup: UnitMarkup, profile: Profile): UnitFacts {
  const { attributes, num = '' } = markup
  const kind = ownKind(attributes) ?? kindOf(markup, profile)
  const read = readNum(num, kind, profile)
  const unset = (attributes['bapta:unset'] ?? '').split(' ')
  const state = attributes['bapta:state']
  return {
    kind,
    label: unset.includes('label') ? null : (attributes['bapta:label'] ?? read.label),
    num: unset.includes('num') ? null : (attributes['bapta:num'] ?? read.num),
    state: isUnitState(state) ? state : attributes['status'] === 'removed' ? 'repealed' : 'inForce',
  }
}

/** Whether a unit of this kind may have been read from that element, wherever it stands now. */
export function mayBeOf(kind: UnitKind, { local, attributes }: UnitMarkup): boolean {
  const own = ownKind(attributes)
  if (own) return own === kind
  if (local === 'item') return ITEMS.has(kind)
  return kind === (named({ local, attributes }) ?? kindOfElement(local))
}

function ownKind(attributes: UnitMarkup['attributes']): UnitKind | undefined {
  const kind = attributes['bapta:kind']
  return isUnitKind(kind) ? kind : undefined
}

function kindOf(markup: UnitMarkup, profile: Profile): UnitKind {
  if (markup.local === 'item') return itemKind(markup.around, profile)
  return named(markup) ?? kindOfElement(markup.local) ?? 'paragraph'
}

/** `hcontainer` is told by its name. */
function named({ local, attributes }: Pick<UnitMarkup, 'local' | 'attributes'>) {
  return local === 'hcontainer' ? kindOfElement(attributes['name'] ?? '') : undefined
}

const ITEMS: ReadonlySet<UnitKind> = new Set(['point', 'paragraph', 'subparagraph', 'alinea'])

/** Items of lists are the tradition's points; without points, what stands below the unit around. */
function itemKind(around: UnitKind | undefined, profile: Profile): UnitKind {
  if (styleOf(profile, 'point')) return 'point'
  if (around === 'paragraph') return 'subparagraph'
  return around === 'subparagraph' || around === 'alinea' ? 'alinea' : 'paragraph'
}
