import type { Redline, UnitRedline } from '../../diff/redline.ts'
import { type Act, type UnitId, unitAttrs } from '../../schema/act.ts'
import { textBlocks } from '../apply/block-words.ts'
import { wordsIn } from '../apply/search.ts'
import type { SubstituteWords, WordPair } from '../instruction.ts'
import { hunksIn, isLaw, saysTheSame } from './blocks.ts'

/** Words that give way to others in the whole act, and the units of which that says all that changes. */
export interface Throughout {
  readonly changes: readonly {
    readonly instruction: SubstituteWords
    readonly units: readonly UnitId[]
  }[]
  readonly units: ReadonlySet<UnitId>
}

/** In so many units a drafter says a substitution once: fewer are named one by one. */
const MANY = 5

/** Inflected forms that one instruction lists before nobody reads it any more. */
const MOST_FORMS = 8

/**
 * Substitutions that are said once, «по всему тексту»: of words that many units change and no unit of
 * the draft still has, so that the rest of the law may be done before. `mayBeLeft` tells the units that
 * nobody wants worded by themselves.
 */
export function throughoutOf(
  { units }: Redline,
  draft: Act,
  mayBeLeft: (unit: UnitId) => boolean,
): Throughout | undefined {
  const reworded: Reworded[] = []
  const visit = (redline: UnitRedline): void => {
    const texts = textsOf(redline)
    const { unitB } = redline
    const id = unitB && texts.length > 0 ? unitAttrs(unitB).id : undefined
    if (id !== undefined && mayBeLeft(id)) reworded.push({ id, texts })
    for (const one of redline.units) visit(one)
  }
  for (const one of units) visit(one)
  const groups = formsOf(reworded).filter(
    (pairs) =>
      reworded.filter((one) => isSaid(one, pairs)).length >= MANY &&
      pairs.every(({ old }) => !stands(draft, old)),
  )
  if (groups.length === 0) return undefined
  const left = reworded.filter((one) => isSaid(one, groups.flat()))
  const changes = groups.map((pairs) => ({
    instruction: {
      kind: 'substituteWords' as const,
      at: { unit: [] },
      pairs,
      occurrence: 'each' as const,
    },
    units: left.filter((one) => has(one, pairs)).map(({ id }) => id),
  }))
  return { changes, units: new Set(left.map(({ id }) => id)) }
}

/** A unit that stands, in whose heading and text nothing but words changed. */
interface Reworded {
  readonly id: UnitId
  readonly texts: readonly Texts[]
}

/** What a block said and says, and the words that changed in it. */
interface Texts {
  readonly textA: string
  readonly textB: string
  readonly pairs: readonly WordPair[]
}

const known = new WeakMap<UnitRedline, readonly Texts[]>()

/** The blocks that changed; none where anything but words did. */
function textsOf(redline: UnitRedline): readonly Texts[] {
  const { kind, unitA, unitB } = redline
  if (kind === 'kept' || kind === 'movedFrom' || kind === 'movedTo' || !unitA || !unitB) return []
  const memo = known.get(redline)
  if (memo) return memo
  const texts = textsAnew(redline)
  known.set(redline, texts)
  return texts
}

function textsAnew({ heading, body }: UnitRedline): readonly Texts[] {
  const texts: Texts[] = []
  const headings = heading && heading.kind !== 'kept' ? [heading] : []
  for (const block of [...headings, ...body.filter((one) => !saysTheSame(one))]) {
    if (block.kind !== 'words' || isLaw(block.blockA) !== isLaw(block.blockB)) return []
    const { textA, textB, hunks } = hunksIn(block.segments)
    const pairs = hunks.map(({ fromA, toA, fromB, toB }) => ({
      old: textA.slice(fromA, toA).trim(),
      new: textB.slice(fromB, toB).trim(),
    }))
    texts.push({ textA, textB, pairs })
  }
  return texts
}

/** Words of law, of more than a few letters: marks, figures and small words are told with their place. */
const TELLING = /^\p{L}[\p{L}\p{N} -]{1,}\p{L}$/u

interface Form extends WordPair {
  readonly count: number
}

/** What words mostly give way to, the inflected forms of one together, where there are enough of them. */
function formsOf(reworded: readonly Reworded[]): readonly (readonly WordPair[])[] {
  const groups: Form[][] = []
  const byOpening = new Map<string, Form[][]>()
  for (const form of mostly(reworded.flatMap(({ texts }) => texts).flatMap(({ pairs }) => pairs))) {
    const opening = `${form.old.slice(0, LEAST_STEM)} ${form.new.slice(0, LEAST_STEM)}`
    const alike = byOpening.get(opening) ?? []
    byOpening.set(opening, alike)
    const group = alike.find(([first]) => first && areForms(first, form))
    if (group && group.length < MOST_FORMS) group.push(form)
    else {
      const begun = [form]
      groups.push(begun)
      alike.push(begun)
    }
  }
  return groups
    .filter((forms) => forms.reduce((sum, { count }) => sum + count, 0) >= MANY)
    .map((forms) => withoutCompounds(forms.map(({ old, new: fresh }) => ({ old, new: fresh }))))
}

/** Of all that the same words gave way to, what they did most often. */
function mostly(pairs: readonly WordPair[]): readonly Form[] {
  const counts = new Map<string, Map<string, number>>()
  for (const { old, new: fresh } of pairs) {
    if (!TELLING.test(old) || !TELLING.test(fresh)) continue
    const count = counts.get(old) ?? new Map<string, number>()
    counts.set(old, count.set(fresh, (count.get(fresh) ?? 0) + 1))
  }
  return [...counts].flatMap(([old, count]) => {
    const [first] = [...count].toSorted(([, a], [, b]) => b - a)
    return first ? [{ old, new: first[0], count: first[1] }] : []
  })
}

/** «Совет или Совет» changes as «Совет» does. */
function withoutCompounds(pairs: readonly WordPair[]): readonly WordPair[] {
  return pairs.filter((pair) => {
    const others = pairs.filter((one) => one !== pair)
    return substituted(pair.old, others) !== pair.new
  })
}

/** Whether both words of two pairs begin alike: «Совет» and «Совета», «Суд» and «Суда». */
function areForms(a: WordPair, b: WordPair): boolean {
  return haveOneStem(a.old, b.old) && haveOneStem(a.new, b.new)
}

/** Letters that two forms of a word have in common at the least. */
const LEAST_STEM = 3

/** Of the shorter word all but its last two letters. */
function haveOneStem(a: string, b: string): boolean {
  const stem = Math.max(LEAST_STEM, Math.min(a.length, b.length) - 2)
  return a.slice(0, stem) === b.slice(0, stem)
}

function has({ texts }: Reworded, pairs: readonly WordPair[]): boolean {
  return texts.some((one) => one.pairs.some(({ old }) => pairs.some((pair) => pair.old === old)))
}

/** Whether the unit reads as in the draft when the pairs are done, and nothing else. */
function isSaid({ texts }: Reworded, pairs: readonly WordPair[]): boolean {
  return texts.every(({ textA, textB }) => substituted(textA, pairs) === textB)
}

/** The longest first, as the instruction is applied. */
function substituted(text: string, pairs: readonly WordPair[]): string {
  let words = text
  for (const { old, new: fresh } of pairs.toSorted((a, b) => b.old.length - a.old.length))
    for (const { start, end } of wordsIn(words, old).toReversed())
      words = words.slice(0, start) + fresh + words.slice(end)
  return words
}

function stands(act: Act, words: string): boolean {
  return textBlocks(act, [], 'deep').some(({ text }) => wordsIn(text, words).length > 0)
}
