import { placeInText } from '#shared/diff/place-in-text.ts'
import type { ActRedline, UnitRedline } from '#shared/diff/redline.ts'
import type { PageBlock } from '#shared/export/page/page.ts'
import { type PageUnit, pageUnits } from '#shared/export/page/unit-page.ts'
import { type UnitId, unitAttrs } from '#shared/schema/act.ts'
import type { ChangeKind } from '#shared/structure/change-kind.ts'
import { EVERY_MARK, type MarksChange } from '../panels/changes/marked.ts'
import { type IsMarked, isMarkedBlock, sideBlock } from './side-block.ts'

/** What stands beside each other: the same block of both texts, or one that the other text lacks. */
export interface PairRow {
  readonly kind: 'pair'
  readonly key: string
  readonly unit: UnitId
  readonly before: PageBlock | undefined
  readonly after: PageBlock | undefined
  readonly isChanged: boolean
  /** What became of the unit that its words do not show. */
  readonly became?: ChangeKind
  /** With this row a moved unit begins. */
  readonly move?: MoveLink
}

/** The way between the two places of a moved unit. */
export interface MoveLink {
  /** Whether the row is where the unit stood or where it stands. */
  readonly here: 'left' | 'reached'
  /** Key of the row with which it begins at the other place. */
  readonly other: string
  /** The other place, in the words by which law cites it. */
  readonly place: string
}

/** Units that are the same in both texts, one after another. */
export interface FoldRow {
  readonly kind: 'fold'
  readonly key: string
  /** Units, those in units counted too. */
  readonly count: number
  readonly rows: readonly PairRow[]
}

export type Row = PairRow | FoldRow

/**
 * Both texts beside each other; units without a marked change are folded. A change that is not marked
 * stands in each text as that text has it.
 */
export function rowsOf(redline: ActRedline, marks: MarksChange = EVERY_MARK): readonly Row[] {
  const rows: Row[] = []
  const places = new Map<string, Partial<Record<MovePlace, Begun>>>()
  let unchanged: Built[] = []
  const fold = () => {
    const folded = unchanged.flatMap(allRows)
    const count = unchanged.reduce((sum, one) => sum + countUnits(one), 0)
    const [first] = unchanged
    if (first) rows.push({ kind: 'fold', key: `fold ${first.key}`, count, rows: folded })
    unchanged = []
  }
  const visit = (one: Built): void => {
    if (!one.isChanged) {
      unchanged.push(one)
      return
    }
    fold()
    if (one.move) {
      const [first] = allRows(one)
      const known = places.get(one.move.id) ?? {}
      const { place, words } = one.move
      if (first) places.set(one.move.id, { ...known, [place]: { key: first.key, words } })
    }
    rows.push(...one.rows)
    one.units.forEach(visit)
  }
  const builder = new Builder(redline, marks)
  for (const unit of pageUnits(redline, redline.profile)) visit(builder.of(unit, OUTSIDE))
  fold()
  return withLinks(rows, [...places.values()])
}

type MovePlace = 'movedFrom' | 'movedTo'

/** The row with which a moved unit begins at one of its places, and what the place is called. */
interface Begun {
  readonly key: string
  readonly words: string
}

function withLinks(
  rows: readonly Row[],
  places: readonly Partial<Record<MovePlace, Begun>>[],
): readonly Row[] {
  const links = new Map<string, MoveLink>()
  for (const { movedFrom: from, movedTo: to } of places) {
    if (!from || !to) continue
    links.set(from.key, { here: 'left', other: to.key, place: to.words })
    links.set(to.key, { here: 'reached', other: from.key, place: from.words })
  }
  if (links.size === 0) return rows
  return rows.map((row) => {
    const move = links.get(row.key)
    return row.kind === 'pair' && move ? { ...row, move } : row
  })
}

/** A unit as rows, and the units in it. */
interface Built {
  readonly key: string
  readonly rows: readonly PairRow[]
  readonly units: readonly Built[]
  readonly isChanged: boolean
  /** Whether a unit that moved is in it: its links name places outside. */
  readonly hasMoves: boolean
  /** The move whose place the unit is. */
  readonly move?: { readonly id: string; readonly place: MovePlace; readonly words: string }
}

/** Where a unit is: what it is in, and in which place of a move, for what moved stands in both. */
interface Around {
  readonly parents: readonly UnitRedline[]
  readonly place: '' | MovePlace
  /** The unit that moved. */
  readonly moved: UnitId | undefined
}

const OUTSIDE: Around = { parents: [], place: '', moved: undefined }

/** What an edit left as it was is not made anew. */
const built = new WeakMap<PageUnit, Built>()

class Builder {
  private readonly redline: ActRedline
  private readonly marks: MarksChange

  constructor(redline: ActRedline, marks: MarksChange) {
    this.redline = redline
    this.marks = marks
  }

  of(page: PageUnit, around: Around): Built {
    const isPlain = this.marks === EVERY_MARK && around.place === ''
    const known = isPlain ? built.get(page) : undefined
    if (known) return known
    const made = this.make(page, around)
    if (isPlain && !made.hasMoves) built.set(page, made)
    return made
  }

  private make(page: PageUnit, around: Around): Built {
    const { redline, unit } = page
    const { id } = unitAttrs(unit)
    const { kind, move } = redline
    const moves = kind === 'movedFrom' || kind === 'movedTo' ? kind : undefined
    const inside: Around = {
      parents: [...around.parents, redline],
      place: around.place === '' ? (moves ?? '') : around.place,
      moved: around.moved ?? (moves && id),
    }
    const rows = this.ownRows(page, inside)
    const units = page.units.map((one) => this.of(one, inside))
    return {
      key: `${around.place} ${kind} ${id}`,
      rows,
      units,
      isChanged: rows.some((row) => row.isChanged) || units.some((one) => one.isChanged),
      hasMoves: moves !== undefined || units.some((one) => one.hasMoves),
      ...(moves && move !== undefined
        ? { move: { id: move, place: moves, words: this.placeOf(page, around) } }
        : {}),
    }
  }

  /** Where the unit stands in the text of that place. */
  private placeOf({ redline }: PageUnit, { parents }: Around): string {
    const side = redline.kind === 'movedFrom' ? 'A' : 'B'
    return placeInText(side, { unit: redline, around: parents }, this.redline.profile)
  }

  /** A block that went stands beside the one that came in its place. */
  private ownRows(page: PageUnit, { place, moved }: Around): readonly PairRow[] {
    const rows: PairRow[] = []
    const unit = unitAttrs(page.unit).id
    const became = this.became(page, place)
    for (const [index, block] of page.blocks.entries()) {
      const isHeading = index === 0 && page.redline.heading !== undefined
      const isMarked = this.isMarked(page, moved, isHeading ? 'heading' : 'words')
      const before = sideBlock(block, 'A', isMarked)
      const after = sideBlock(block, 'B', isMarked)
      const isChanged = isMarkedBlock(block, isMarked) || this.hasOtherRole(block, unit)
      const last = rows.at(-1)
      if (last && !before && last.before && !last.after) {
        rows.splice(-1, 1, { ...last, after, isChanged: isChanged || last.isChanged })
      } else {
        const key = `${place} ${page.redline.kind} ${unit} ${index}`
        const own = { kind: 'pair', key, unit, before, after } as const
        rows.push(
          index === 0 && became ? { ...own, isChanged: true, became } : { ...own, isChanged },
        )
      }
    }
    return rows
  }

  /** Repeal, or another state or kind, of a unit that stands in both texts. */
  private became({ redline, unit }: PageUnit, place: Around['place']): ChangeKind | undefined {
    const { unitA, unitB, kind } = redline
    const isTold = place !== 'movedFrom' && kind !== 'inserted' && kind !== 'deleted'
    if (!unitA || !unitB || !isTold) return undefined
    const [a, b] = [unitAttrs(unitA), unitAttrs(unitB)]
    const { id } = unitAttrs(unit)
    const kinds: readonly ChangeKind[] = [
      ...(a.state === b.state ? [] : ([b.state === 'repealed' ? 'repealed' : 'state'] as const)),
      ...(a.kind === b.kind ? [] : (['kind'] as const)),
    ]
    return kinds.find((one) => this.marks(id, one))
  }

  private isMarked(
    { redline: { kind }, unit }: PageUnit,
    moved: UnitId | undefined,
    part: 'heading' | 'words',
  ): IsMarked {
    const { id } = unitAttrs(unit)
    const any = (...kinds: readonly ChangeKind[]) => kinds.some((one) => this.marks(id, one))
    return ({ fate, number }) => {
      if (fate === 'movedFrom' || fate === 'movedTo') return this.marks(moved ?? id, 'moved')
      if (kind === 'inserted' || kind === 'deleted') return this.marks(id, kind)
      if (number) return any('renumbered', 'kind')
      return part === 'heading' ? any('heading') : any('words', 'formatting')
    }
  }

  private hasOtherRole(block: PageBlock, unit: UnitId): boolean {
    if (block.kind === 'table' || !block.roleA) return false
    return this.marks(unit, 'kind') || this.marks(unit, 'words')
  }
}

function allRows({ rows, units }: Built): readonly PairRow[] {
  return [...rows, ...units.flatMap(allRows)]
}

function countUnits({ units }: Built): number {
  return units.reduce((sum, inner) => sum + countUnits(inner), 1)
}
