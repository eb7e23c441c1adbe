import type { BlockRedline, Redline, UnitRedline } from '#shared/diff/redline.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '#shared/schema/act.ts'
import { blockText } from '#shared/structure/canonical-text.ts'
import type { Place, UnitEdit } from '#shared/structure/edit.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { placeWords } from '../../editor/queries/place-words.ts'

export type ChangeSort = 'words' | 'inserted' | 'removed' | 'moved' | 'renumbered'

export interface ChangedWords {
  readonly kind: 'kept' | 'inserted' | 'deleted'
  readonly text: string
}

/** One change of the draft against the base, as its card shows it. */
export interface ChangeCard {
  /** The same for the same change of the same unit, however often it is worked out. */
  readonly id: string
  readonly sort: ChangeSort
  readonly unit: UnitId
  /** The unit a jump leads to: for a removed one, the unit it stood in or behind. */
  readonly jump: UnitId | undefined
  readonly place: string
  readonly words: readonly ChangedWords[]
  readonly redline: UnitRedline
}

export type ChangeCounts = Readonly<Record<ChangeSort, number>>

export function countChanges(cards: readonly ChangeCard[]): ChangeCounts {
  const counts = { words: 0, inserted: 0, removed: 0, moved: 0, renumbered: 0 }
  for (const { sort } of cards) counts[sort] += 1
  return counts
}

/** The changes in the order of the draft; an inserted or removed unit is one change with all in it. */
export function changeCards(act: Act, redline: Redline): readonly ChangeCard[] {
  const profile = profileOf(act)
  const cards: ChangeCard[] = []
  visit(redline.units, [], undefined)
  return cards

  function visit(
    units: readonly UnitRedline[],
    path: readonly Unit[],
    parent: UnitId | undefined,
  ): void {
    let near = parent
    for (const redlined of units) {
      const unit = redlined.unitB ?? redlined.unitA
      if (!unit || redlined.kind === 'movedFrom') continue
      const here = [...path, unit]
      const { id } = unitAttrs(unit)
      const sort = sortOf(redlined)
      const jump = redlined.kind === 'deleted' ? near : id
      if (sort) {
        const place = placeWords(profile, here)
        const words = wordsOf(redlined)
        cards.push({ id: `${sort} ${id}`, sort, unit: id, jump, place, words, redline: redlined })
      }
      if (redlined.kind !== 'deleted') near = id
      if (sort !== 'inserted' && sort !== 'removed') visit(redlined.units, here, id)
    }
  }
}

function sortOf({ kind, numA, numB, heading, body }: UnitRedline): ChangeSort | undefined {
  switch (kind) {
    case 'kept':
    case 'movedFrom':
      return undefined
    case 'inserted':
      return 'inserted'
    case 'deleted':
      return 'removed'
    case 'movedTo':
      return 'moved'
    case 'changed': {
      const isReworded = [...(heading ? [heading] : []), ...body].some((b) => b.kind !== 'kept')
      return !isReworded && numA !== numB ? 'renumbered' : 'words'
    }
  }
}

/** Characters of unchanged words shown on each side of a change, and of all words of a card. */
const CONTEXT = 36
const MOST_SHOWN = 420

function wordsOf(redlined: UnitRedline): readonly ChangedWords[] {
  const { heading, body, kind } = redlined
  if (kind === 'inserted' || kind === 'deleted') {
    const text = allWords(redlined.unitB ?? redlined.unitA)
    return [{ kind, text: text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text }]
  }
  const words = [...(heading ? [heading] : []), ...body].flatMap(blockWords)
  return shortened(words.length === 0 ? firstWords(redlined) : words)
}

function firstWords({ unitB }: UnitRedline): readonly ChangedWords[] {
  return [{ kind: 'kept', text: allWords(unitB).slice(0, 2 * CONTEXT) }]
}

function allWords(unit: Unit | undefined): string {
  return unit ? unit.textBetween(0, unit.content.size, ' ', ' ').trim() : ''
}

function blockWords(block: BlockRedline): readonly ChangedWords[] {
  switch (block.kind) {
    case 'kept':
      return []
    case 'inserted':
      return [{ kind: 'inserted', text: blockText(block.blockB) }]
    case 'deleted':
      return [{ kind: 'deleted', text: blockText(block.blockA) }]
    case 'words':
      return block.segments.map(({ kind, content }) => ({
        kind,
        text: content.textBetween(0, content.size, ' ', ' '),
      }))
    case 'table':
      return block.rows.flatMap(({ rowA, rowB, cells, kind }): readonly ChangedWords[] => {
        if (kind === 'kept') return []
        if (kind === 'changed') return cells.flatMap((cell) => cell.flatMap(blockWords))
        return [{ kind, text: allWords(rowB ?? rowA) }]
      })
  }
}

/** Unchanged words are shown only next to a change. */
function shortened(words: readonly ChangedWords[]): readonly ChangedWords[] {
  return words.map((word, index) => {
    const { kind, text } = word
    const isFirst = index === 0
    const isLast = index === words.length - 1
    const room = CONTEXT * (isFirst || isLast ? 1 : 2)
    if (kind !== 'kept' || text.length <= room) return word
    if (isFirst && isLast) return { kind, text: `${text.slice(0, 2 * CONTEXT)}…` }
    if (isFirst) return { kind, text: `…${text.slice(-CONTEXT)}` }
    if (isLast) return { kind, text: `${text.slice(0, CONTEXT)}…` }
    return { kind, text: `${text.slice(0, CONTEXT)} … ${text.slice(-CONTEXT)}` }
  })
}

/** The edits that make the unit read and stand as in the base again. */
export function revertEdits(card: ChangeCard, base: Act): readonly UnitEdit[] {
  const { unit, redline } = card
  const { unitA, unitB } = redline
  if (card.sort === 'inserted') return [{ kind: 'remove', unit }]
  if (card.sort === 'removed') return [{ kind: 'restore', unit }]
  if (!unitA || !unitB) return []
  const a = unitAttrs(unitA)
  const b = unitAttrs(unitB)
  const to = card.sort === 'moved' ? placeIn(base, unit) : undefined
  return [
    ...(to ? [{ kind: 'move', unit, to } as const] : []),
    ...(a.kind === b.kind ? [] : [{ kind: 'setKind', unit, to: a.kind } as const]),
    ...(a.label === b.label && a.num === b.num
      ? []
      : [{ kind: 'setLabel', unit, label: a.label, num: a.num } as const]),
    ...(a.state === b.state ? [] : [{ kind: 'setState', unit, state: a.state } as const]),
    { kind: 'setText', unit, heading: headingOf(unitA) ?? null, body: bodyOf(unitA) },
  ]
}

function placeIn(
  holder: Act | Unit,
  unit: UnitId,
  parent: UnitId | null = null,
): Place | undefined {
  let after: UnitId | null = null
  for (const child of unitsOf(holder)) {
    const { id } = unitAttrs(child)
    if (id === unit) return { parent, after }
    const inside = placeIn(child, unit, id)
    if (inside) return inside
    after = id
  }
  return undefined
}
