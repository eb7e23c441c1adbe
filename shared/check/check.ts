import type { Severity } from '../base/problem.ts'
import { finished } from '../base/steps.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type Unit,
  type UnitAttrs,
  unitAttrs,
  unitsOf,
} from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { schema } from '../schema/schema.ts'
import { blockText } from '../structure/canonical-text.ts'
import { flattenedLabel } from '../structure/flattened.ts'
import { labelAfter, printedNum } from '../structure/label.ts'
import { profileOf } from '../tradition/profiles.ts'
import { type Profile, styleOf, type UnitStyle } from '../tradition/tradition.ts'
import { type Facts, FINDINGS, type Finding } from './findings.ts'
import type { CheckProblem, Remedy } from './remedy.ts'
import { doubtInSeries, type SeriesDoubt } from './series.ts'

/** What of an act a drafter should look at before it leaves the desk, in document order; one walk. */
export function check(act: Act): readonly CheckProblem[] {
  return finished(checkSteps(act))
}

/** {@link check} a unit at a time, so that a caller may do other work between. */
export function* checkSteps(act: Act): Generator<undefined, readonly CheckProblem[]> {
  const checking = new Checking(profileOf(act))
  yield* checking.units(unitsOf(act), undefined)
  return checking.problems
}

/** By kind, the units met so far in one series, by label. */
type Series = Map<UnitKind, Map<string, Unit>>

class Checking {
  readonly problems: CheckProblem[] = []
  private readonly profile: Profile
  private readonly ids = new Set<string>()
  private readonly throughAct: Series = new Map()
  /** The last unit of each kind, wherever it stands: chapters may be numbered on from part to part. */
  private readonly last = new Map<UnitKind, Unit>()

  constructor(profile: Profile) {
    this.profile = profile
  }

  *units(units: readonly Unit[], parent: Unit | undefined): Generator<undefined, void> {
    const inParent: Series = new Map()
    for (const [i, unit] of units.entries()) {
      const attrs = unitAttrs(unit)
      this.identity(unit, attrs)
      this.place(unit, attrs, parent)
      this.content(unit, attrs)
      const through = styleOf(this.profile, attrs.kind)?.series === 'act'
      this.number(unit, attrs, through ? this.throughAct : inParent, units[i + 1])
      yield
      yield* this.units(unitsOf(unit), unit)
    }
  }

  private identity(unit: Unit, { id }: UnitAttrs): void {
    if (id === '') {
      this.report(unit, 'no-id', 'error')
    } else if (this.ids.has(id)) {
      this.report(unit, 'duplicate-id', 'error')
    }
    this.ids.add(id)
  }

  private place(unit: Unit, { kind }: UnitAttrs, parent: Unit | undefined): void {
    const style = styleOf(this.profile, kind)
    if (!style) {
      if (!FRAME.has(kind)) {
        this.report(unit, 'unknown-kind', 'info', { profile: this.profile.name })
      }
      return
    }
    if (!parent) return
    const outer = unitAttrs(parent).kind
    const holder = styleOf(this.profile, outer)
    if (!holder || holder.holds.includes(kind)) return
    const facts = { holder: this.name(parent), word: style.word }
    this.report(unit, 'misnested', 'warning', facts, this.retyped(unit, holder, style))
  }

  /** The kind that the parent holds and that prints its number alike. */
  private retyped(unit: Unit, holder: UnitStyle, { print }: UnitStyle): Remedy | undefined {
    const to = holder.holds.find((kind) => styleOf(this.profile, kind)?.print === print)
    const word = to && styleOf(this.profile, to)?.word
    if (print === undefined || !to || !word) return undefined
    return { kind: 'setKind', to, word, edits: [{ kind: 'setKind', unit: unitAttrs(unit).id, to }] }
  }

  private content(unit: Unit, { kind, state }: UnitAttrs): void {
    const heading = headingOf(unit)
    if (heading && blockText(heading).trim() === '') {
      const edits = [
        { kind: 'setText', unit: unitAttrs(unit).id, heading: null, body: bodyOf(unit) },
      ] as const
      this.report(unit, 'empty-heading', 'warning', {}, { kind: 'dropHeading', edits })
    }
    const body = bodyOf(unit)
    if (body.some(({ type }) => type === schema.nodes.unknown)) {
      this.report(unit, 'unknown-content', 'warning')
    }
    if (state === 'repealed' || FRAME.has(kind) || unitsOf(unit).length > 0) return
    const words = body.some(
      (block) =>
        block.type !== schema.nodes.note && (block.isAtom || block.textContent.trim() !== ''),
    )
    if (!words) this.report(unit, 'empty', 'warning')
  }

  private number(
    unit: Unit,
    { kind, label }: UnitAttrs,
    series: Series,
    next: Unit | undefined,
  ): void {
    const style = styleOf(this.profile, kind)
    if (label === null) {
      if (style?.print !== undefined && kind !== 'annex') {
        this.report(unit, 'no-number', 'warning')
      }
      return
    }
    const met = series.get(kind) ?? new Map<string, Unit>()
    series.set(kind, met)
    const twin = met.get(label)
    if (twin) {
      const remedy = renumbered(unit, labelAfter(label, new Set(met.keys())))
      this.report(unit, 'duplicate-label', 'error', {}, remedy)
      return
    }
    const before = this.last.get(kind)
    const after = next && unitAttrs(next).kind === kind ? unitAttrs(next).label : null
    const raised = before && flattenedLabel(unitAttrs(before).label, label, after)
    if (raised !== undefined && !met.has(raised)) {
      const facts = { before: `${unitAttrs(before ?? unit).label}`, after: `${after}`, raised }
      this.report(unit, 'flattened-number', 'warning', facts, renumbered(unit, raised))
      return
    }
    const inSeries = met.size === 0 ? undefined : this.last.get(kind)
    const doubt = this.doubtOf(unit, label, inSeries, style)
    if (doubt) this.doubt(unit, inSeries, doubt)
    met.set(label, unit)
    this.last.set(kind, unit)
  }

  /** A list that opens with another number than 1 may go on with the list of the unit before. */
  private doubtOf(
    unit: Unit,
    label: string,
    before: Unit | undefined,
    style: UnitStyle | undefined,
  ): SeriesDoubt | undefined {
    const doubt = doubtInSeries(before ? unitAttrs(before).label : null, label, style?.labels)
    if (doubt !== 'gap' || before || style?.placement !== 'line') return doubt
    const elsewhere = this.last.get(unitAttrs(unit).kind)
    const last = elsewhere ? unitAttrs(elsewhere).label : null
    return last !== null && doubtInSeries(last, label, style.labels) === undefined
      ? undefined
      : doubt
  }

  private doubt(unit: Unit, before: Unit | undefined, doubt: SeriesDoubt): void {
    const severity = doubt === 'gap' ? 'info' : 'warning'
    this.report(unit, doubt, severity, before ? { before: this.name(before) } : {})
  }

  private report(
    unit: Unit,
    finding: Finding,
    severity: Severity,
    named: Facts = {},
    remedy?: Remedy,
  ): void {
    const name = this.name(unit)
    const facts: Facts = { ...named, unit: `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}` }
    const message = `${facts['unit']} ${FINDINGS[finding](facts)}`
    const { id } = unitAttrs(unit)
    const problem = { code: `check/${finding}`, severity, message, unit: id, finding, facts }
    this.problems.push(remedy ? { ...problem, remedy } : problem)
  }

  /** The unit in the drafter's words: its word and number, or its first words. */
  private name(unit: Unit): string {
    const { kind, label } = unitAttrs(unit)
    const word = styleOf(this.profile, kind)?.word ?? kind
    if (label !== null) return `${word} ${label}`
    const printed = printedNum(this.profile, unit)
    const words = printed ?? unit.textContent.slice(0, 40).trim()
    return words === '' ? word : `${word} “${words}”`
  }
}

function renumbered(unit: Unit, to: string): Remedy {
  const { id } = unitAttrs(unit)
  return { kind: 'renumber', to, edits: [{ kind: 'setLabel', unit: id, label: to, num: null }] }
}

/** Units that frame an act stand in no series and need no words. */
const FRAME: ReadonlySet<UnitKind> = new Set(['preface', 'preamble', 'conclusions', 'annex'])
