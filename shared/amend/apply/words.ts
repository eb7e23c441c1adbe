import { problem, type Saying } from '../../base/problem.ts'
import type { Act } from '../../schema/act.ts'
import type { Spot } from '../address.ts'
import type { InsertWords, Occurrence, OmitWords, SubstituteWords } from '../instruction.ts'
import { withWords } from './block-words.ts'
import { corrected, isBracketed, type WordEdit } from './corrections.ts'
import { candidateAt, changed, type Done, idAt, type Refused, refused } from './done.ts'
import { type Hit, nearestTo, wordsIn, wordsInAnyCase } from './search.ts'
import { type Stretch, type Stretches, stretchesFor } from './spot.ts'
import { nodeAt, replaced } from './tree.ts'

export function substituteWords(act: Act, { at, pairs, occurrence }: SubstituteWords): Done {
  const found = stretchesFor(act, at)
  if (!found.ok) return found
  const edits: WordEdit[] = []
  let { doubt } = found
  const longestFirst = pairs.toSorted((a, b) => b.old.length - a.old.length)
  for (const pair of longestFirst) {
    const known = occurrence === 'sole' ? corrected(found.stretches, pair) : undefined
    if (known) {
      doubt ??= known.doubt
      edits.push(...known.edits)
      continue
    }
    const hits = hitsFor(act, found, pair.old, occurrence, edits)
    if (!hits.ok) {
      if (occurrence === 'each' && pairs.length > 1 && hits.why === 'not-found') continue
      return hits
    }
    doubt ??= hits.doubt
    edits.push(...hits.hits.map((hit) => substitution(hit, pair.new)))
  }
  if (edits.length === 0) return notFound(act, found, pairs[0]?.old ?? '')
  return edited(act, edits, doubt ?? unnamed(at, occurrence))
}

export function omitWords(act: Act, { at, words, occurrence }: OmitWords): Done {
  const found = stretchesFor(act, at)
  if (!found.ok) return found
  const known =
    occurrence === 'sole' ? corrected(found.stretches, { old: words, new: '' }) : undefined
  if (known) return edited(act, known.edits.map(omission), found.doubt ?? known.doubt)
  const hits = hitsFor(act, found, words, occurrence, [])
  if (!hits.ok) return hits
  const doubt = found.doubt ?? hits.doubt ?? unnamed(at, occurrence)
  return edited(act, hits.hits.map(omission), doubt)
}

export function insertWords(act: Act, { at, words, where }: InsertWords): Done {
  const found = stretchesFor(act, at)
  if (!found.ok) return found
  const put = words.trim()
  if (!('words' in where)) return atEdge(act, found, put, where.side)
  const hits = hitsFor(act, found, where.words, where.occurrence, [])
  if (!hits.ok) return hits
  const placed = where.side === 'after' ? behind : ahead
  const edits = hits.hits.map((hit) => placed(hit, put))
  if (edits.every((edit) => isThere(edit, put))) return alreadyThere(act, found)
  return edited(act, edits, found.doubt ?? hits.doubt ?? unnamed(at, where.occurrence))
}

/** Words of the whole act that are not said to change throughout: the law may mean a unit. */
function unnamed({ unit, part }: Spot, occurrence: Occurrence): Saying | undefined {
  return unit.length === 0 && !part && occurrence !== 'each'
    ? problem('amend/names-no-unit')
    : undefined
}

interface Spotted extends Hit {
  readonly stretch: Stretch
}

type Hits =
  | { readonly ok: true; readonly hits: readonly Spotted[]; readonly doubt: Saying | undefined }
  | Refused

function hitsFor(
  act: Act,
  found: Stretches,
  words: string,
  occurrence: Occurrence,
  taken: readonly WordEdit[],
): Hits {
  const free = (hit: Spotted) =>
    !taken.some(
      ({ stretch, start, end }) =>
        stretch.block === hit.stretch.block && hit.start < end && start < hit.end,
    )
  const exact = spotted(found.stretches, words, wordsIn).filter(free)
  if (exact.length > 0) return chosen(act, exact, { words, occurrence })
  const beside = spotted(found.beside, words, wordsIn).filter(free)
  if (beside.length > 0)
    return chosen(act, beside, { words, occurrence }, problem('amend/in-heading'))
  const anyCase = spotted(found.stretches, words, wordsInAnyCase).filter(free)
  if (anyCase.length > 0)
    return chosen(act, anyCase, { words, occurrence }, problem('amend/other-capitals'))
  return notFound(act, found, words)
}

function spotted(
  stretches: readonly Stretch[],
  words: string,
  search: (text: string, words: string) => readonly Hit[],
): readonly Spotted[] {
  return stretches.flatMap((stretch) =>
    search(stretch.block.text, words)
      .filter(({ start, end }) => stretch.start <= start && end <= stretch.end)
      .map((hit) => ({ ...hit, stretch })),
  )
}

function chosen(
  act: Act,
  hits: readonly Spotted[],
  { words, occurrence }: { readonly words: string; readonly occurrence: Occurrence },
  doubt?: Saying,
): Hits {
  if (occurrence === 'each') return { ok: true, hits, doubt }
  const one =
    occurrence === 'sole'
      ? hits.length === 1
        ? hits[0]
        : undefined
      : occurrence === 'last'
        ? hits.at(-1)
        : hits[occurrence - 1]
  if (one) return { ok: true, hits: [one], doubt }
  const candidates = hits.map(({ stretch, start, end }) =>
    candidateAt(act, stretch.block.path, stretch.block.text, start, end),
  )
  if (occurrence !== 'sole')
    return refused(
      'not-found',
      problem('amend/times:counted', { words, count: hits.length, wanted: occurrence }),
      candidates,
    )
  return refused(
    'ambiguous',
    problem('amend/times', { words, count: hits.length }),
    candidates,
    candidates.map(({ unit }) => unit ?? undefined),
  )
}

function notFound(act: Act, { stretches, place }: Stretches, words: string): Refused {
  const near = stretches.flatMap((stretch) => {
    const text = nearestTo(stretch.block.text, words)
    return text === undefined ? [] : [{ ...candidateAt(act, stretch.block.path), words: text }]
  })[0]
  return refused('not-found', problem('amend/no-words', { words }), near ? [near] : [], [
    idAt(act, place.path),
  ])
}

/** The act with all the edits made, those of one block from its end. */
export function edited(act: Act, edits: readonly WordEdit[], doubt?: Saying): Done {
  let result = act
  const fromEnd = edits.toSorted((a, b) => b.start - a.start)
  for (const { stretch, start, end, words } of fromEnd) {
    const node = nodeAt(result, stretch.block.path)
    if (node) result = replaced(result, stretch.block.path, withWords(node, start, end, words))
  }
  const units = new Set(edits.map(({ stretch }) => idAt(act, stretch.block.path)))
  const isSame = edits.every(
    ({ stretch, start, end, words }) => stretch.block.text.slice(start, end) === words,
  )
  const beside = edits.some(isBracketed) ? problem('amend/brackets') : undefined
  return changed(result, [...units], doubt ?? (isSame ? problem('amend/reads-so') : beside))
}

function substitution({ stretch, start, end }: Spotted, words: string): WordEdit {
  const { text } = stretch.block
  const put = words.trim()
  if (put === '') return omission({ stretch, start, end })
  const last = put.at(-1) ?? ''
  const doubled = /[.;,:]/u.test(last) && text[end - 1] !== last && text[end] === last
  const joined =
    /^[,.;:)]/u.test(put) && !/^[,.;:)]/u.test(text.slice(start, end)) && text[start - 1] === ' '
  const apart = /^[\p{L}\p{N}]/u.test(put) && /[\p{L}\p{N}]$/u.test(text.slice(0, start))
  const from = joined ? start - 1 : start
  return { stretch, start: from, end: doubled ? end + 1 : end, words: apart ? ` ${put}` : put }
}

/** Takes a blank along, and the stop of a sentence of which nothing is left. */
function omission({ stretch, start, end }: Spotted): WordEdit {
  const { text } = stretch.block
  const before = text.slice(0, start)
  const after = text.slice(end)
  const opens = before.trim() === ''
  const sentenceGone =
    (opens || /[.!?]\s*$/u.test(before)) &&
    /^[.;]/u.test(after) &&
    !/[.;]$/u.test(text.slice(start, end))
  if (sentenceGone && /^[.;](?:\s|$)/u.test(after) && !opens) {
    const blanks = /\s*$/u.exec(before)?.[0].length ?? 0
    return { stretch, start: start - blanks, end: end + 1, words: '' }
  }
  if (opens)
    return { stretch, start: 0, end: end + (/^\s*/u.exec(after)?.[0].length ?? 0), words: '' }
  const blank = /\s$/u.test(before) && (after === '' || /^[\s,.;:)»”]/u.test(after)) ? 1 : 0
  return { stretch, start: start - blank, end, words: '' }
}

function behind({ stretch, end }: Spotted, words: string): WordEdit {
  const { text } = stretch.block
  const lead = /^[,.;:)!?]/u.test(words) || /[\s(«“]$/u.test(text.slice(0, end)) ? '' : ' '
  const next = text[end] ?? ''
  const doubled = /[.;,:]$/u.test(words) && words.endsWith(next) && next !== ''
  const trail = /[\p{L}\p{N}]/u.test(next) ? ' ' : ''
  return { stretch, start: end, end: doubled ? end + 1 : end, words: `${lead}${words}${trail}` }
}

function ahead({ stretch, start }: Spotted, words: string): WordEdit {
  return { stretch, start, end: start, words: `${words} ` }
}

/** Words for the start or end of a unit's own words. */
function atEdge(
  act: Act,
  { stretches, place, doubt }: Stretches,
  words: string,
  side: 'start' | 'end',
): Done {
  const own = stretches.filter(({ block }) => block.path.length <= place.path.length + 1)
  const stretch = side === 'start' ? own[0] : own.at(-1)
  if (!stretch)
    return refused('not-found', problem('amend/no-own-words'), [candidateAt(act, place.path)])
  const edit =
    side === 'start'
      ? ahead({ stretch, start: stretch.start, end: stretch.start }, words)
      : atEnd(stretch, words)
  if (isThere(edit, words)) return alreadyThere(act, { stretches, place, doubt })
  const inner = stretches.length > own.length && side === 'end'
  return edited(act, [edit], doubt ?? (inner ? problem('amend/end-of-own-words') : undefined))
}

/** Whether the words stand already where they would be put. */
function isThere({ stretch, start, end }: WordEdit, words: string): boolean {
  const { text } = stretch.block
  const bare = words.replace(/[.;,]$/u, '')
  const near = (from: number) =>
    wordsIn(text.slice(Math.max(0, from), from + bare.length + 3), bare).length > 0
  return bare !== '' && (near(end) || near(start - bare.length - 2))
}

function alreadyThere(
  act: Act,
  { place }: Pick<Stretches, 'place' | 'stretches' | 'doubt'>,
): Refused {
  return refused(
    'taken',
    problem('amend/there-already'),
    [candidateAt(act, place.path)],
    [idAt(act, place.path)],
  )
}

/** Before the closing stop, unless the words are a sentence; a stop of their own takes its place. */
function atEnd(stretch: Stretch, words: string): WordEdit {
  const text = stretch.block.text.slice(0, stretch.end)
  const stop = /[.;:,]\s*$/u.exec(text)
  const isSentence = /^["«“]?\p{Lu}/u.test(words) && /[.!?]["»”]?$/u.test(words)
  if (!stop || (isSentence && stop[0].startsWith('.'))) {
    const lead = text === '' || /^[,.;:)]/u.test(words) ? '' : ' '
    return { stretch, start: stretch.end, end: stretch.end, words: `${lead}${words}` }
  }
  const lead = /^[,.;:)]/u.test(words) ? '' : ' '
  const ownStop = /[.;:]$/u.test(words)
  return {
    stretch,
    start: stop.index,
    end: ownStop ? stretch.end : stop.index,
    words: `${lead}${words}`,
  }
}
