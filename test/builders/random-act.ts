import { Fragment, type Node } from 'prosemirror-model'
import { present } from '#shared/base/assert.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type Language,
  makeAct,
  makeUnit,
  type Unit,
  type UnitId,
  unitId,
  unitsOf,
  walkUnits,
} from '#shared/schema/act.ts'
import { makeFootnote } from '#shared/schema/footnote.ts'
import { UNIT_STATES, type UnitKind } from '#shared/schema/kind.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditToAct, findUnit } from '#shared/structure/apply-edit.ts'
import type { Place, UnitEdit } from '#shared/structure/edit.ts'
import { Chance, MARKS } from './chance.ts'

export interface RandomActOptions {
  readonly language?: Language
  /** Units at the top; below them there are fewer. */
  readonly breadth?: number
  readonly depth?: number
  /** Begins the ids of its units: acts that are to stand in one need ids of their own. */
  readonly prefix?: string
}

export interface RandomDraftOptions {
  /** How many edits are tried. */
  readonly edits?: number
}

const KINDS: readonly UnitKind[] = ['chapter', 'article', 'paragraph', 'point', 'alinea']

/**
 * An act of a seed: chapters, articles, points; tables, notes, footnotes, marks, breaks, foreign markup;
 * three languages' words.
 */
export function randomAct(seed: number, options: RandomActOptions = {}): Act {
  const { language = 'ru', breadth = 3, depth = 3, prefix = 'u' } = options
  const maker = new Maker(seed, prefix)
  const attrs = { id: 'act', language, tradition: 'kz', profile: 'constitution' }
  const source = maker.source()
  return makeAct(source === null ? attrs : { ...attrs, source }, maker.units(0, depth, breadth))
}

/** A draft of the act: the same ids, after random edits of every sort. */
export function randomDraft(base: Act, seed: number, options: RandomDraftOptions = {}): Act {
  return randomEdits(base, seed, options).draft
}

/** The draft of {@link randomDraft} with the edits that made it, in order. */
export function randomEdits(
  base: Act,
  seed: number,
  { edits = 6 }: RandomDraftOptions = {},
): { readonly draft: Act; readonly edits: readonly UnitEdit[] } {
  const maker = new Maker(seed, `n${seed}-`)
  const done: UnitEdit[] = []
  let draft = base
  for (let n = 0; n < edits; n++) {
    const edit = maker.edit(draft)
    const next = edit && applyEditToAct(draft, edit)
    if (!edit || !next?.ok) continue
    draft = next.value
    done.push(edit)
  }
  return { draft, edits: done }
}

/** One random edit of the act; now and then one that cannot be done, such as a move into itself. */
export function randomEdit(act: Act, seed: number): UnitEdit | undefined {
  return new Maker(seed, `n${seed}-`).edit(act)
}

class Maker extends Chance {
  private readonly prefix: string
  private ids = 0

  constructor(seed: number, prefix: string) {
    super(seed)
    this.prefix = prefix
  }

  units(depth: number, deepest: number, breadth: number): readonly Unit[] {
    if (depth >= deepest) return []
    const count = depth === 0 ? 1 + this.below(breadth) : this.below(breadth + 1)
    return Array.from({ length: count }, (_, i) =>
      this.unit(depth, deepest, breadth, String(i + 1)),
    )
  }

  unit(depth: number, deepest: number, breadth: number, label: string): Unit {
    const kind = this.chance(0.9) ? (KINDS[depth] ?? 'point') : this.pick(KINDS)
    return makeUnit(
      {
        id: this.newId(),
        kind,
        label: this.chance(0.85) ? label : null,
        num: this.chance(0.05) ? `№ ${label}` : null,
        state: this.chance(0.1) ? this.pick(UNIT_STATES) : 'inForce',
        source: this.source(),
      },
      {
        heading: this.chance(depth < 2 ? 0.7 : 0.05) ? this.inline() : undefined,
        body: Array.from({ length: this.below(depth < 1 ? 2 : 3) }, () => this.block()),
        units: this.units(depth + 1, deepest, breadth),
      },
    )
  }

  /** Markup that some foreign text was read from; now and then. */
  source(): string | null {
    return this.chance(0.1) ? `<p eId="p_${this.below(9)}">${this.words()}</p>` : null
  }

  edit(act: Act): UnitEdit | undefined {
    const all: Unit[] = []
    walkUnits(act, (unit) => all.push(unit))
    if (all.length === 0) return this.insertion(act, all)
    const unit = idOf(this.pick(all))
    const node = present(findUnit(act, unit), 'the unit was just found').unit
    const edits: readonly (() => UnitEdit | undefined)[] = [
      () => this.insertion(act, all),
      () => ({ kind: 'remove', unit }),
      () => ({ kind: 'move', unit, to: this.place(act, all) }),
      () => this.shift(act, unit),
      () => this.split(node),
      () => ({ kind: 'join', unit, into: idOf(this.pick(all)) }),
      () => this.newText(node),
      () => this.newText(node),
      () => this.newHeading(node),
      () => ({
        kind: 'setLabel',
        unit,
        label: this.chance(0.8) ? String(1 + this.below(9)) : null,
        num: this.chance(0.1) ? '№ 7' : null,
      }),
      () => ({ kind: 'setKind', unit, to: this.pick(KINDS) }),
      () => ({ kind: 'setState', unit, state: this.pick(UNIT_STATES) }),
    ]
    return this.pick(edits)()
  }

  private insertion(act: Act, all: readonly Unit[]): UnitEdit {
    const depth = 1 + this.below(3)
    return { kind: 'insert', unit: this.unit(depth, 4, 2, '9'), at: this.place(act, all) }
  }

  private place(act: Act, all: readonly Unit[]): Place {
    const parent = all.length > 0 && this.chance(0.7) ? this.pick(all) : undefined
    const siblings = unitsOf(parent ?? act)
    const after = siblings.length > 0 && this.chance(0.7) ? idOf(this.pick(siblings)) : null
    return { parent: parent ? idOf(parent) : null, after }
  }

  /** A move among the unit's own siblings. */
  private shift(act: Act, unit: UnitId): UnitEdit | undefined {
    const parent = findUnit(act, unit)?.parents.at(-1)
    if (!parent) return undefined
    const others = unitsOf(parent).filter((each) => idOf(each) !== unit)
    const after = others.length > 0 && this.chance(0.8) ? idOf(this.pick(others)) : null
    const parentId = parent === act ? null : idOf(parent)
    return { kind: 'move', unit, to: { parent: parentId, after } }
  }

  private split(unit: Unit): UnitEdit | undefined {
    const block = bodyOf(unit).findIndex((each) => each.isTextblock)
    if (block < 0) return undefined
    const offset = this.below(present(bodyOf(unit)[block], 'just found').content.size + 1)
    const newUnit = this.newId()
    return { kind: 'split', unit: idOf(unit), block, offset, newUnit, newLabel: null }
  }

  private newHeading(unit: Unit): UnitEdit {
    const old = headingOf(unit)
    const edited = old && this.chance(0.7) ? this.editedBlock(old) : undefined
    const fresh = this.chance(0.6) ? schema.nodes.heading.create(null, this.inline()) : null
    return { kind: 'setText', unit: idOf(unit), heading: edited ?? fresh, body: bodyOf(unit) }
  }

  private newText(unit: Unit): UnitEdit {
    const old = bodyOf(unit)
    // Words that come back are the block they were: nobody sees that its source differs.
    const fresh = () => {
      const block = this.block()
      return old.find((one) => one.type === block.type && one.content.eq(block.content)) ?? block
    }
    const body = old.flatMap((block): readonly Node[] => {
      if (this.chance(0.1)) return []
      if (this.chance(0.1)) return [block, fresh()]
      return [this.chance(0.6) ? this.editedBlock(block) : block]
    })
    const more = this.chance(0.15) ? [fresh()] : []
    return {
      kind: 'setText',
      unit: idOf(unit),
      heading: headingOf(unit) ?? null,
      body: this.chance(0.15) ? [...body, ...more].reverse() : [...body, ...more],
    }
  }

  private editedBlock(block: Node): Node {
    if (block.type === schema.nodes.table) return this.editedTable(block)
    if (!block.isTextblock) return block
    const from = this.below(block.content.size + 1)
    const to = Math.min(block.content.size, from + this.below(9))
    if (this.chance(0.2)) return this.remarked(block, from, to)
    const middle = this.chance(0.3) ? Fragment.empty : Fragment.from(this.inline())
    const content = block.content.cut(0, from).append(middle).append(block.content.cut(to))
    const isNote = block.type === schema.nodes.note
    const other = isNote ? schema.nodes.paragraph : schema.nodes.note
    const turned = block.type !== schema.nodes.heading && this.chance(0.1)
    return (turned ? other : block.type).create(block.attrs, joined(content))
  }

  private remarked(block: Node, from: number, to: number): Node {
    const mark = schema.marks[this.pick(MARKS)].create()
    const middle = block.content
      .cut(from, to)
      .content.map((node) => node.mark(this.chance(0.5) ? mark.addToSet(node.marks) : []))
    const before = block.content.cut(0, from).content
    const after = block.content.cut(to).content
    return block.type.create(block.attrs, [...before, ...middle, ...after])
  }

  private editedTable(table: Node): Node {
    const rows = table.children.flatMap((row): readonly Node[] => {
      if (this.chance(0.15)) return []
      if (this.chance(0.15)) return [row, this.row(row.childCount)]
      return [this.chance(0.5) ? this.editedRow(row) : row]
    })
    return schema.nodes.table.create(table.attrs, rows)
  }

  private editedRow(row: Node): Node {
    const cells = row.children.flatMap((cell): readonly Node[] => {
      if (this.chance(0.1)) return []
      if (this.chance(0.1)) return [cell, this.cell()]
      const blocks = cell.children.map((block) =>
        this.chance(0.5) ? this.editedBlock(block) : block,
      )
      const colspan = this.chance(0.1) ? 2 : cell.attrs['colspan']
      return [cell.type.create({ ...cell.attrs, colspan }, blocks)]
    })
    return schema.nodes.tableRow.create(null, cells)
  }

  private block(): Node {
    const sort = this.below(12)
    if (sort === 0) return schema.nodes.unknown.create({ source: `<x>${this.words()}</x>` })
    const attrs = { source: this.source() }
    if (sort === 1) return schema.nodes.note.create(attrs, this.inline())
    if (sort > 2) return schema.nodes.paragraph.create(attrs, this.inline())
    const columns = 1 + this.below(3)
    const rows = Array.from({ length: this.below(4) }, () => this.row(columns))
    return schema.nodes.table.create(attrs, rows)
  }

  private row(columns: number): Node {
    return schema.nodes.tableRow.create(
      null,
      Array.from({ length: columns }, () => this.cell()),
    )
  }

  private cell(): Node {
    const blocks = Array.from({ length: this.below(3) }, () =>
      schema.nodes.paragraph.create(null, this.inline()),
    )
    const type = this.chance(0.2) ? schema.nodes.tableHeader : schema.nodes.tableCell
    const spans = { colspan: this.chance(0.1) ? 2 : 1, rowspan: this.chance(0.1) ? 2 : 1 }
    return type.create(spans, blocks)
  }

  private inline(): readonly Node[] {
    const pieces = Array.from({ length: this.below(4) }, (): Node => {
      if (this.chance(0.08)) return schema.nodes.hardBreak.create()
      if (this.chance(0.06)) return this.footnote()
      const marks = this.chance(0.2) ? [schema.marks[this.pick(MARKS)].create()] : []
      return schema.text(`${this.words()}${this.pick([' ', ' ', '', '\u00a0'])}`, marks)
    })
    return joined(Fragment.from(pieces)).content
  }

  private footnote(): Node {
    return makeFootnote({
      marker: this.chance(0.7) ? String(1 + this.below(9)) : null,
      text: this.chance(0.9) ? this.words() : '',
    })
  }

  private words(): string {
    return Array.from({ length: 1 + this.below(5) }, () => this.pick(WORDS)).join(' ')
  }

  private newId(): UnitId {
    return unitId(`${this.prefix}${this.ids++}`)
  }
}

function idOf(unit: Unit): UnitId {
  return unitId(String(unit.attrs['id']))
}

/** Text of one look in one node, as ProseMirror keeps it. */
function joined(content: Fragment): Fragment {
  return Fragment.fromArray([...content.content])
}

const WORDS = [
  'Президент',
  'Республики',
  'Казахстан',
  'и',
  'в',
  'на основании',
  'статьи 44',
  'пункт 2 статьи 44-1,',
  'заң',
  'Құрылтай',
  'мен',
  '44-баптың 2-тармағы',
  '«срок полномочий»',
  '12 января 2017 года.',
  'the',
  'of Article 12(3)',
  'term; years',
  '5\u00a0000',
  'й',
  'и\u0306',
  '😀👩‍⚖️',
  'a  b',
  '.',
  ',',
]
