import type { Node } from 'prosemirror-model'
import type { Reference } from '../../citation/reference.ts'
import { referencesIn } from '../../citation/references.ts'
import { blockOn } from '../../diff/accept.ts'
import type { Redline, Segment } from '../../diff/redline.ts'
import {
  type Act,
  actAttrs,
  bodyOf,
  isUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  walkUnits,
} from '../../schema/act.ts'
import { schema } from '../../schema/schema.ts'
import { eids } from '../../structure/eid.ts'
import { profileOf } from '../../tradition/profiles.ts'
import { emptyTag } from '../markup.ts'
import { NO_DATE } from '../metadata.ts'
import { IN_FORCE, Periods } from '../periods.ts'
import { NOTHING_TOLD, type Told } from '../told.ts'
import type { CitedAkn } from '../write-context.ts'
import { byAttributes, type MarkedWords, type Marking, type PrintedNums } from './marking.ts'
import { type MergedAct, type MergedBlock, mergedAct, type View } from './merged-act.ts'

/** The two texts that a redline tells of, and what else their markup needs. */
export interface MarkedTexts {
  readonly redline: Redline
  readonly base: Act
  readonly draft: Act
  readonly others: readonly CitedAkn[]
}

/** A redline as one act with its changes marked. */
export function markedAct(texts: MarkedTexts): { readonly act: Act; readonly marking: Marking } {
  const merged = mergedAct(texts.redline, texts.draft)
  return { act: merged.act, marking: new ActMarking(merged, texts) }
}

class ActMarking implements Marking {
  readonly eids: ReadonlyMap<UnitId, string>
  private readonly merged: MergedAct
  private readonly texts: MarkedTexts
  private readonly names: ReadonlyMap<Unit, string>
  /** Where moved units stand now, by the name of the move. */
  private readonly movedTo = new Map<string, string>()
  private readonly periods = new Periods()
  private readonly parents = new Map<Unit, readonly Unit[]>()
  private readonly periodOf: Readonly<Record<'A' | 'B', string>>

  constructor(merged: MergedAct, texts: MarkedTexts) {
    this.merged = merged
    this.texts = texts
    this.eids = eids(texts.draft)
    this.names = namesOf(merged, this.eids, eids(texts.base))
    for (const [unit, { redline }] of merged.units) {
      const { kind, move } = redline
      if (kind === 'movedTo' && move !== undefined) this.movedTo.set(move, this.eid(unit))
    }
    // The base reads so until the draft, whose day nobody knows, becomes law.
    this.periodOf = {
      A: this.periods.between(null, NO_DATE),
      B: this.periods.between(NO_DATE, null),
    }
    walkUnits(texts.draft, (unit, parents) => this.parents.set(unit, parents))
  }

  eid(unit: Unit): string {
    return this.names.get(unit) ?? 'nn'
  }

  isGone(unit: Unit): boolean {
    return this.merged.units.get(unit)?.view === 'A'
  }

  numsOf(unit: Unit): PrintedNums {
    const merged = this.merged.units.get(unit)
    const { numA, numB } = merged?.redline ?? {}
    return merged?.view === 'A'
      ? { base: numA, draft: undefined }
      : { base: merged?.redline.unitA ? numA : undefined, draft: numB }
  }

  baseOf(unit: Unit) {
    const merged = this.merged.units.get(unit)
    if (merged?.view !== 'both') return undefined
    const { kind, unitA } = merged.redline
    const [profile, now] = [profileOf(this.texts.base), profileOf(this.texts.draft)]
    if (!unitA || (kind === 'kept' && profile === now)) return undefined
    return { attrs: unitAttrs(unitA), profile }
  }

  attributesOf(node: Node): Readonly<Record<string, string | null>> {
    const unit = isUnit(node) ? this.merged.units.get(node) : undefined
    if (unit) {
      const { view, around, redline } = unit
      const told = redline.kind === 'kept' ? {} : byAttributes(redline.by)
      const marks = this.sideAttributes(view, around)
      const now = redline.kind === 'movedFrom' && view !== around ? redline.move : undefined
      return { ...marks, ...told, alternativeTo: this.movedTo.get(now ?? '') ?? null }
    }
    const block = this.merged.blocks.get(node)
    if (block) return this.sideAttributes(block.view, block.around)
    const row = this.merged.rows.get(node)
    return row ? this.sideAttributes(row, 'both') : {}
  }

  /** What one text alone has, in a place that is not of that text alone. */
  private sideAttributes(view: View, around: View): Readonly<Record<string, string>> {
    if (view === around || view === 'both') return {}
    const period = this.periodOf[view]
    return view === 'A' ? { period, status: 'removed' } : { period }
  }

  segmentsOf(node: Node): MarkedWords | undefined {
    const block = this.merged.blocks.get(node)
    if (!block || node.type === schema.nodes.table) return undefined
    const { redline } = block
    const sides = block.view === 'both' ? (['A', 'B'] as const) : ([block.view] as const)
    const texts = (redline.kind === 'words' ? (['A', 'B'] as const) : sides).flatMap(
      (side) => blockOn(side, redline) ?? [],
    )
    return { segments: segmentsIn(block, node), texts }
  }

  referencesOf(unit: Unit): readonly Reference[] {
    const { redline, view } = this.merged.units.get(unit) ?? {}
    const unitB = view === 'A' ? undefined : redline?.unitB
    const parents = unitB && this.parents.get(unitB)
    if (!unitB || !parents) return []
    const places = new Map<number, number>()
    const heading = unit.firstChild
    if (heading?.type === schema.nodes.heading && !this.merged.blocks.has(heading)) {
      places.set(-1, -1)
    }
    let draft = 0
    for (const [index, block] of bodyOf(unit).entries()) {
      const marked = this.merged.blocks.get(block)
      if (!marked) places.set(draft, index)
      if (marked?.view !== 'A') draft++
    }
    const { draft: act, others } = this.texts
    return referencesIn(act, { unit: unitB, parents }, others).flatMap((reference) => {
      const block = places.get(reference.block)
      return block === undefined ? [] : [{ ...reference, block }]
    })
  }

  told(): Told {
    const { id, language, tradition, profile } = actAttrs(this.texts.base)
    const { A: base, B: draft } = this.periodOf
    const marked = { base, draft, id, language, tradition, profile }
    return {
      ...NOTHING_TOLD,
      events: this.periods.events,
      periods: this.periods.xml,
      references: [IN_FORCE],
      proprietary: [emptyTag('bapta:marked', marked)],
    }
  }
}

/** The draft's units have the ids that they have in the draft alone; the others are told apart by a number. */
function namesOf(
  { act, units }: MergedAct,
  draft: ReadonlyMap<UnitId, string>,
  base: ReadonlyMap<UnitId, string>,
): ReadonlyMap<Unit, string> {
  const names = new Map<Unit, string>()
  const taken = new Set<string>()
  const nameAll = (isNamed: (view: View) => boolean, ids: ReadonlyMap<UnitId, string>) =>
    walkUnits(act, (unit) => {
      if (!isNamed(units.get(unit)?.view ?? 'both')) return
      const id = ids.get(unitAttrs(unit).id) ?? 'nn'
      let name = id
      for (let n = 2; taken.has(name); n++) name = `${id}_${n}`
      taken.add(name)
      names.set(unit, name)
    })
  nameAll((view) => view !== 'A', draft)
  nameAll((view) => view === 'A', base)
  return names
}

function segmentsIn({ redline }: MergedBlock, node: Node): readonly Segment[] {
  switch (redline.kind) {
    case 'words':
      return redline.segments.map((segment) => ({ ...segment, by: segment.by ?? redline.by }))
    case 'inserted':
    case 'deleted':
      return redline.segments ?? [{ kind: redline.kind, content: node.content, by: redline.by }]
    case 'kept':
    case 'table':
      return []
  }
}
