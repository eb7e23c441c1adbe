import * as Y from 'yjs'
import { type UnitId, unitId } from '../schema/act.ts'
import { deltaOf, standingElements, textIn } from '../sync/body.ts'
import type { Layout } from '../sync/layout.ts'
import { bodyFragment, headingText, recordOf, unitMaps } from '../sync/shape.ts'

/** Words of one text of a unit, half-open, in UTF-16 units; a break or footnote counts one. */
export interface WordPlace {
  readonly unit: UnitId
  /** -1 is the heading; the paragraphs, notes and cells of the unit count from 0 in their order. */
  readonly text: number
  readonly from: number
  readonly to: number
}

/** What a thread is about: a unit, or words in it. A value that outlives edits of the text. */
export interface Anchor {
  readonly unit: UnitId
  readonly words?: AnchoredWords
}

export interface AnchoredWords {
  /** Encoded Yjs relative positions: they follow the characters while these are in their text. */
  readonly start: Uint8Array
  readonly end: Uint8Array
  /** The words at the time, and what stood on both sides: these find words that a split or join carried away. */
  readonly quote: string
  readonly before: string
  readonly after: string
  /**
   * What of the draft its author had then, an encoded state vector: words that were carried far away are
   * characters made since. Without it they are looked for no further than the next unit.
   */
  readonly known?: Uint8Array
}

/** Where an anchor is in the draft now. */
export type Located =
  | ({ readonly kind: 'words' } & WordPlace)
  | { readonly kind: 'unit'; readonly unit: UnitId }
  | { readonly kind: 'words-deleted'; readonly unit: UnitId }
  | { readonly kind: 'unit-removed'; readonly unit: UnitId }

/** UTF-16 units of context on each side: a dozen words, so that a repeated term has its own. */
const CONTEXT = 64

export function anchorToUnit(unit: UnitId): Anchor {
  return { unit }
}

/** The anchor of words of the text part; undefined: there are no such words. */
export function anchorToWords(draft: Y.Doc, place: WordPlace): Anchor | undefined {
  const { unit, from, to } = place
  const type = textAt(draft, place)
  if (!type || from < 0 || from >= to || to > type.length) return undefined
  const words = plainWords(type)
  return {
    unit,
    words: {
      start: Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, from, 0)),
      end: Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, to, -1)),
      quote: words.slice(from, to),
      before: words.slice(Math.max(0, from - CONTEXT), from),
      after: words.slice(to, to + CONTEXT),
      known: Y.encodeStateVector(draft),
    },
  }
}

/**
 * The anchor of words of another copy of the draft, whose text reads `words` there: at the same place if
 * the text reads so here, else where the unit has them, or one of the units in it alone, else at the
 * unit as words that are gone.
 */
export function anchorToQuote(
  draft: Y.Doc,
  layout: Layout,
  place: WordPlace,
  words: string,
): Anchor {
  const { unit, from, to } = place
  const own = textAt(draft, place)
  const same = own && plainWords(own) === words ? anchorToWords(draft, place) : undefined
  if (same) return same
  const quoted = {
    start: NOWHERE,
    end: NOWHERE,
    quote: words.slice(from, to),
    before: words.slice(Math.max(0, from - CONTEXT), from),
    after: words.slice(to, to + CONTEXT),
  }
  const [inside, another] = unitsIn(layout, unit).flatMap(
    (one) => atQuote(draft, one, quoted) ?? [],
  )
  const found = atQuote(draft, unit, quoted) ?? (another ? undefined : inside)
  return (found && anchorToWords(draft, found)) ?? { unit, words: quoted }
}

function unitsIn(layout: Layout, unit: UnitId): readonly UnitId[] {
  return (layout.units.get(unit) ?? []).flatMap((one) => [one, ...unitsIn(layout, one)])
}

/** No relative position: only the quoted words tell the place. */
const NOWHERE = new Uint8Array()

/**
 * Where an anchor is: at its characters; else, where a split, a join or the clipboard carried its words,
 * at the same words with the same words beside them in the unit itself, or, written since, in the one it was
 * joined to, in one next to these or in any other; else at the unit.
 */
export function locate(draft: Y.Doc, layout: Layout, anchor: Anchor): Located {
  const { unit, words } = anchor
  const homes = homesOf(draft, layout, unit)
  const home = homes[0]
  if (!words) return home ? { kind: 'unit', unit: home } : { kind: 'unit-removed', unit }
  const there = home === unit ? atCharacters(draft, unit, words) : undefined
  if (there) return { kind: 'words', ...whole(there, atQuote(draft, unit, words)) }
  const had = words.known && stateVectorOf(words.known)
  for (const candidate of homes) {
    const isOwn = candidate === unit || !had
    const found = isOwn
      ? atQuote(draft, candidate, words)
      : atWordsSince(draft, [candidate], words, had)
    if (found) return { kind: 'words', ...found }
  }
  const far = had && atWordsSince(draft, [...layout.parents.keys()], words, had)
  if (far) return { kind: 'words', ...far }
  return home ? { kind: 'words-deleted', unit: home } : { kind: 'unit-removed', unit }
}

/** The quoted words again, if what is left of their characters stands in them: a deletion was undone. */
function whole(left: WordPlace, quoted: WordPlace | undefined): WordPlace {
  const isIn = quoted && quoted.text === left.text
  return isIn && quoted.from <= left.from && left.to <= quoted.to ? quoted : left
}

/** The unit if it stands, the one its text was joined to, and the units beside both. */
export function homesOf(draft: Y.Doc, { parents, units }: Layout, unit: UnitId): readonly UnitId[] {
  const home = joinedHome(draft, parents, unit)
  if (home === undefined) return []
  const siblings = units.get(parents.get(home) ?? null) ?? []
  const index = siblings.indexOf(home)
  const beside = [siblings[index + 1], siblings[index - 1]].filter((id) => id !== undefined)
  return [home, ...beside]
}

function joinedHome(draft: Y.Doc, parents: Layout['parents'], unit: UnitId): UnitId | undefined {
  const seen = new Set<UnitId>()
  let next: UnitId | null = unit
  while (next !== null && !seen.has(next)) {
    if (parents.has(next)) return next
    seen.add(next)
    const map = unitMaps(draft).get(next)
    next = map ? recordOf(next, map).joinedInto : null
  }
  return undefined
}

function atCharacters(
  draft: Y.Doc,
  unit: UnitId,
  { start, end }: AnchoredWords,
): WordPlace | undefined {
  const from = absolute(draft, start)
  const to = absolute(draft, end)
  if (!from || !to || from.type !== to.type || from.index >= to.index) return undefined
  const text = textsOf(draft, unit).find(({ type }) => type === from.type)?.text
  return text === undefined ? undefined : { unit, text, from: from.index, to: to.index }
}

function absolute(draft: Y.Doc, bytes: Uint8Array): Y.AbsolutePosition | null {
  try {
    const position = Y.decodeRelativePosition(bytes)
    // Only the replica that undid a deletion knows which characters came for which; others find the words.
    return Y.createAbsolutePositionFromRelativePosition(position, draft, false)
  } catch {
    // Bytes from another program; the quoted words still tell the place.
    return null
  }
}

/** The one place that has the words and all of what stood beside them on one side at least. */
function atQuote(draft: Y.Doc, unit: UnitId, anchored: AnchoredWords): WordPlace | undefined {
  const { quote } = anchored
  const places = textsOf(draft, unit).flatMap(({ text, type }) => {
    const words = plainWords(type)
    return occurrences(words, quote).map((from) => ({
      place: { unit, text, from, to: from + quote.length },
      sides: sidesAt(words, from, anchored),
    }))
  })
  const most = Math.max(1, ...places.map(({ sides }) => sides))
  const best = places.filter(({ sides }) => sides === most)
  return best.length === 1 ? best[0]?.place : undefined
}

/** On how many sides of an occurrence stands what stood beside the quote: no words match only no words. */
function sidesAt(words: string, from: number, { quote, before, after }: AnchoredWords): number {
  const left = words.slice(0, from)
  const right = words.slice(from + quote.length)
  const hasBefore = before === '' ? left === '' : left.endsWith(before)
  const hasAfter = after === '' ? right === '' : right.startsWith(after)
  return Number(hasBefore) + Number(hasAfter)
}

function occurrences(words: string, quote: string): readonly number[] {
  const found: number[] = []
  if (quote === '') return found
  for (let at = words.indexOf(quote); at !== -1; at = words.indexOf(quote, at + 1)) found.push(at)
  return found
}

/** The one place of some units where the words were written since the anchor was made, {@link atQuote}. */
function atWordsSince(
  draft: Y.Doc,
  units: readonly UnitId[],
  anchored: AnchoredWords,
  had: ReadonlyMap<number, number>,
): WordPlace | undefined {
  // As many words as are kept beside a quote tell enough by themselves.
  const needed = anchored.quote.length < CONTEXT ? 1 : 0
  const found = units.flatMap((unit) =>
    textsOf(draft, unit).flatMap(({ text, type }) => {
      if (ageOf(type, had) === 'known') return []
      const words = plainWords(type)
      const { length } = anchored.quote
      return occurrences(words, anchored.quote).flatMap((from) => {
        const place = { unit, text, from, to: from + length }
        const sides = sidesAt(words, from, anchored)
        const isNew = ageOf(type, had, place) === 'new'
        return isNew && sides >= needed ? [{ place, sides }] : []
      })
    }),
  )
  const most = Math.max(0, ...found.map(({ sides }) => sides))
  const best = found.filter(({ sides }) => sides === most)
  return best.length === 1 ? best[0]?.place : undefined
}

/** Whether the characters of a range were made after what somebody had: all, none, or some of them. */
function ageOf(
  type: Y.XmlText,
  had: ReadonlyMap<number, number>,
  range = { from: 0, to: type.length },
): 'new' | 'known' | 'mixed' {
  const ages = new Set<boolean>()
  let at = 0
  for (let item = type._start; item !== null && at < range.to; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { clock, client } = item.id
    const [first, last] = [Math.max(at, range.from), Math.min(at + item.length, range.to) - 1]
    // One item may hold what its author wrote before and since.
    for (const end of first <= last ? [first, last] : [])
      ages.add(clock + end - at >= (had.get(client) ?? 0))
    at += item.length
  }
  if (ages.size > 1) return 'mixed'
  return ages.has(true) ? 'new' : 'known'
}

function stateVectorOf(bytes: Uint8Array): ReadonlyMap<number, number> | undefined {
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    // Bytes from another program: the words are looked for nearby.
    return undefined
  }
}

interface UnitText {
  readonly text: number
  readonly type: Y.XmlText
}

function textsOf(draft: Y.Doc, unit: UnitId): readonly UnitText[] {
  const heading = headingOf(draft, unit)
  const body = bodyTexts(draft, unit).map((type, text) => ({ text, type }))
  return heading ? [{ text: -1, type: heading }, ...body] : body
}

function headingOf(draft: Y.Doc, unit: UnitId): Y.XmlText | undefined {
  const map = unitMaps(draft).get(unit)
  return map && headingText(map)
}

function bodyTexts(draft: Y.Doc, unit: UnitId): readonly Y.XmlText[] {
  const map = unitMaps(draft).get(unit)
  const body = map && bodyFragment(map)
  return body ? textsIn(body) : []
}

function textsIn(container: Y.XmlFragment): readonly Y.XmlText[] {
  return standingElements(container).flatMap((element) => {
    if (element.nodeName !== 'block') return textsIn(element)
    const text = textIn(element)
    return text ? [text] : []
  })
}

/** The text that a place is in, if the unit has it. */
export function textAt(
  draft: Y.Doc,
  { unit, text }: Pick<WordPlace, 'unit' | 'text'>,
): Y.XmlText | undefined {
  return text === -1 ? headingOf(draft, unit) : bodyTexts(draft, unit)[text]
}

/** Which text of a unit one is, if it is one of them. */
export function placeOfText(
  draft: Y.Doc,
  unit: UnitId,
  type: Y.XmlText,
): Pick<WordPlace, 'unit' | 'text'> | undefined {
  const found = textsOf(draft, unit).find((one) => one.type === type)
  return found && { unit, text: found.text }
}

/** Stands for what is no word in {@link plainWords}. */
export const PLAIN_OBJECT = '\ufffc'

/** One character for each index of the text; what is no word is the object replacement character. */
export function plainWords(text: Y.XmlText): string {
  return deltaOf(text)
    .map(({ insert }) => (typeof insert === 'string' ? insert : PLAIN_OBJECT))
    .join('')
}

/** An anchor as another replica wrote it. */
export function decodeAnchor(value: unknown): Anchor | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { unit, start, end, quote, before, after, known } = value as Record<string, unknown>
  if (typeof unit !== 'string') return undefined
  if (!(start instanceof Uint8Array && end instanceof Uint8Array)) return anchorToUnit(unitId(unit))
  if (typeof quote !== 'string' || typeof before !== 'string' || typeof after !== 'string') {
    return anchorToUnit(unitId(unit))
  }
  const words = { start, end, quote, before, after }
  return {
    unit: unitId(unit),
    words: known instanceof Uint8Array ? { ...words, known } : words,
  }
}

export function encodeAnchor({ unit, words }: Anchor): Readonly<Record<string, unknown>> {
  return { unit, ...words }
}
