import type { Node } from 'prosemirror-model'
import type { TextRange } from '../base/range.ts'
import { type Act, titleOf, type UnitId, walkUnits } from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import type { UnitEdit } from '../structure/edit.ts'
import type { CitationWords } from '../tradition/citation.ts'
import { citationWordsFor } from '../tradition/citation-words.ts'
import { profileOf } from '../tradition/profiles.ts'
import { idOf, indexOf, type PlacedUnit } from './act-index.ts'
import { type BoundStep, kindOf, type Proposal } from './asked.ts'
import { Carrier, type PlacedLine } from './carry.ts'
import { citationsRead, type OtherAct, type ReadCitation } from './references.ts'
import { proposals } from './reword.ts'
import type { Rewrite } from './rewrite-value.ts'
import { settle, type Task } from './settle.ts'

export interface RewriteOptions {
  /** What became of units that were split or joined; a unit that is not in it is itself. */
  readonly heirs?: ReadonlyMap<UnitId, readonly UnitId[]>
}

/** An act that was edited, as another act cites it. */
export interface ChangedAct extends Omit<OtherAct, 'act'> {
  readonly before: Act
  readonly after: Act
  /** Between the two; made where it is left out, and to be given where several acts cite. */
  readonly carrier?: Carrier
  /** What the citing act may name besides, so that a name answers here as it does elsewhere. */
  readonly beside?: readonly OtherAct[]
}

export interface CitingOptions extends RewriteOptions {
  /** The units of the citing act to look into; left out, all. */
  readonly units?: ReadonlySet<UnitId>
}

/** What the citations of an act need after edits of its structure; the act's own citations of its units. */
export function planRewrites(
  before: Act,
  after: Act,
  options: RewriteOptions = {},
): readonly Rewrite[] {
  const carrier = new Carrier(before, after)
  const sides = { before, after }
  return plan({ citing: sides, cited: sides, id: null, othersWith: () => [], carrier, options })
}

/** What the citations of another act need after edits of the act that it cites. */
export function planRewritesIn(
  citing: Act,
  changed: ChangedAct,
  options: CitingOptions = {},
): readonly Rewrite[] {
  const { before, after, carrier, beside = [], ...named } = changed
  const cited = { ...named, names: [...named.names, titleOf(before)] }
  return plan({
    citing: { before: citing, after: citing },
    cited: { before, after },
    id: named.id,
    othersWith: (act) => [{ ...cited, act }, ...beside],
    carrier: carrier ?? new Carrier(before, after),
    options,
  })
}

interface Sides {
  readonly before: Act
  readonly after: Act
}

interface Asking {
  readonly citing: Sides
  readonly cited: Sides
  /** As references name the cited act; `null` for the citing act itself. */
  readonly id: string | null
  /** The acts that citations may name, the cited one with this text. */
  readonly othersWith: (cited: Act) => readonly OtherAct[]
  /** Between the two texts of the cited act. */
  readonly carrier: Carrier
  readonly options: CitingOptions
}

function plan(asking: Asking): readonly Rewrite[] {
  const { citing, cited, id, options } = asking
  const lines = id === null ? asking.carrier : new Carrier(citing.before, citing.after)
  const others = asking.othersWith(cited.before)
  const byUnit = new Map<UnitId, Task[]>()
  walkUnits(citing.before, (unit, parents) => {
    if (options.units && !options.units.has(idOf(unit))) return
    for (const bound of citationsRead(citing.before, { unit, parents }, others)) {
      if (!isBound(bound, id)) continue
      const found = lines.find(idOf(unit), bound.at, bound.citation.range)
      const task = found && taskOf(asking, bound, found.line, found.shift)
      if (!task) continue
      const holder = idOf(found.line.holder.unit)
      const tasks = byUnit.get(holder)
      if (tasks) tasks.push(task)
      else byUnit.set(holder, [task])
    }
  })
  return [...byUnit].flatMap(([holder, tasks]) => {
    const placed = lines.unit(holder)
    return placed ? planUnit(asking, placed, tasks) : []
  })
}

/** Notes tell what was; their citations are left as the publisher wrote them. */
function isBound({ reference, at, trail }: ReadCitation, id: string | null): boolean {
  return (
    at.node.type !== schema.nodes.note &&
    trail.length > 0 &&
    reference.targets.some((target) => target.act === id)
  )
}

function taskOf(
  asking: Asking,
  bound: ReadCitation,
  line: PlacedLine,
  shift: number,
): Task | undefined {
  const { cited, citing, carrier, options } = asking
  const { citation, trail, reference } = bound
  const range = shifted(citation.range, shift)
  if (line.text.slice(range.start, range.end) !== citation.text) return undefined
  const named = citation.steps.filter(({ kinds }) => kinds.length > 0)
  const now = (placed: PlacedUnit): readonly PlacedUnit[] =>
    livingHeirs(idOf(placed.unit), options).flatMap((id) => {
      const unit = carrier.unit(id)
      return unit ? [placed.own ? { ...unit, own: true } : unit] : []
    })
  let around: readonly (readonly PlacedUnit[])[] = []
  const steps = named.map((step, i): BoundStep => {
    const found = trail[i] ?? []
    // A relative step inside another names what that one does.
    const was = found.length === 0 ? around : found
    around = was
    return {
      step: step.surface ? { ...step, surface: surfaceAt(step.surface, shift) } : step,
      was,
      now: was.map((units) => units.flatMap(now)),
    }
  })
  const leaf = steps.at(-1)
  const units = leaf?.now.flat() ?? []
  const lost = leaf?.now.some((one) => one.length === 0) ?? false
  const make = (): Iterator<Proposal> =>
    proposals({
      text: line.text,
      range,
      holder: asking.id === null ? line.holder : undefined,
      steps,
      words: citationWordsFor(profileOf(citing.after)),
      profile: profileOf(cited.after),
      index: indexOf(cited.after),
      isOld: (id) => carrier.isOld(id),
    })
  return {
    line,
    range,
    was: reference.status === 'broken' ? 'broken' : 'bound',
    units: [...new Set(units.map(({ unit }) => idOf(unit)))],
    loss: lost ? 'some' : 'none',
    isRenamed: steps.some(({ was, now }) => {
      const kind = kindOf(now.flat())
      return kind !== undefined && kind !== kindOf(was.flat())
    }),
    isElided: named.some(({ surface }) => surface === undefined),
    proposals: make,
  }
}

function surfaceAt(surface: NonNullable<BoundStep['step']['surface']>, shift: number) {
  return {
    range: shifted(surface.range, shift),
    ...(surface.noun ? { noun: shifted(surface.noun, shift) } : {}),
    items: surface.items.map((item) => shifted(item, shift)),
  }
}

function shifted({ start, end }: TextRange, shift: number): TextRange {
  return { start: start + shift, end: end + shift }
}

/** What becomes of units that edits join to others. */
export function heirsOf(edits: readonly UnitEdit[]): ReadonlyMap<UnitId, readonly UnitId[]> {
  return new Map(edits.flatMap((edit) => (edit.kind === 'join' ? [[edit.unit, [edit.into]]] : [])))
}

/** Generations of splits and joins followed; more is a circle. */
const GENERATIONS = 16

function livingHeirs(id: UnitId, { heirs }: RewriteOptions): readonly UnitId[] {
  let found: readonly UnitId[] = [id]
  for (let n = 0; n < GENERATIONS; n++) {
    const next = found.flatMap((one) => {
      const own = heirs?.get(one)
      // A unit among its own heirs is what is left of it.
      return own === undefined || own.includes(one) ? (n === 0 && own ? own : [one]) : own
    })
    if (next.length === found.length && next.every((one, i) => one === found[i])) break
    found = next
  }
  return [...new Set(found)]
}

function planUnit(asking: Asking, holder: PlacedUnit, tasks: readonly Task[]): readonly Rewrite[] {
  const { citing, cited, id, carrier } = asking
  const others = asking.othersWith(cited.after)
  const read = (wordsOf: (line: Node) => string | undefined) =>
    citationsRead(citing.after, holder, others, wordsOf).filter(({ reference }) =>
      reference.targets.some((target) => target.act === id),
    )
  return settle(tasks, read, (unit) => carrier.isOld(unit)).map((outcome): Rewrite => {
    const { task, kind, reason } = outcome
    const { block, offset } = task.line.at
    const { range, words } = withLead(
      task,
      outcome.words,
      citationWordsFor(profileOf(citing.after)),
    )
    return {
      from: idOf(holder.unit),
      block,
      range: shifted(range, offset),
      oldWords: task.line.text.slice(range.start, range.end),
      citation: task.line.text.slice(task.range.start, task.range.end),
      newWords: words,
      kind,
      reason,
      targets: task.units,
    }
  })
}

/** «со статьей 5» → «с пунктом 2 статьи 4»: the word before goes with the first word. */
function withLead({ line, range }: Task, words: string | null, lexicon: CitationWords) {
  const { euphony } = lexicon
  const lead = /(?<!\p{L})(\p{L}+)\s+$/u.exec(line.text.slice(0, range.start))
  const written = lead?.[1]?.toLowerCase()
  const pair = euphony.find(({ short, long }) => written === short || written === long)
  if (!lead?.[1] || words === null || written === undefined) return { range, words }
  const old = line.text.slice(range.start, range.end)
  const widened = { start: range.start - lead[0].length, end: range.end }
  const isDropped = takesArticle(old, lexicon) && !takesArticle(words, lexicon)
  if (lexicon.articles.includes(written) && isDropped) return { range: widened, words }
  if (!pair) return { range, words }
  const wants = (text: string) => (pair.behind.test(text) ? pair.long : pair.short)
  if (wants(old) === wants(words) || written === wants(words)) return { range, words }
  const other = wants(words)
  const form = /^\p{Lu}/u.test(lead[1])
    ? `${other.charAt(0).toUpperCase()}${other.slice(1)}`
    : other
  return { range: widened, words: form + lead[0].slice(lead[1].length) + words }
}

/** "the previous Article", "the second part", and no article before "Article 39". */
function takesArticle(text: string, words: CitationWords): boolean {
  const first = /^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? ''
  return (
    [words.previous, words.next, words.said].some((known) => known.test(first)) ||
    words.ordinals.some(({ declined }) => declined.neuter.nominative === first)
  )
}
