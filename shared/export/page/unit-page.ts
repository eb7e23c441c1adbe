import type { Node } from 'prosemirror-model'
import { present } from '../../base/assert.ts'
import type { BlockRedline, ChangedBy, Redline, UnitRedline } from '../../diff/redline.ts'
import { type Unit, type UnitId, unitAttrs } from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import { schema } from '../../schema/schema.ts'
import type { Remark } from '../../structure/remark.ts'
import type { Profile } from '../../tradition/tradition.ts'
import type { Fate, OpenedUnit, PageBlock, Role, Run, Side } from './page.ts'
import { type Line, pageParagraph } from './paragraph.ts'
import { hasLine, type RemarkedPlace, remarkedFrom, remarkedRuns } from './remarked.ts'
import { blockRole, headingRole, isOnOwnLine, levelOf } from './role.ts'
import { wordsOf } from './runs.ts'
import { footnotes, pageTable } from './table.ts'

/** One unit on the page: its own blocks, and the units in it. */
export interface PageUnit {
  readonly unit: Unit
  readonly redline: UnitRedline
  readonly level: number
  readonly blocks: readonly PageBlock[]
  readonly units: readonly PageUnit[]
}

/** The redline as paragraphs and tables, in the tree of its units, with what was remarked on it. */
export function pageUnits(
  redline: Redline,
  profile: Profile,
  remarks: readonly Remark[] = [],
): readonly PageUnit[] {
  const said = new Map<UnitId, Remark[]>()
  for (const remark of remarks) said.set(remark.unit, [...(said.get(remark.unit) ?? []), remark])
  const context = { profile, said, parents: [], within: undefined }
  return redline.units.map((unit) => pageUnit(unit, context))
}

/** Every block of the units in reading order. */
export function blocksIn(units: readonly PageUnit[]): readonly PageBlock[] {
  const blocks: PageBlock[] = []
  const collect = (unit: PageUnit): void => {
    blocks.push(...unit.blocks)
    unit.units.forEach(collect)
  }
  units.forEach(collect)
  return blocks
}

interface Move {
  readonly fate: 'movedFrom' | 'movedTo'
  readonly id: string
  readonly by: ChangedBy | undefined
}

interface Context {
  readonly profile: Profile
  readonly said: ReadonlyMap<UnitId, readonly Remark[]>
  readonly parents: readonly UnitKind[]
  /** The move that the unit takes part in as a descendant of the moved one. */
  readonly within: Move | undefined
}

interface Made {
  readonly profile: Profile
  readonly level: number
  readonly page: PageUnit
}

/** Pages of units that did not move, on which nothing is said: an edit leaves most of a redline as it was. */
const made = new WeakMap<UnitRedline, Made>()

function pageUnit(redline: UnitRedline, context: Context): PageUnit {
  const { profile, parents, said, within } = context
  const isPlain = said.size === 0 && within === undefined
  if (!isPlain) return makePage(redline, context)
  const level = levelOf(profile, parents)
  const known = made.get(redline)
  if (known?.profile === profile && known.level === level) return known.page
  const page = makePage(redline, context)
  made.set(redline, { profile, level, page })
  return page
}

function makePage(redline: UnitRedline, context: Context): PageUnit {
  const within = context.within ?? moveOf(redline)
  const { unitA, unitB } = redline
  const unit = present(
    within?.fate === 'movedFrom' ? (unitA ?? unitB) : (unitB ?? unitA),
    'a unit is in one of the texts',
  )
  const level = levelOf(context.profile, context.parents)
  const { id, kind } = unitAttrs(unit)
  // A moved unit stands twice: what is said of it, where the draft has it; what went with it, once.
  const isElsewhere = within?.fate === 'movedFrom' && unitB !== undefined
  const said = isElsewhere ? [] : (context.said.get(id) ?? [])
  const lines = new UnitLines(context.profile, redline, level, said).blocks()
  const inside = { ...context, within, parents: [...context.parents, kind] }
  const units = redline.units
    .filter((child) => within === undefined || standsAt(child, within))
    .map((child) => pageUnit(child, inside))
  const onUnit = said.filter(({ words }) => words === undefined || !unitB)
  const blocks = within ? onlyMoved(lines, within) : lines
  const page = { unit, redline, level, blocks, units }
  return onUnit.length === 0
    ? page
    : remarkedUnit(page, onUnit, { side: unitB ? 'B' : 'A', above: 0 })
}

/**
 * The unit with remarks on the whole of it at its first line; one that prints nothing itself has it in
 * the first of the units in it.
 */
function remarkedUnit(page: PageUnit, remarks: readonly Remark[], on: OpenedUnit): PageUnit {
  const { blocks, units } = page
  const stands = (block: PageBlock) => hasLine(block, on.side)
  const own = blocks.findIndex(stands)
  if (own >= 0) return { ...page, blocks: remarkedFrom(blocks, own, remarks, on) }
  const at = units.findIndex((unit) => blocksIn([unit]).some(stands))
  const child = units[at]
  if (child) {
    const remarked = remarkedUnit(child, remarks, { ...on, above: on.above + 1 })
    return { ...page, units: units.with(at, remarked) }
  }
  // A unit that prints nothing any more has it on what the base printed.
  const side = on.side === 'B' ? 'A' : 'B'
  const before = blocks.findIndex((block) => hasLine(block, side))
  if (before < 0) return page
  return { ...page, blocks: remarkedFrom(blocks, before, remarks, { ...on, side }) }
}

function moveOf({ kind, move, by }: UnitRedline): Move | undefined {
  if (kind !== 'movedFrom' && kind !== 'movedTo') return undefined
  return { fate: kind, id: present(move, 'a moved unit names its move'), by }
}

/** Inside a moved unit each place shows the text that stands there: the base's at the first, the draft's at the second. */
function standsAt({ kind }: UnitRedline, { fate }: Move): boolean {
  if (fate === 'movedFrom') return kind !== 'inserted' && kind !== 'movedTo'
  return kind !== 'deleted' && kind !== 'movedFrom'
}

function onlyMoved(blocks: readonly PageBlock[], move: Move): readonly PageBlock[] {
  return blocks.flatMap((block) => movedBlock(block, move) ?? [])
}

function movedBlock(block: PageBlock, move: Move): PageBlock | undefined {
  const fate = movedFate(block.fate, move)
  if (fate === undefined) return undefined
  if (block.kind === 'paragraph') {
    const { roleA, role, ...rest } = block
    const own = move.fate === 'movedFrom' ? (roleA ?? role) : role
    const runs = movedRuns(block.runs, move)
    return { ...rest, role: own, fate, runs, move: move.id, by: moverOf(block, move) }
  }
  const rows = block.rows.flatMap((row) => {
    const rowFate = movedFate(row.fate, move)
    const cells = row.cells.map((cell) => ({ ...cell, blocks: onlyMoved(cell.blocks, move) }))
    return rowFate === undefined ? [] : [{ fate: rowFate, cells }]
  })
  return { ...block, fate, rows, move: move.id, by: moverOf(block, move) }
}

/** What both texts have is moved by who moved it, whoever changed something beside it. */
function moverOf({ fate, by }: PageBlock | Run, move: Move): ChangedBy | undefined {
  return fate === 'kept' ? move.by : (by ?? move.by)
}

function movedRuns(runs: readonly Run[], move: Move): readonly Run[] {
  return runs.flatMap(({ marksA, ...run }) => {
    const moved = movedFate(run.fate, move)
    if (moved === undefined) return []
    const marks = move.fate === 'movedFrom' ? (marksA ?? run.marks) : run.marks
    return { ...run, fate: moved, marks, by: moverOf(run, move) }
  })
}

/** Words of one text alone keep their fate in the place where that text stands, and leave the other. */
function movedFate(fate: Fate, move: Move): Fate | undefined {
  if (fate === 'kept') return move.fate
  const own = move.fate === 'movedFrom' ? 'deleted' : 'inserted'
  return fate === own ? own : undefined
}

/** The lines of one unit without those of the units in it, as canonical text has them. */
class UnitLines {
  private readonly profile: Profile
  private readonly redline: UnitRedline
  private readonly level: number
  private readonly out: PageBlock[] = []
  private readonly said: readonly Remark[]
  /** The text of the draft's unit that comes next: -1, the heading. */
  private text = -1
  /** Printed numbers that no line carries yet. */
  private readonly pending: Record<Side, string | undefined>

  constructor(profile: Profile, redline: UnitRedline, level: number, said: readonly Remark[]) {
    this.profile = profile
    this.redline = redline
    this.level = level
    this.said = said
    this.pending = { A: redline.numA, B: redline.numB }
  }

  blocks(): readonly PageBlock[] {
    if (this.out.length > 0) return this.out
    this.ownLine()
    this.text = 0
    for (const block of this.redline.body) this.block(block)
    this.number({ A: true, B: true })
    return this.out
  }

  private ownLine(): void {
    const { heading } = this.redline
    const has = {
      A: heading !== undefined && heading.kind !== 'inserted',
      B: heading !== undefined && heading.kind !== 'deleted',
    }
    const own = { A: this.hasOwnLine('A', has), B: this.hasOwnLine('B', has) }
    if (heading === undefined) {
      this.number(own)
      return
    }
    const line = this.line(heading, (unit) => headingRole(this.profile, unit, this.level), own)
    if (line !== undefined) this.out.push(line)
    this.out.push(...footnotes(heading, this.level))
  }

  private hasOwnLine(side: Side, hasHeading: Record<Side, boolean>): boolean {
    const unit = this.unitOn(side)
    if (unit === undefined) return false
    return hasHeading[side] || isOnOwnLine(this.profile, unitAttrs(unit).kind)
  }

  private block(block: BlockRedline): void {
    const isTable = nodeOf(block).type === schema.nodes.table
    const on = { A: block.kind !== 'inserted', B: block.kind !== 'deleted' }
    if (isTable) {
      this.number(on)
      const table = pageTable(block, () => {
        const said = this.remarked()
        this.text++
        return said
      })
      if (table !== undefined) this.out.push(table)
      return
    }
    const line = this.line(block, (unit, node) => blockRole(node, unit, this.level), on)
    if (line !== undefined) this.out.push(line)
    this.out.push(...footnotes(block, this.level))
  }

  /** A line of the numbers still pending on the given sides, and of no other words. */
  private number(sides: Record<Side, boolean>): void {
    const line = this.paragraph([], {}, this.take(sides), this.redline.by)
    if (line !== undefined) this.out.push(line)
  }

  private line(
    block: BlockRedline,
    roleOf: (unit: Unit, node: Node) => Role,
    sides: Record<Side, boolean>,
  ): PageBlock | undefined {
    const roles: Partial<Record<Side, Role>> = {}
    const unitA = this.unitOn('A')
    const unitB = this.unitOn('B')
    if (block.kind !== 'inserted' && unitA) roles.A = roleOf(unitA, block.blockA)
    if (block.kind !== 'deleted' && unitB) roles.B = roleOf(unitB, block.blockB)
    // Markup that is shown as it is has lines, and is no text of the unit.
    const isText = block.kind !== 'deleted' && block.blockB.isTextblock
    const words = remarkedRuns(wordsOf(block), isText ? this.remarked() : [])
    if (isText) this.text++
    return this.paragraph(words, roles, this.take(sides), block.by ?? this.redline.by)
  }

  private paragraph(
    words: readonly Run[],
    roles: Partial<Record<Side, Role>>,
    lead: Line['lead'],
    by: ChangedBy | undefined,
  ): PageBlock | undefined {
    return pageParagraph({
      words,
      lead,
      by,
      roles: { A: roles.A ?? this.numberRole('A'), B: roles.B ?? this.numberRole('B') },
    })
  }

  /** What is said of words of the text that comes next. */
  private remarked(): readonly RemarkedPlace[] {
    return this.said.flatMap((remark) => {
      const { words } = remark
      return words?.text === this.text ? [{ remark, from: words.from, to: words.to }] : []
    })
  }

  private take(sides: Record<Side, boolean>): Line['lead'] {
    const lead: { A?: string; B?: string } = {}
    for (const side of ['A', 'B'] as const) {
      const num = this.pending[side]
      if (!sides[side] || num === undefined) continue
      lead[side] = num
      this.pending[side] = undefined
    }
    return lead
  }

  /** The role of a line that holds a number alone. */
  private numberRole(side: Side): Role | undefined {
    const unit = this.unitOn(side)
    if (unit === undefined) return undefined
    return isOnOwnLine(this.profile, unitAttrs(unit).kind)
      ? headingRole(this.profile, unit, this.level)
      : { name: 'text', level: this.level }
  }

  private unitOn(side: Side): Unit | undefined {
    return side === 'A' ? this.redline.unitA : this.redline.unitB
  }
}

function nodeOf(block: BlockRedline): Node {
  return block.kind === 'deleted' ? block.blockA : block.blockB
}
