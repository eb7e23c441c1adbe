import * as Y from 'yjs'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { deltaOf, footnoteIn } from '../sync/body.ts'
import type { Layout } from '../sync/layout.ts'
import { digest } from '../sync/shape.ts'
import {
  type Anchor,
  anchorToWords,
  locate,
  PLAIN_OBJECT,
  plainWords,
  textAt,
  type WordPlace,
} from './anchor.ts'
import { decodeLeaf, type SuggestedLeaf } from './suggested-block.ts'

/**
 * Other words for those that a thread is about. It holds back the change of the text that its author
 * made on a copy: whoever accepts it writes that same change. So two who accept apart write it once,
 * it stands where its author meant it whatever was written around, and the words are its author's.
 */
export interface WordProposal {
  readonly kind: 'words'
  /** What is to stand in place of the anchored words; empty: nothing. */
  readonly words: string
  /** The breaks and footnotes that stand in the words as U+FFFC, in their order; without it there are none. */
  readonly leaves?: readonly SuggestedLeaf[] | undefined
  /** An update of the text part. */
  readonly update: Uint8Array
}

/** Words with the breaks and footnotes among them, each of which is U+FFFC in the words. */
export type NewWords = Pick<WordProposal, 'words' | 'leaves'>

/** Proposes words in place of others, narrowed to those that differ; the text stays as it is. */
export function propose(
  draft: Y.Doc,
  place: WordPlace,
  next: NewWords,
): Result<{ readonly anchor: Anchor; readonly proposal: WordProposal }> {
  const old = tokensOf(standingAt(draft, place))
  if (old.length === 0) return fail(NOTHING_THERE)
  const wanted = tokensOf(next)
  if (textOf(old) === textOf(wanted)) return fail(NO_CHANGE)
  const narrowed = narrow(old, wanted)
  const within = { ...place, from: place.from + narrowed.from, to: place.from + narrowed.to }
  const anchor = anchorToWords(draft, within)
  if (!anchor) return fail(NOTHING_THERE)
  const update = heldBack(draft, within, narrowed.next)
  return ok({ anchor, proposal: { kind: 'words', ...narrowed.next, update } })
}

/** Where the words that a proposal replaces stand, as its author saw them; undefined: they do not any more. */
export function placeOfProposal(
  draft: Y.Doc,
  layout: Layout,
  anchor: Anchor,
): WordPlace | undefined {
  const place = locate(draft, layout, anchor)
  if (place.kind !== 'words') return undefined
  return wordsAt(draft, place) === anchor.words?.quote ? place : undefined
}

/**
 * The update that accepting writes: the one that its author made, as far as that does what it shows. Where
 * the words were carried away it is written and its words taken again, as if they had been carried with
 * the others, and they are written anew where those are: who accepts it at the old place has them there too.
 * Undefined: it builds on changes that were not heard of, and would wait for them unseen and unsent.
 */
export function updateOfWords(
  draft: Y.Doc,
  thread: string,
  place: WordPlace,
  proposal: WordProposal,
): Uint8Array | undefined {
  const change = heldBackIn(draft, place, proposal)
  if (!change) return writtenAnew(draft, thread, place, proposal)
  const { between, removed, goes } = change
  const isKnown = ({ client, clock }: Y.ID) => clock < Y.getState(draft.store, client)
  if (![...between, ...removed].every(isKnown)) return undefined
  const characters = charactersAt(draft, place)
  if (characters.every((id) => goes.has(id))) return proposal.update
  const anew = writtenAnew(draft, thread, place, proposal)
  const isGone = (id: Y.ID) => characters.includes(keyOf(id)) || Y.getItem(draft.store, id).deleted
  return removed.every(isGone)
    ? Y.mergeUpdates([writtenAndTaken(draft, proposal.update, change), anew])
    : anew
}

/** Suggested words as somebody wrote them; undefined: they are of another form. */
export function decodeWords(value: Readonly<Record<string, unknown>>): WordProposal | undefined {
  const { words, leaves, update } = value
  if (typeof words !== 'string' || !(update instanceof Uint8Array)) return undefined
  if (leaves === undefined)
    return words.includes(PLAIN_OBJECT) ? undefined : { kind: 'words', words, update }
  if (!Array.isArray(leaves)) return undefined
  const decoded = leaves.flatMap((leaf) => decodeLeaf(leaf) ?? [])
  const isWhole = decoded.length === leaves.length && partsOf(words).length - 1 === leaves.length
  return isWhole ? { kind: 'words', words, leaves: decoded, update } : undefined
}

function wordsAt(draft: Y.Doc, place: WordPlace): string {
  const text = textAt(draft, place)
  return text ? plainWords(text).slice(place.from, place.to) : ''
}

/** What stands at a place, breaks and footnotes included. */
export function standingAt(draft: Y.Doc, place: WordPlace): NewWords {
  const text = textAt(draft, place)
  const leaves: SuggestedLeaf[] = []
  let at = 0
  for (const { insert } of text ? deltaOf(text) : []) {
    if (typeof insert !== 'string' && place.from <= at && at < place.to) leaves.push(leafIn(insert))
    at += typeof insert === 'string' ? insert.length : 1
  }
  return { words: wordsAt(draft, place), leaves }
}

function leafIn(embed: unknown): SuggestedLeaf {
  const footnote = footnoteIn(embed)
  return footnote ? { footnote } : { break: true }
}

/** The runs of words between breaks and footnotes. */
function partsOf(words: string): readonly string[] {
  return words.split(PLAIN_OBJECT)
}

/** What is written one behind another: runs of words, and the embeds between. */
function contentsOf({ words, leaves = [] }: NewWords): readonly (string | object)[] {
  return partsOf(words)
    .flatMap((part, index) => (index === 0 ? [part] : [{ ...leaves[index - 1] }, part]))
    .filter((content) => content !== '')
}

/**
 * The change of a thread whose words were carried away from those that its author changed. The Yjs client
 * that writes it follows from the change and its neighbors alone, so that whoever accepts it apart writes
 * the same characters, and together they have them once.
 */
function writtenAnew(
  draft: Y.Doc,
  thread: string,
  place: WordPlace,
  { words, leaves }: NewWords,
): Uint8Array {
  const anew = heldBack(draft, place, { words, leaves })
  const { structs, ds } = Y.decodeUpdate(anew)
  const [item] = structs
  if (!(item instanceof Y.Item)) return anew
  const { origin, rightOrigin } = item
  const said = { thread, words, leaves, origin, rightOrigin, removed: [...ds.clients] }
  const client = Number.parseInt(digest(JSON.stringify(said)), 16)
  // What a client writes that wrote already would be taken for what is known of it.
  return Y.getState(draft.store, client) === 0
    ? heldBack(draft, place, { words, leaves }, client)
    : anew
}

/** The change of words at a place, made on a copy under a Yjs client of its own. */
function heldBack(draft: Y.Doc, place: WordPlace, next: NewWords, client?: number): Uint8Array {
  return changeOfCopy(draft, (copy) => {
    if (client !== undefined) copy.clientID = client
    const text = textAt(copy, place)
    // Among the words that go: what others write beside them meanwhile stays on its side.
    const at = place.from + ((wordsAt(copy, place).codePointAt(0) ?? 0) > 0xffff ? 2 : 1)
    const format = text && formatAt(text, place.from)
    let end = at
    for (const content of contentsOf(next)) {
      if (typeof content === 'string') text?.insert(end, content)
      else text?.insertEmbed(end, content, { ...format })
      end += typeof content === 'string' ? content.length : 1
    }
    text?.delete(end, place.to - at)
    text?.delete(place.from, at - place.from)
  })
}

/** What somebody writes on a copy of a draft. */
function changeOfCopy(
  draft: Y.Doc,
  change: (copy: Y.Doc, transaction: Y.Transaction) => void,
): Uint8Array {
  const copy = new Y.Doc({ gc: false })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(draft))
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  copy.transact((transaction) => change(copy, transaction))
  copy.destroy()
  return Y.mergeUpdates(updates)
}

/** How the character at an index looks. */
function formatAt(text: Y.XmlText, index: number): object | undefined {
  let at = 0
  for (const { insert, attributes } of deltaOf(text)) {
    at += typeof insert === 'string' ? insert.length : 1
    if (index < at) return attributes
  }
  return undefined
}

/** What a proposal's update does. */
interface HeldBack {
  /** Who writes the words, by a Yjs client that the draft does not know. */
  readonly client: number
  /** Behind which character and before which one. */
  readonly between: readonly Y.ID[]
  /** The characters that go, and these as keys. */
  readonly removed: readonly Y.ID[]
  readonly goes: ReadonlySet<string>
}

/**
 * The change that a proposal holds back, if it was not written yet and does what it shows and no more:
 * takes away characters, as many as the words at the place have, and puts its words among them.
 */
function heldBackIn(draft: Y.Doc, place: WordPlace, proposal: WordProposal): HeldBack | undefined {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(proposal.update)
  } catch {
    // Bytes from another program: the words are written anew.
    return undefined
  }
  const { structs, ds } = decoded
  const ranges = [...ds.clients].flatMap(([client, of]) =>
    of.map((range) => ({ client, ...range })),
  )
  if (ranges.reduce((sum, { len }) => sum + len, 0) !== place.to - place.from) return undefined
  const removed = ranges.flatMap(({ client, clock, len }) =>
    Array.from({ length: len }, (_, n) => Y.createID(client, clock + n)),
  )
  const goes = new Set(removed.map(keyOf))
  const contents = contentsOf(proposal)
  const [first] = structs
  const client = first?.id.client ?? 0
  if (structs.length !== contents.length) return undefined
  if (first && Y.getState(draft.store, client) > 0) return undefined
  let clock = 0
  const isShown = contents.every((content, index) => {
    const item = structs[index]
    if (!(item instanceof Y.Item) || item.parentSub !== null || item.origin === null) return false
    const isBehind =
      clock === 0
        ? goes.has(keyOf(item.origin))
        : keyOf(item.origin) === keyOf({ client, clock: clock - 1 })
    const isNext = keyOf(item.id) === keyOf({ client, clock })
    clock += item.length
    return isBehind && isNext && holds(item, content)
  })
  if (!isShown) return undefined
  const { origin = null, rightOrigin = null } = first instanceof Y.Item ? first : {}
  return { client, between: [origin, rightOrigin].filter((id) => id !== null), removed, goes }
}

/** A change with its words, and these taken again. */
function writtenAndTaken(draft: Y.Doc, update: Uint8Array, { client }: HeldBack): Uint8Array {
  return changeOfCopy(draft, (copy, transaction) => {
    Y.applyUpdate(copy, update)
    for (const item of copy.store.clients.get(client) ?? [])
      if (item instanceof Y.Item) item.delete(transaction)
  })
}

function holds({ content: held }: Y.Item, content: string | object): boolean {
  if (typeof content === 'string') return held instanceof Y.ContentString && held.str === content
  return held instanceof Y.ContentEmbed && JSON.stringify(held.embed) === JSON.stringify(content)
}

function keyOf({ client, clock }: Pick<Y.ID, 'client' | 'clock'>): string {
  return `${client} ${clock}`
}

/** The ids of the characters at a place, in their order. */
function charactersAt(draft: Y.Doc, place: WordPlace): readonly string[] {
  const ids: string[] = []
  let at = 0
  for (let item = textAt(draft, place)?._start ?? null; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let n = 0; n < item.length; n++, at++)
      if (place.from <= at && at < place.to)
        ids.push(keyOf({ client: item.id.client, clock: item.id.clock + n }))
  }
  return ids
}

interface Narrowed {
  readonly from: number
  readonly to: number
  readonly next: NewWords
}

/** A word, a sign, a space, or a break or footnote with what it is. */
interface Token {
  readonly text: string
  readonly leaf?: SuggestedLeaf
}

/** The words that differ, whole; where only some are added, with the word beside them. */
function narrow(a: readonly Token[], b: readonly Token[]): Narrowed {
  let left = 0
  while (left < Math.min(a.length, b.length) && isSame(a[left], b[left])) left++
  let right = 0
  const most = Math.min(a.length, b.length) - left
  while (right < most && isSame(a.at(-1 - right), b.at(-1 - right))) right++
  const hasWord = () => textOf(a.slice(left, a.length - right)).trim() !== ''
  while (left > 0 && !hasWord()) left--
  while (right > 0 && !hasWord()) right--
  const next = b.slice(left, b.length - right)
  const leaves = next.flatMap(({ leaf }) => leaf ?? [])
  const words = wordsOf(next)
  return {
    from: wordsOf(a.slice(0, left)).length,
    to: wordsOf(a.slice(0, a.length - right)).length,
    next: leaves.length === 0 ? { words } : { words, leaves },
  }
}

function isSame(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && textOf([a]) === textOf([b])
}

/** What tokens say: breaks and footnotes by what they are. */
function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, leaf }) => (leaf ? JSON.stringify(leaf) : text)).join('')
}

/** The words of tokens as the text counts them. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('')
}

function tokensOf({ words, leaves = [] }: NewWords): readonly Token[] {
  let n = 0
  const found = words.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  return found.map((text) => {
    const leaf = text === PLAIN_OBJECT ? leaves[n++] : undefined
    return leaf ? { text, leaf } : { text }
  })
}

const NOTHING_THERE: Problem = problem('review/no-words-there')

const NO_CHANGE: Problem = problem('review/no-change')
