import { Fragment, type Node } from 'prosemirror-model'
import { present } from '#shared/base/assert.ts'
import type {
  BlockRedline,
  Redline,
  RowRedline,
  Segment,
  UnitRedline,
} from '#shared/diff/redline.ts'
import {
  type Act,
  type Language,
  makeAct,
  makeUnit,
  type Unit,
  unitId,
} from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { schema } from '#shared/schema/schema.ts'
import { printedNum } from '#shared/structure/label.ts'
import { profileFor } from '#shared/tradition/profiles.ts'
import { Chance, MARKS } from './chance.ts'

/** A redline made at random with the two acts that it compares, independent of compareActs. */
export interface RandomRedline {
  readonly redline: Redline
  readonly base: Act
  readonly draft: Act
}

const ATTRS = { id: 'act', tradition: 'kz', profile: 'constitution' }

/** The redline of a seed: inserted, deleted, moved, renumbered and edited units; notes, tables, looks. */
export function randomRedline(
  seed: number,
  language: Language = 'ru',
  prefix = 'u',
): RandomRedline {
  const maker = new RedlineMaker(seed, language, prefix)
  const units = maker.units(['chapter', 'article', 'paragraph', 'point'], 0)
  const redline = { units: maker.withMoves(units) }
  return { redline, ...actsOf(redline, language) }
}

function actsOf(redline: Redline, language: Language): { base: Act; draft: Act } {
  const side = (units: readonly UnitRedline[], of: 'unitA' | 'unitB'): readonly Unit[] =>
    units.flatMap((unit) => {
      const own = unit[of]
      if (own === undefined || !standsIn(of, unit)) return []
      const words = own.children.filter((child) => child.type !== schema.nodes.unit)
      return [own.type.create(own.attrs, [...words, ...side(unit.units, of)])]
    })
  const act = (of: 'unitA' | 'unitB') => makeAct({ ...ATTRS, language }, side(redline.units, of))
  return { base: act('unitA'), draft: act('unitB') }
}

type Kind = UnitRedline['kind']

class RedlineMaker extends Chance {
  private readonly language: Language
  /** Begins the ids of units and the names of moves. */
  private readonly prefix: string
  private ids = 0

  constructor(seed: number, language: Language, prefix: string) {
    super(seed)
    this.language = language
    this.prefix = prefix
  }

  units(kinds: readonly UnitKind[], depth: number): UnitRedline[] {
    const [kind, ...inner] = kinds
    if (kind === undefined) return []
    const count = this.below(depth === 0 ? 4 : 3) + (depth === 0 ? 1 : 0)
    return Array.from({ length: count }, (_, i) =>
      this.unit(this.pick<Kind>(KINDS), kind, inner, depth, i + 1),
    )
  }

  /** Takes some units out of their place and shows them at another as well. */
  withMoves(units: readonly UnitRedline[]): readonly UnitRedline[] {
    const top = [...units]
    const moves = this.below(3)
    for (let move = 1; move <= moves; move++) {
      const i = top.findIndex(({ kind }) => kind === 'changed' || kind === 'kept')
      const from = top[i]
      if (from === undefined) break
      const label = String(20 + move)
      const unitB = present(from.unitB, 'a kept unit').type.create(
        { ...from.unitB?.attrs, label },
        from.unitB?.content,
      )
      const numB = this.num(unitB)
      const moved = {
        ...from,
        unitB,
        move: `${this.prefix}-m-${move}`,
        ...(numB === undefined ? {} : { numB }),
      }
      top[i] = { ...moved, kind: 'movedFrom', units: standing(from.units, 'unitA') }
      const come = { ...moved, kind: 'movedTo', units: standing(from.units, 'unitB') } as const
      const target = top[this.below(top.length)]
      const inside = target?.kind === 'changed' && this.chance(0.4)
      if (inside && target) {
        const at = top.indexOf(target)
        top[at] = { ...target, units: [...target.units, come] }
      } else top.splice(this.below(top.length + 1), 0, come)
    }
    return top
  }

  private unit(
    kind: Kind,
    unitKind: UnitKind,
    inner: readonly UnitKind[],
    depth: number,
    n: number,
  ): UnitRedline {
    const id = unitId(`${this.prefix}${this.ids++}`)
    const heading = this.heading(kind, depth)
    const body = Array.from({ length: this.below(depth < 2 ? 2 : 4) }, () => this.block(kind))
    const units = this.units(inner, depth + 1).flatMap((unit) => allOf(kind, unit) ?? [])
    const renumbered = kind === 'changed' && this.chance(0.3)
    const side = (of: 'A' | 'B'): Unit =>
      makeUnit(
        {
          id,
          kind: unitKind,
          label:
            this.chance(0.9) || renumbered ? String(of === 'B' && renumbered ? n + 1 : n) : null,
        },
        {
          heading: heading && sideOf(heading, of)?.content,
          body: body.flatMap((block) => sideOf(block, of) ?? []),
        },
      )
    const first = side('A')
    const unitA = kind === 'inserted' ? undefined : first
    const unitB =
      kind === 'deleted'
        ? undefined
        : side('B').type.create(
            { ...first.attrs, label: renumbered ? String(n + 1) : first.attrs['label'] },
            side('B').content,
          )
    const numA = unitA && this.num(unitA)
    const numB = unitB && this.num(unitB)
    return {
      kind,
      ...(unitA && { unitA }),
      ...(unitB && { unitB }),
      ...(numA === undefined ? {} : { numA }),
      ...(numB === undefined ? {} : { numB }),
      ...(heading && { heading }),
      body,
      units,
    }
  }

  private num(unit: Unit): string | undefined {
    return printedNum(profileFor({ ...ATTRS, language: this.language }), unit)
  }

  private heading(kind: Kind, depth: number): BlockRedline | undefined {
    if (!this.chance(depth < 2 ? 0.7 : 0.05)) return undefined
    const make = () => schema.nodes.heading.create(null, this.inline())
    return this.redlineOf(kind, make, 'heading')
  }

  private block(kind: Kind): BlockRedline {
    const type = this.pick([
      'paragraph',
      'paragraph',
      'paragraph',
      'note',
      'table',
      'unknown',
    ] as const)
    if (type === 'table') return this.table(kind)
    if (type === 'unknown') {
      const source = `<x a="1">\r\n${this.words()}\u0001</x>`
      const node = schema.nodes.unknown.create({ source })
      if (kind === 'inserted') return { kind: 'inserted', blockB: node }
      if (kind === 'deleted') return { kind: 'deleted', blockA: node }
      return { kind: 'kept', blockA: node, blockB: node }
    }
    return this.redlineOf(kind, () => schema.nodes[type].create(null, this.inline()), type)
  }

  private redlineOf(
    kind: Kind,
    make: () => Node,
    type: 'heading' | 'paragraph' | 'note',
  ): BlockRedline {
    const fate = kind === 'changed' ? this.pick(BLOCK_FATES) : kind === 'kept' ? 'kept' : kind
    if (fate === 'inserted') return { kind: 'inserted', blockB: make() }
    if (fate === 'deleted') return { kind: 'deleted', blockA: make() }
    if (fate !== 'words') {
      const node = make()
      return { kind: 'kept', blockA: node, blockB: node }
    }
    const segments = this.segments()
    const join = (drop: Segment['kind']) =>
      schema.nodes[type].create(
        null,
        segments
          .filter((segment) => segment.kind !== drop)
          .reduce((all, { content }) => all.append(content), Fragment.empty),
      )
    return { kind: 'words', blockA: join('inserted'), blockB: join('deleted'), segments }
  }

  private segments(): readonly Segment[] {
    const kinds = this.pick([
      ['kept', 'deleted', 'inserted', 'kept'],
      ['deleted', 'inserted'],
      ['inserted', 'kept'],
      ['kept', 'deleted'],
      ['deleted'],
      ['inserted'],
      ['deleted', 'kept', 'inserted'],
    ] as const)
    return kinds.map((kind) => ({ kind, content: Fragment.from(this.inline()) }))
  }

  private table(kind: Kind): BlockRedline {
    const columns = 1 + this.below(3)
    const rows = Array.from({ length: 1 + this.below(3) }, () => this.row(kind, columns))
    const blockA = schema.nodes.table.create(
      null,
      rows.flatMap(({ rowA }) => rowA ?? []),
    )
    const blockB = schema.nodes.table.create(
      null,
      rows.flatMap(({ rowB }) => rowB ?? []),
    )
    if (kind === 'inserted') return { kind: 'inserted', blockB }
    if (kind === 'deleted') return { kind: 'deleted', blockA }
    if (kind === 'changed' && this.chance(0.15)) {
      return this.chance(0.5) ? { kind: 'inserted', blockB } : { kind: 'deleted', blockA }
    }
    if (kind === 'kept') return { kind: 'kept', blockA, blockB }
    return { kind: 'table', blockA, blockB, rows }
  }

  private row(kind: Kind, columns: number): RowRedline {
    const fate = kind === 'changed' ? this.pick(ROW_FATES) : kind === 'kept' ? 'kept' : kind
    const wide = columns > 1 && this.chance(0.2)
    const rowOf = (cells: readonly (readonly Node[])[]): Node =>
      schema.nodes.tableRow.create(
        null,
        cells.map((blocks, i) =>
          schema.nodes.tableCell.create({ colspan: wide && i === 0 ? 2 : 1 }, blocks),
        ),
      )
    const count = wide ? columns - 1 : columns
    const cells = Array.from({ length: count }, () =>
      Array.from({ length: this.below(3) }, () =>
        this.redlineOf(
          fate === 'inserted' || fate === 'deleted'
            ? fate
            : fate === 'changed'
              ? 'changed'
              : 'kept',
          () => schema.nodes.paragraph.create(null, this.inline()),
          'paragraph',
        ),
      ),
    )
    const rowA = rowOf(cells.map((blocks) => blocks.flatMap((block) => sideOf(block, 'A') ?? [])))
    const rowB = rowOf(cells.map((blocks) => blocks.flatMap((block) => sideOf(block, 'B') ?? [])))
    if (fate === 'inserted') return { kind: 'inserted', rowB, cells: [] }
    if (fate === 'deleted') return { kind: 'deleted', rowA, cells: [] }
    return fate === 'changed'
      ? {
          kind: 'changed',
          rowA,
          rowB,
          cells,
        }
      : { kind: 'kept', rowA, rowB: rowA, cells: [] }
  }

  private inline(): readonly Node[] {
    const pieces = Array.from({ length: 1 + this.below(2) }, () => {
      const marks = this.chance(0.2) ? [schema.marks[this.pick(MARKS)].create()] : []
      return schema.text(`${this.words()} `, marks)
    })
    return this.chance(0.1) ? [...pieces, schema.nodes.hardBreak.create(), ...pieces] : pieces
  }

  private words(): string {
    return Array.from({ length: 1 + this.below(4) }, () => this.pick(WORDS)).join(' ')
  }
}

const KINDS = ['kept', 'kept', 'changed', 'changed', 'changed', 'inserted', 'deleted'] as const
const BLOCK_FATES = ['kept', 'words', 'words', 'inserted', 'deleted'] as const
const ROW_FATES = ['kept', 'changed', 'changed', 'inserted', 'deleted'] as const
const WORDS = [
  'Президент',
  'Республики',
  'Казахстан',
  'заң',
  'Құрылтай',
  'өкілеттігі',
  '«срок»',
  '5&lt;7',
  '<b>',
  'a  b',
  '№\u00a01',
  'part–two',
  'x\u00adу',
  '😀',
]

function sideOf(block: BlockRedline, side: 'A' | 'B'): Node | undefined {
  if (side === 'A') return block.kind === 'inserted' ? undefined : block.blockA
  return block.kind === 'deleted' ? undefined : block.blockB
}

/** Inside a moved unit each place has the units of one text only. */
function standing(units: readonly UnitRedline[], of: 'unitA' | 'unitB'): readonly UnitRedline[] {
  return units
    .filter((unit) => standsIn(of, unit))
    .map((unit) => ({ ...unit, units: standing(unit.units, of) }))
}

/** Whether the text has the unit in this place. */
function standsIn(of: 'unitA' | 'unitB', unit: UnitRedline): boolean {
  return unit[of] !== undefined && unit.kind !== (of === 'unitA' ? 'movedTo' : 'movedFrom')
}

/** Inside a unit that came or went, all came or went. */
function allOf(kind: Kind, unit: UnitRedline): UnitRedline | undefined {
  if (kind !== 'inserted' && kind !== 'deleted') return unit
  const side = kind === 'inserted' ? 'B' : 'A'
  const whole = (block: BlockRedline): readonly BlockRedline[] => {
    const node = sideOf(block, side)
    if (node === undefined) return []
    return [kind === 'inserted' ? { kind, blockB: node } : { kind, blockA: node }]
  }
  const own = side === 'A' ? unit.unitA : unit.unitB
  const num = side === 'A' ? unit.numA : unit.numB
  if (own === undefined) return undefined
  const heading = unit.heading && whole(unit.heading)[0]
  return {
    kind,
    [`unit${side}`]: own,
    ...(num === undefined ? {} : { [`num${side}`]: num }),
    ...(heading && { heading }),
    body: unit.body.flatMap(whole),
    units: unit.units.flatMap((child) => allOf(kind, child) ?? []),
  }
}
