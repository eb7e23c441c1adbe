import type { UnitRedline } from '../../diff/redline.ts'
import { bodyOf, headingOf, type Unit } from '../../schema/act.ts'
import { blockText } from '../../structure/canonical-text.ts'
import { type Hunk, hunksIn, lineOf } from './hunks.ts'

/** A unit that was divided, or that took in another. */
export interface SplitOrJoin {
  readonly kind: 'split' | 'join'
  /** The unit that stands in both texts. */
  readonly unit: UnitRedline
  /** The unit that its words went to, or came from. */
  readonly other: UnitRedline
  /** What else changed in the words of `unit`. */
  readonly hunks: readonly Hunk[]
}

/**
 * The splits and joins among siblings: the words that a unit lost at its end are those of the new unit
 * behind it, or the words that it got at its end are those of the unit that went behind it.
 */
export function splitsAndJoins(units: readonly UnitRedline[]): readonly SplitOrJoin[] {
  return units.flatMap((unit, index): readonly SplitOrJoin[] => {
    if (unit.kind !== 'changed') return []
    const behind = units.slice(index + 1)
    const next = behind.find(({ kind }) => kind !== 'deleted' && kind !== 'movedFrom')
    const gone = behind.find(({ kind }) => kind !== 'inserted' && kind !== 'movedTo')
    const inner = unit.units.find(({ kind }) => kind !== 'inserted' && kind !== 'movedTo')
    const joins = [gone, inner].map((one) =>
      one?.kind === 'deleted' ? joinOf(unit, one) : undefined,
    )
    const split = next?.kind === 'inserted' ? splitInto(unit, next) : undefined
    return [split, ...joins].flatMap((one) => one ?? []).slice(0, 1)
  })
}

function splitInto(unit: UnitRedline, other: UnitRedline): SplitOrJoin | undefined {
  const words = other.unitB ? bodyWords(other.unitB) : ''
  const hunks = withoutEnd(hunksIn(unit), words, 'old')
  return hunks && { kind: 'split', unit, other, hunks }
}

/** A heading of what went may have become a line, or have gone. */
function joinOf(unit: UnitRedline, other: UnitRedline): SplitOrJoin | undefined {
  const { unitA } = other
  if (!unitA) return undefined
  const all = hunksIn(unit)
  const heading = headingOf(unitA)
  const body = bodyWords(unitA)
  const headed = heading ? lineOf(`${blockText(heading)} ${body}`) : body
  const hunks = withoutEnd(all, headed, 'new') ?? withoutEnd(all, body, 'new')
  return hunks && { kind: 'join', unit, other, hunks }
}

function bodyWords(unit: Unit): string {
  return lineOf(bodyOf(unit).map(blockText).join(' '))
}

/** The hunks before those at the end that only take or give these words; `undefined` if none do. */
function withoutEnd(
  hunks: readonly Hunk[],
  words: string,
  side: keyof Hunk,
): readonly Hunk[] | undefined {
  const other = side === 'old' ? 'new' : 'old'
  let end = ''
  for (let from = hunks.length - 1; from >= 0 && words !== ''; from--) {
    const hunk = hunks[from]
    if (!hunk || lineOf(hunk[other]) !== '') return undefined
    end = lineOf(`${hunk[side]} ${end}`)
    if (end === words) return hunks.slice(0, from)
    if (end.length > words.length) return undefined
  }
  return undefined
}
