import { type Act, type UnitId, walkUnits } from '../schema/act.ts'
import { blockText } from '../structure/canonical-text.ts'
import { idOf, type PlacedUnit } from './act-index.ts'
import { type TextBlock, textBlocks } from './text-block.ts'

/** A line of text in an act. */
export interface PlacedLine {
  readonly holder: PlacedUnit
  readonly at: TextBlock
  readonly text: string
}

/** Where words of a line of the act before stand in the act after. */
export interface Carried {
  readonly line: PlacedLine
  /** What to add to a place in the old line. */
  readonly shift: number
}

/** Finds lines of one act again in another: in the same unit, in a new one split off, or in one joined. */
export class Carrier {
  private readonly after = new Map<UnitId, PlacedUnit>()
  private readonly fresh: PlacedUnit[] = []
  private readonly old = new Set<UnitId>()
  private readonly before: Act
  private changed:
    | { readonly lines: readonly PlacedLine[]; readonly all: readonly PlacedLine[] }
    | undefined

  constructor(before: Act, after: Act) {
    this.before = before
    walkUnits(before, (unit) => this.old.add(idOf(unit)))
    walkUnits(after, (unit, parents) => {
      const placed = { unit, parents }
      this.after.set(idOf(unit), placed)
      if (!this.old.has(idOf(unit))) this.fresh.push(placed)
    })
  }

  unit(id: UnitId): PlacedUnit | undefined {
    return this.after.get(id)
  }

  /** Whether a unit was in the act before. */
  isOld(id: UnitId): boolean {
    return this.old.has(id)
  }

  find(
    from: UnitId,
    at: TextBlock,
    range: { readonly start: number; readonly end: number },
  ): Carried | undefined {
    const text = blockText(at.node)
    const own = this.after.get(from)
    const lines = own ? linesOf(own) : []
    const same =
      lines.find((line) => line.at.node === at.node) ??
      lines.find((line) => line.at.block === at.block && line.text === text) ??
      lines.find((line) => line.text === text)
    if (same) return { line: same, shift: 0 }
    const near = lines.toSorted(
      (a, b) => Math.abs(a.at.block - at.block) - Math.abs(b.at.block - at.block),
    )
    for (const line of [...near, ...this.fresh.flatMap(linesOf)]) {
      const shift = shiftOf(text, line.text, range)
      if (shift !== undefined) return { line, shift }
    }
    return own ? undefined : this.joined(text)
  }

  /** The lines of a joined unit stand in another, whole or behind its words: in none that was there before. */
  private joined(text: string): Carried | undefined {
    if (!this.changed) {
      const known = new Set<string>()
      walkUnits(this.before, (unit) => {
        for (const { node } of textBlocks(unit)) known.add(blockText(node))
      })
      const all = [...this.after.values()].flatMap(linesOf)
      this.changed = { lines: all.filter((line) => !known.has(line.text)), all }
    }
    const { lines, all } = this.changed
    for (const line of lines) {
      const shift = line.text.indexOf(text)
      if (shift >= 0) return { line, shift }
    }
    const again = all.filter((line) => line.text === text)
    const [only] = again
    return only && again.length === 1 && !this.isOldLine(only)
      ? { line: only, shift: 0 }
      : undefined
  }

  /** Whether the unit that holds a line held the same words before. */
  private isOldLine({ holder, text }: PlacedLine): boolean {
    let found = false
    walkUnits(this.before, (unit) => {
      if (idOf(unit) === idOf(holder.unit))
        found ||= textBlocks(unit).some(({ node }) => blockText(node) === text)
    })
    return found
  }
}

function linesOf(holder: PlacedUnit): readonly PlacedLine[] {
  return textBlocks(holder.unit).map((at) => ({ holder, at, text: blockText(at.node) }))
}

/** How far words moved between two readings of a line that agree up to them, or from them on. */
function shiftOf(
  a: string,
  b: string,
  { start, end }: { readonly start: number; readonly end: number },
): number | undefined {
  if (commonStart(a, b) >= end) return 0
  return a.length - commonEnd(a, b) <= start ? b.length - a.length : undefined
}

function commonStart(a: string, b: string): number {
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  return i
}

function commonEnd(a: string, b: string): number {
  let i = 0
  while (i < a.length && i < b.length && a.at(-1 - i) === b.at(-1 - i)) i++
  return i
}
