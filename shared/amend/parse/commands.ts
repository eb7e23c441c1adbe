import type { TextRange } from '../../base/range.ts'
import type { Deed, DirectiveWords, QuoteRole } from '../../tradition/directives.ts'
import type { Profile } from '../../tradition/tradition.ts'
import type { Command, NamedTarget, RoledQuote } from './command.ts'
import { isSpokenOf, type Masked, quotationsWithin } from './masked.ts'
import { movedUnder } from './moves.ts'
import type { Target } from './target.ts'
import { rankOf, targetsIn } from './targets.ts'

interface Verb extends TextRange {
  readonly deed: Deed
}

/** The commands of one clause of the law, in order; none where it has no verb that commands. */
export function commandsIn(
  masked: Masked,
  clause: TextRange,
  profile: Profile,
  words: DirectiveWords,
): readonly Command[] {
  const text = masked.text.slice(clause.start, clause.end).toLowerCase()
  const verbs = verbsIn(text, words)
  const chunks =
    words.verb === 'last' ? endingAtVerbs(text, verbs) : aroundVerbs(text, verbs, words)
  const commands = chunks.map((chunk) => command(masked, clause.start, text, chunk, profile, words))
  return instead(commands, words)
}

/** "striking A and inserting B" is one substitution, and "moved to … and renumbered as" one move. */
function instead(commands: readonly Command[], words: DirectiveWords): readonly Command[] {
  const joined: Command[] = []
  for (const one of commands) {
    const last = joined.at(-1)
    const under = last && movedUnder(last, one)
    if (under) {
      joined[joined.length - 1] = under
      continue
    }
    const pairs =
      last?.deed === 'omit' &&
      (one.deed === 'add' || one.deed === 'substitute') &&
      last.quotes.some(({ role }) => role === 'old' || role === undefined) &&
      one.quotes.every(({ role }) => role === 'new' || role === undefined) &&
      one.targets.every(({ role }) => role !== 'complement') &&
      words.instead.test(one.words) &&
      !words.atEnd.test(one.words)
    if (!last || !pairs) {
      joined.push(one)
      continue
    }
    joined[joined.length - 1] = {
      ...last,
      deed: 'substitute',
      range: { start: last.range.start, end: one.range.end },
      words: `${last.words} ${one.words}`,
      quotes: [...last.quotes, ...one.quotes.map((quote) => ({ ...quote, role: 'new' as const }))],
    }
  }
  return joined
}

interface Chunk extends TextRange {
  readonly verb: Verb
}

function verbsIn(text: string, words: DirectiveWords): readonly Verb[] {
  const found: Verb[] = []
  for (const [deed, form] of words.verbs)
    for (const { 0: match, index } of text.matchAll(form))
      if (!found.some(({ start, end }) => index < end && start < index + match.length))
        found.push({ deed, start: index, end: index + match.length })
  return found.toSorted((a, b) => a.start - b.start)
}

function endingAtVerbs(text: string, verbs: readonly Verb[]): readonly Chunk[] {
  return verbs.map((verb, i) => ({
    verb,
    start: verbs[i - 1]?.end ?? 0,
    end: i === verbs.length - 1 ? text.length : verb.end,
  }))
}

function aroundVerbs(
  text: string,
  verbs: readonly Verb[],
  words: DirectiveWords,
): readonly Chunk[] {
  const bounds = verbs
    .slice(1)
    .map((verb, i) => boundary(text, verbs[i]?.end ?? 0, verb.start, words))
  return verbs.map((verb, i) => ({
    verb,
    start: i === 0 ? 0 : (bounds[i - 1] ?? verb.start),
    end: bounds[i] ?? text.length,
  }))
}

/** Where between two verbs the words of the second begin. */
function boundary(text: string, from: number, to: number, words: DirectiveWords): number {
  const between = text.slice(from, to)
  for (const { 0: joint, index } of between.matchAll(/[,;]\s+|\s(?:и|а|and|then)\s/gu)) {
    const behind = from + index + joint.length
    if (words.object.test(text.slice(behind, behind + 80))) return from + index + 1
  }
  return to
}

function command(
  masked: Masked,
  offset: number,
  text: string,
  chunk: Chunk,
  profile: Profile,
  words: DirectiveWords,
): Command {
  const { verb, start, end } = chunk
  const own = text.slice(start, end)
  const verbAt = verb.start - start
  const isFirst =
    own.slice(0, verbAt).replaceAll(/[\s,;]|(?<!\p{L})(?:и|а|and|by)(?!\p{L})/gu, '') === ''
  const source = masked.text.slice(offset + start, offset + end)
  const quotes = quotesIn(masked, offset + start, offset + end, own, words)
  const places = targetsIn(source, profile, words).filter(isPlace)
  const deed = isNew(verb.deed, places, own) ? 'add' : verb.deed
  return {
    deed,
    range: { start: offset + start, end: offset + end },
    words: own,
    lead: isFirst ? own : own.slice(0, verbAt),
    targets: named(places, own, { deed, verbAt }, profile, words),
    quotes,
  }
}

/** "A new paragraph (4) to read as follows" adds and restates nothing. */
function isNew(deed: Deed, [first]: readonly Target[], text: string): boolean {
  return deed === 'restate' && first !== undefined && NEW.test(text.slice(0, first.start))
}

const NEW = /\bnew\s+(?:(?:sub-?)*(?:section|paragraph|clause)s?\s+)?$/u

/** An act that is named beside its units is no target of its own. */
function isPlace({ units, part }: Target): boolean {
  return part !== null || units.some((unit) => unit.length > 0)
}

function named(
  targets: readonly Target[],
  text: string,
  { deed, verbAt }: { readonly deed: Deed; readonly verbAt: number },
  profile: Profile,
  words: DirectiveWords,
): readonly NamedTarget[] {
  const roles: NamedTarget['role'][] = []
  for (const [i, target] of targets.entries()) {
    const before = targets[i - 1]
    const between = before ? text.slice(before.end, target.start) : ''
    const isListed = before !== undefined && /^[(\d]/u.test(target.text) && BETWEEN.test(between)
    const own = roleOf(target, text, deed, words)
    roles.push(isListed && own !== 'place' ? (roles[i - 1] ?? 'object') : own)
  }
  const isPaired = deed === 'renumber' || deed === 'move'
  const last = roles.lastIndexOf('object')
  if (isPaired && !roles.includes('complement') && last > 0) roles[last] = 'complement'
  const isBehind = (i: number) => roles[i] === 'object' && (targets[i]?.start ?? 0) > verbAt
  if (deed !== 'move' && verbAt > 0 && targets.some((_, i) => isBehind(i)))
    for (const [i, { start }] of targets.entries())
      if (roles[i] === 'object' && start < verbAt) roles[i] = 'holder'
  const leadIn = text.search(words.leadIn)
  return targets.map((target, i) => {
    const before = targets[i - 1]
    const between = before ? text.slice(before.end, target.start) : ''
    const isApart = before !== undefined && before.start < verbAt && target.start > verbAt
    const isNear = (isSentence(target) ? NEAR_SENTENCE : NEAR).test(between)
    const isListed = /^\s*(?:и|или|and|or|мен|бен|пен)\s/u.test(between)
    const nests =
      before !== undefined &&
      before.end <= target.start &&
      roles[i] !== 'place' &&
      !(before.part && target.part) &&
      !isApart &&
      ((isNear && !isListed) ||
        (before.start < leadIn && leadIn < target.start) ||
        isSmallerIn(before, target, text, profile, words))
    return { ...target, role: roles[i] ?? 'object', nests }
  })
}

/** "In section 5(2), in paragraph (a),": a smaller unit behind a comma is of the one that tells where. */
function isSmallerIn(
  { units: outer, start, end }: Target,
  { units: own, start: from, text: label }: Target,
  text: string,
  profile: Profile,
  words: DirectiveWords,
): boolean {
  const [large, small] = [outer[0]?.at(-1), own[0]?.[0]]
  const between = text.slice(end, from)
  const joint = /^[(\d]/u.test(label) ? between.replace(/[\p{L}-]+\s+$/u, '') : between
  if (!large || !small || !NEAR_SENTENCE.test(joint)) return false
  return (
    words.withinLead.test(text.slice(0, start)) &&
    rankOf(small.kind, profile, words) > rankOf(large.kind, profile, words)
  )
}

/** What may stand between a unit and one in it. */
const NEAR = /^[\s\uFFFC]*(?:\p{L}{1,3}\s+)?$/u
/** A sentence is of the unit named before it, also behind a comma: "In paragraph 4, the second sentence". */
const NEAR_SENTENCE = /^[\s\uFFFC,]*(?:\p{L}{1,3}\s+)?$/u

function isSentence({ part, units }: Target): boolean {
  return part?.kind === 'sentence' && units.every((unit) => unit.length === 0)
}

function roleOf(
  target: Target,
  text: string,
  deed: Deed,
  words: DirectiveWords,
): NamedTarget['role'] {
  const ahead = text.slice(Math.max(0, target.start - 60), target.start)
  const noun = /^[(\d]/u.test(target.text) ? ahead.replace(/[\p{L}-]+\s+$/u, '') : ahead
  const before = noun.replace(/(?:sub-)+$/u, '')
  const behind = text.slice(target.end, target.end + 40)
  if (words.placeLead.test(before) || words.placeTail.test(behind)) return 'place'
  if (deed !== 'add' && deed !== 'renumber' && deed !== 'substitute' && deed !== 'move')
    return 'object'
  const isComplement =
    words.complement.test(target.text.toLowerCase()) || words.complementLead.test(before)
  return isComplement ? 'complement' : 'object'
}

function quotesIn(
  masked: Masked,
  start: number,
  end: number,
  text: string,
  words: DirectiveWords,
): readonly RoledQuote[] {
  const inside = quotationsWithin(masked, start, end)
  const roled: RoledQuote[] = []
  for (const quotation of inside) {
    const at = quotation.start - start
    const last = roled.at(-1)
    const lastEnd = last ? last.quotation.end - start : 0
    const before = text.slice(Math.max(lastEnd, at - 120), at)
    const behind = text.slice(quotation.end - start, quotation.end - start + 80)
    const inList = last !== undefined && BETWEEN.test(before)
    const role =
      roleBeside(before, behind, words) ??
      (quotation.isBlock && !isSpokenOf(behind, words) ? 'block' : inList ? last?.role : undefined)
    const quoted = masked.source.slice(quotation.inner.start, quotation.inner.end)
    roled.push({ role, text: quoted, quotation })
  }
  const marks = namedMarks(text, start, words)
  const all = [...listedBackwards(roled, text, start), ...marks]
  return all.toSorted((a, b) => a.quotation.start - b.quotation.start)
}

/** What stands between the members of a list. */
const BETWEEN = /^\s*(?:[,;]|и|или|and|or|и\s*\(или\)|және|мен|бен|пен|,\s*(?:и|and|or))?\s*$/u

function roleBeside(before: string, behind: string, words: DirectiveWords): QuoteRole | undefined {
  return (
    words.rolesBefore.find(([, form]) => form.test(before))?.[0] ??
    words.rolesBehind.find(([, form]) => form.test(behind))?.[0]
  )
}

/** Punctuation that is called by its name. */
function namedMarks(text: string, offset: number, words: DirectiveWords): readonly RoledQuote[] {
  return words.namedMarks.flatMap(([form, mark, cased]) =>
    [...text.matchAll(form)].flatMap(({ 0: name, index }): RoledQuote[] => {
      const [start, end] = [offset + index, offset + index + name.length]
      const role = cased ?? roleBeside(text.slice(Math.max(0, index - 80), index), '', words)
      if (role === undefined) return []
      const quotation = { start, end, inner: { start, end }, isBlock: false, unclosed: false }
      return [{ role, text: mark, quotation }]
    }),
  )
}

/** «"А", "Б" деген сөздер»: in Kazakh the last of a list tells the role of all. */
function listedBackwards(
  roled: readonly RoledQuote[],
  text: string,
  start: number,
): readonly RoledQuote[] {
  const result = [...roled]
  for (let i = result.length - 2; i >= 0; i--) {
    const [one, next] = [result[i], result[i + 1]]
    if (!one || !next || one.role !== undefined) continue
    const between = text.slice(one.quotation.end - start, next.quotation.start - start)
    if (/^\s*(?:,|және|мен|бен|пен|и)?\s*$/u.test(between)) result[i] = { ...one, role: next.role }
  }
  return result
}
