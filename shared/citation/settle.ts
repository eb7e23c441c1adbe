import type { Node } from 'prosemirror-model'
import { present } from '../base/assert.ts'
import type { TextRange } from '../base/range.ts'
import type { UnitId } from '../schema/act.ts'
import { blockText } from '../structure/canonical-text.ts'
import type { Proposal } from './asked.ts'
import type { PlacedLine } from './carry.ts'
import type { ReadCitation } from './references.ts'
import type { Rewrite } from './rewrite-value.ts'

/** A citation in a line of the act after an edit, and the units that it must name there. */
export interface Task {
  readonly line: PlacedLine
  readonly range: TextRange
  readonly was: 'bound' | 'broken'
  readonly units: readonly UnitId[]
  /** Whether some of what it named is gone. */
  readonly loss: 'none' | 'some'
  /** Whether a unit that it names is now of another kind, and called by another noun. */
  readonly isRenamed: boolean
  /** Whether a neighbor in its list names the larger unit for it. */
  readonly isElided: boolean
  /** The likeliest first; made as they are asked for. */
  readonly proposals: () => Iterator<Proposal>
}

export interface Outcome {
  readonly task: Task
  readonly words: string | null
  readonly kind: Rewrite['kind']
  readonly reason: Rewrite['reason']
}

type Read = (wordsOf: (line: Node) => string | undefined) => readonly ReadCitation[]

/** A task with the words now tried for it. */
interface Trial {
  readonly task: Task
  readonly old: string
  readonly options: Proposal[]
  readonly more: Iterator<Proposal>
  /** Which option is tried; past the last one the citation stays as it is. */
  at: number
  /** Whether the drafter decides, and the text keeps the old words. */
  held: Rewrite['reason'] | undefined
}

/**
 * Chooses words for the citations of one unit by reading them: the unit's lines are put together with
 * the words tried, and each citation must be read there as naming its units and no others. What fails
 * tries its next words; what has none left stays and is to be checked.
 */
export function settle(
  tasks: readonly Task[],
  read: Read,
  isOld: (unit: UnitId) => boolean,
): readonly Outcome[] {
  const trials = tasks.map(
    (task): Trial => ({
      task,
      old: task.line.text.slice(task.range.start, task.range.end),
      options: [],
      more: task.proposals(),
      at: BEFORE,
      held: undefined,
    }),
  )
  if (!tasks.some(({ isRenamed }) => isRenamed) && failed(trials, read, isOld).length === 0)
    return []
  for (const trial of trials) {
    trial.at = 0
    hold(trial)
  }
  const limit = trials.length * LONGEST_LIST_OF_OPTIONS
  for (let pass = 0; pass < limit; pass++) {
    const failing = failed(trials, read, isOld).filter(({ held }) => held === undefined)
    if (failing.length === 0) break
    // A member of a list that names no larger unit may be right once its neighbor is.
    const first = failing.filter(({ task }) => !task.isElided)
    for (const trial of first.length > 0 ? first : failing) advance(trial)
  }
  for (const trial of trials) doubt(trial)
  if (trials.every(({ held }) => held === undefined))
    return trials.flatMap((trial) => outcomeOf(trial, NONE) ?? [])
  for (const trial of failed(trials, read, isOld)) trial.held ??= 'unnamed'
  const wrong = new Set(failed(trials, read, isOld))
  return trials.flatMap((trial) => outcomeOf(trial, wrong) ?? [])
}

const NONE: ReadonlySet<Trial> = new Set()

/** No words are tried yet. */
const BEFORE = -1

/** As many as {@link Proposal}s are made of one citation. */
const LONGEST_LIST_OF_OPTIONS = 20

/** Sets aside what is the drafter's to decide from the start. */
function hold(trial: Trial): void {
  if (trial.task.was === 'broken') trial.held = 'found'
  else if (trial.task.loss === 'some') trial.held = 'removed'
}

/** Sets aside words that grammar does not make certain. */
function doubt(trial: Trial): void {
  const option = optionAt(trial, trial.at)
  if (trial.held === undefined && option && !option.certain && option.words !== trial.old)
    trial.held = option.doubt ?? 'case'
}

/** The `n`th words to try; the old ones are the last if they are none of the others. */
function optionAt(trial: Trial, n: number): Proposal | undefined {
  const { options, more, old } = trial
  while (options.length <= n) {
    const next = more.next()
    if (next.done) {
      if (options.some(({ words }) => words === old)) break
      options.push({ words: old, certain: true, change: 'number' })
    } else options.push(next.value)
  }
  return options[n]
}

function advance(trial: Trial): void {
  trial.at++
  if (!optionAt(trial, trial.at)) trial.held = 'unnamed'
}

/** The words that stand in the text while reading. */
function wordsIn(trial: Trial): string {
  if (trial.held !== undefined || trial.at === BEFORE) return trial.old
  return optionAt(trial, trial.at)?.words ?? trial.old
}

/** The trials whose words do not name their units. */
function failed(
  trials: readonly Trial[],
  read: Read,
  isOld: (unit: UnitId) => boolean,
): readonly Trial[] {
  const lines = new Map<Node, Trial[]>()
  for (const trial of trials) {
    const { node } = trial.task.line.at
    const inLine = lines.get(node)
    if (inLine) inLine.push(trial)
    else lines.set(node, [trial])
  }
  const texts = new Map<Node, string>()
  const wholes = new Map<Node, string>()
  const places = new Map<Trial, TextRange>()
  for (const [node, inLine] of lines) {
    const old = blockText(node)
    const words = put(old, inLine, places)
    wholes.set(node, words)
    if (words !== old) texts.set(node, words)
  }
  const found = read((line) => texts.get(line))
  return trials.filter((trial) => {
    const place = present(places.get(trial), 'each trial is put in its line')
    const here = found.filter(
      ({ at, citation: { range } }) =>
        at.node === trial.task.line.at.node && range.start < place.end && place.start < range.end,
    )
    const text = wholes.get(trial.task.line.at.node) ?? ''
    return !(spans(here, place, text) && names(here, trial.task, isOld))
  })
}

function put(text: string, trials: readonly Trial[], places: Map<Trial, TextRange>): string {
  let words = ''
  let at = 0
  for (const trial of trials.toSorted((a, b) => a.task.range.start - b.task.range.start)) {
    const { start, end } = trial.task.range
    words += text.slice(at, start)
    const from = words.length
    words += wordsIn(trial)
    places.set(trial, { start: from, end: words.length })
    at = end
  }
  return words + text.slice(at)
}

/** Whether what is read fills a place; a noun that announces several citations is part of none. */
function spans(here: readonly ReadCitation[], place: TextRange, text: string): boolean {
  const [first, last] = [here[0]?.citation.range, here.at(-1)?.citation.range]
  if (!first || !last) return false
  return (
    place.start <= first.start &&
    last.end === place.end &&
    !/[\d,;]/u.test(text.slice(place.start, first.start))
  )
}

/** Whether what is read at a place names the units of a task, and beside them only new ones in a range. */
function names(
  here: readonly ReadCitation[],
  { units, was }: Task,
  isOld: (unit: UnitId) => boolean,
): boolean {
  const isBroken = here.some(({ reference: { status } }) => status === 'broken')
  if (was === 'broken' && units.length === 0) return isBroken
  if (isBroken !== (was === 'broken')) return false
  if (here.some(({ reference: { status } }) => status === 'ambiguous')) return false
  const found = new Set(
    here.flatMap(({ reference }) => reference.targets.flatMap(({ unit }) => unit ?? [])),
  )
  return (
    units.every((unit) => found.has(unit)) &&
    [...found].every((unit) => units.includes(unit) || !isOld(unit))
  )
}

function outcomeOf(trial: Trial, wrong: ReadonlySet<Trial>): Outcome | undefined {
  const { task, held, old } = trial
  const option = optionAt(trial, held === 'unnamed' ? 0 : trial.at)
  const words = option === undefined || option.words === old ? null : option.words
  if (held !== undefined)
    return wrong.has(trial) ? { task, words, kind: 'check', reason: held } : undefined
  return option && words !== null
    ? { task, words, kind: 'rewrite', reason: option.change }
    : undefined
}
