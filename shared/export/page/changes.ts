import { placeInText } from '../../diff/place-in-text.ts'
import type { Profile } from '../../tradition/tradition.ts'
import type { PageBlock, Run } from './page.ts'
import type { PageUnit } from './unit-page.ts'
import type { ChangeKind } from './words.ts'

/** One change as a reader steps through them; `n` counts from 1 in reading order. */
export interface PageChange {
  readonly n: number
  readonly kind: ChangeKind
  readonly unit: PageUnit
  /** The unit's place in words: «Статья 44, пункт 3». */
  readonly place: string
}

/**
 * The changes of the page: a unit that came, went or moved is one change with all in it but the
 * edits of a moved one; else every unit whose own words changed.
 */
export function pageChanges(units: readonly PageUnit[], profile: Profile): readonly PageChange[] {
  const changes: PageChange[] = []
  const visit = (unit: PageUnit, around: readonly PageUnit[], inMove: boolean): void => {
    const path = [...around, unit]
    const kind = changeKind(unit, { inMove })
    if (kind !== undefined) {
      changes.push({
        n: changes.length + 1,
        kind,
        unit,
        place: capitalized(placeOf({ unit, around }, profile)),
      })
    }
    if (kind === 'inserted' || kind === 'deleted') return
    const leaves = unit.redline.kind === 'movedFrom'
    const moves = leaves || unit.redline.kind === 'movedTo'
    if (!leaves) for (const child of unit.units) visit(child, path, inMove || moves)
  }
  for (const unit of units) visit(unit, [], false)
  return changes
}

/** What happened to the unit itself, apart from the units in it. */
function changeKind(
  { redline, blocks }: PageUnit,
  { inMove }: { inMove: boolean },
): ChangeKind | undefined {
  switch (redline.kind) {
    case 'inserted':
    case 'deleted':
      return redline.kind
    case 'movedTo':
      return 'moved'
    case 'movedFrom':
      return undefined
    case 'kept':
    case 'changed': {
      const own = inMove ? blocks.some(hasInnerEdit) : blocks.some(isChanged)
      if (!own) return undefined
      const words = [...(redline.heading ? [redline.heading] : []), ...redline.body]
      return words.every(({ kind }) => kind === 'kept') && redline.numA !== redline.numB
        ? 'renumbered'
        : 'changed'
    }
  }
}

function isChanged(block: PageBlock): boolean {
  if (block.fate !== 'kept') return true
  if (block.kind === 'paragraph') return block.runs.some(isChangedRun)
  return block.rows.some(
    (row) => row.fate !== 'kept' || row.cells.some((cell) => cell.blocks.some(isChanged)),
  )
}

function isChangedRun(run: Run): boolean {
  return run.fate !== 'kept' || run.marksA !== undefined
}

/** A change of words beside those that only moved. */
function hasInnerEdit(block: PageBlock): boolean {
  if (block.kind === 'paragraph') {
    return block.runs.some(({ fate }) => fate === 'inserted' || fate === 'deleted')
  }
  return block.rows.some((row) => row.cells.some((cell) => cell.blocks.some(hasInnerEdit)))
}

/** A unit of the page and those that it is in, outermost first. */
export interface PagePlace {
  readonly unit: PageUnit
  readonly around: readonly PageUnit[]
}

/** Where the unit stands, in the words by which law cites it: what went or left, in the base. */
export function placeOf({ unit, around }: PagePlace, profile: Profile): string {
  const { redline } = unit
  const side = redline.kind === 'movedFrom' || !redline.unitB ? 'A' : 'B'
  const place = { unit: redline, around: around.map((one) => one.redline) }
  return placeInText(side, place, profile)
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
