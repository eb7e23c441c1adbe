import { type Unit, unitAttrs } from '../../schema/act.ts'
import { printedNum } from '../../structure/label.ts'
import { labelIn, type UnitMark } from '../../structure/unit-mark.ts'
import type { Profile } from '../../tradition/tradition.ts'
import { isOn, type PageBlock, type Side } from '../page/page.ts'
import type { PageUnit } from '../page/unit-page.ts'

/**
 * The blocks of units in reading order, each with the units that open in it in either text. A unit
 * that prints nothing itself opens in the first block of the units in it.
 */
export function markedBlocks(units: readonly PageUnit[], profile: Profile): readonly PageBlock[] {
  const blocks: PageBlock[] = []
  const waiting: Record<Side, readonly UnitMark[]> = { A: [], B: [] }
  const visit = (page: PageUnit, depth: number, on: readonly Side[]): void => {
    const sides = on.filter((side) => stands(page, side))
    const own = sides.map((side) => {
      const { unitA, unitB } = page.redline
      const mark = markOf((side === 'A' ? unitA : unitB) ?? page.unit, depth, profile)
      waiting[side] = [...waiting[side], mark]
      return { side, mark }
    })
    for (const block of page.blocks) {
      const marks: Partial<Record<Side, readonly UnitMark[]>> = {}
      for (const side of SIDES) {
        if (!isOn(side, block.fate)) continue
        marks[side] = waiting[side]
        waiting[side] = []
      }
      blocks.push({ ...block, marks })
    }
    for (const child of page.units) visit(child, depth + 1, sides)
    for (const { side, mark } of own)
      if (waiting[side].at(-1) === mark) waiting[side] = waiting[side].slice(0, -1)
  }
  for (const unit of units) visit(unit, 0, SIDES)
  return blocks
}

const SIDES: readonly Side[] = ['A', 'B']

function stands({ redline }: PageUnit, side: Side): boolean {
  switch (redline.kind) {
    case 'kept':
    case 'changed':
      return true
    case 'inserted':
    case 'movedTo':
      return side === 'B'
    case 'deleted':
    case 'movedFrom':
      return side === 'A'
  }
}

function markOf(unit: Unit, depth: number, profile: Profile): UnitMark {
  const { kind, label, state } = unitAttrs(unit)
  const told = labelIn(profile, kind, printedNum(profile, unit) ?? '')
  return { depth, kind, state, label: told === label ? undefined : label }
}
