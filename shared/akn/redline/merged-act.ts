import type { Node } from 'prosemirror-model'
import type { BlockRedline, Redline, RowRedline, UnitRedline } from '../../diff/redline.ts'
import { type Act, actAttrs, bodyOf, headingOf, makeAct, type Unit } from '../../schema/act.ts'
import { schema } from '../../schema/schema.ts'

/** Whose text a unit, block or row shows. A: the base's alone. B: the draft's alone. */
export type View = 'both' | 'A' | 'B'

/** A unit of a merged act. */
export interface MergedUnit {
  readonly redline: UnitRedline
  readonly view: View
  /** Of the unit around. */
  readonly around: View
}

/** A block of a merged act that is not in both texts as it is. */
export interface MergedBlock {
  readonly redline: BlockRedline
  readonly view: View
  readonly around: View
}

/** Both texts of a redline in one act, in the order of the redline; what each part of it shows. */
export interface MergedAct {
  readonly act: Act
  readonly units: ReadonlyMap<Unit, MergedUnit>
  readonly blocks: ReadonlyMap<Node, MergedBlock>
  readonly rows: ReadonlyMap<Node, View>
}

/** The redline as one act; `draft` gives what it says of itself. */
export function mergedAct(redline: Redline, draft: Act): MergedAct {
  const merger = new Merger()
  const units = redline.units.flatMap((unit) => merger.unit(unit, 'both'))
  const { id, language, tradition, profile } = actAttrs(draft)
  const act = makeAct({ id, language, tradition, profile }, units)
  return { act, units: merger.units, blocks: merger.blocks, rows: merger.rows }
}

class Merger {
  readonly units = new Map<Unit, MergedUnit>()
  readonly blocks = new Map<Node, MergedBlock>()
  readonly rows = new Map<Node, View>()

  unit(redline: UnitRedline, around: View): readonly Unit[] {
    const view = viewOf(redline, around)
    const shown = view === 'A' ? redline.unitA : redline.unitB
    const isElsewhere = redline.kind === (around === 'A' ? 'movedTo' : 'movedFrom')
    if (!shown || (around !== 'both' && (view !== around || isElsewhere))) return []
    const heading = headingIn(redline, shown, view)
    const children = [
      ...(heading ? this.block(heading, view) : []),
      ...bodyIn(redline, shown, view).flatMap((block) => this.block(block, view)),
      ...redline.units.flatMap((unit) => this.unit(unit, view)),
    ]
    const unit = schema.nodes.unit.create({ ...shown.attrs, source: null }, children)
    this.units.set(unit, { redline, view, around })
    return [unit]
  }

  private block(redline: BlockRedline, around: View): readonly Node[] {
    switch (redline.kind) {
      case 'kept':
        return [copied(redline.blockB)]
      case 'inserted':
        return [this.whole(redline, redline.blockB, { view: 'B', around })]
      case 'deleted':
        return [this.whole(redline, redline.blockA, { view: 'A', around })]
      case 'words': {
        const { blockA, blockB } = redline
        if (blockA.type !== blockB.type) return this.replaced(redline, around)
        const block = copied(blockB)
        this.blocks.set(block, { redline, view: around, around })
        return [block]
      }
      case 'table': {
        const { blockA, blockB, rows } = redline
        const isEmptied = blockA.childCount === 0 || blockB.childCount === 0
        if (isEmptied) return this.replaced(redline, around)
        return [
          blockB.type.create(
            null,
            rows.flatMap((row) => this.row(row, around)),
          ),
        ]
      }
    }
  }

  /** The old block, then the new one: no element can be of two sorts. */
  private replaced(
    { blockA, blockB, by }: Extract<BlockRedline, { readonly kind: 'words' | 'table' }>,
    around: View,
  ): readonly Node[] {
    return [
      ...this.block({ kind: 'deleted', blockA, by }, around),
      ...this.block({ kind: 'inserted', blockB, by }, around),
    ]
  }

  private whole(
    redline: BlockRedline,
    node: Node,
    { view, around }: { readonly view: 'A' | 'B'; readonly around: View },
  ): Node {
    const rows = () => node.children.map((row) => this.wholeRow(row, redline.by, view))
    const isTable = node.type === schema.nodes.table
    const block = isTable ? node.type.create(null, rows()) : copied(node)
    this.blocks.set(block, { redline, view, around })
    return block
  }

  private row({ kind, rowA, rowB, cells }: RowRedline, around: View): readonly Node[] {
    const shown = kind === 'deleted' ? rowA : rowB
    if (!shown) return []
    switch (kind) {
      case 'kept':
        return [shown]
      case 'deleted':
      case 'inserted': {
        const view = kind === 'deleted' ? 'A' : 'B'
        const row = this.wholeRow(shown, undefined, view)
        if (view !== around) this.rows.set(row, view)
        return [row]
      }
      case 'changed': {
        const made = shown.children.map((cell, i) =>
          cell.type.create(
            cell.attrs,
            (cells[i] ?? []).flatMap((block) => this.block(block, around)),
          ),
        )
        return [shown.type.create(null, made)]
      }
    }
  }

  private wholeRow(row: Node, by: BlockRedline['by'], view: 'A' | 'B'): Node {
    const cells = row.children.map((cell) =>
      cell.type.create(
        cell.attrs,
        cell.children.flatMap((block) => this.block(wholly(block, view, by), view)),
      ),
    )
    return row.type.create(null, cells)
  }
}

function viewOf({ kind }: UnitRedline, around: View): View {
  switch (kind) {
    case 'deleted':
    case 'movedFrom':
      return 'A'
    case 'inserted':
    case 'movedTo':
      return 'B'
    case 'kept':
    case 'changed':
      return around
  }
}

/** Where a moved unit stood, its old words are told whole; where it stands, what changed in them. */
function headingIn(redline: UnitRedline, shown: Unit, view: View): BlockRedline | undefined {
  if (view !== 'A' || redline.kind === 'deleted') return redline.heading
  const heading = headingOf(shown)
  return heading && wholly(heading, 'A', redline.by)
}

function bodyIn(redline: UnitRedline, shown: Unit, view: View): readonly BlockRedline[] {
  if (view !== 'A' || redline.kind === 'deleted') return redline.body
  return bodyOf(shown).map((block) => wholly(block, 'A', redline.by))
}

function wholly(block: Node, view: 'A' | 'B', by: BlockRedline['by']): BlockRedline {
  return view === 'A'
    ? { kind: 'deleted', blockA: block, by }
    : { kind: 'inserted', blockB: block, by }
}

/** A node of its own, so that it can be told from another that says the same. */
function copied(block: Node): Node {
  const attrs = block.type === schema.nodes.unknown ? block.attrs : null
  return block.type.create(attrs, block.content, block.marks)
}
