import { parseLastingId } from '../../structure/lasting-id.ts'
import type { CommentTies } from './comment-ties.ts'
import type { WordPackage } from './package.ts'
import type { TrackedBlock } from './tracked.ts'
import { type ViewContext, viewOf } from './view.ts'
import { wordsOf } from './word-block.ts'
import { elementsOf, type XmlElement } from './xml.ts'

/** A comment of a Word file. */
export interface WordComment {
  readonly id: string
  readonly author: string
  /** Where Word knows its author from; `undefined` where it tells no more than the name. */
  readonly account: string | undefined
  /** ISO 8601, in UTC where the file tells it; `''` where it tells none. */
  readonly date: string
  readonly words: string
  readonly lasting: string | undefined
}

/** A comment with what answers it. */
export interface WordThread {
  /** The first is the one that was not an answer; the rest by their time. */
  readonly comments: readonly WordComment[]
  readonly isResolved: boolean
}

type CommentParts = Pick<
  WordPackage,
  'comments' | 'commentsExtended' | 'commentsIds' | 'commentsExtensible' | 'people'
>

/** Which comments answer which, and which are settled. */
export function commentTies({ comments, commentsExtended }: CommentParts): CommentTies {
  const ids = new Map<string, string>()
  for (const comment of elementsOf(comments)) {
    const paragraph = paragraphOf(comment)
    if (paragraph !== undefined) ids.set(paragraph, idOf(comment))
  }
  const parents = new Map<string, string>()
  const resolved = new Set<string>()
  for (const { attributes } of elementsOf(commentsExtended)) {
    const id = ids.get(attributes['w15:paraId'] ?? '')
    const parent = ids.get(attributes['w15:paraIdParent'] ?? '')
    if (id === undefined) continue
    if (parent !== undefined) parents.set(id, parent)
    if (isOn(attributes['w15:done'])) resolved.add(id)
  }
  const roots = new Map<string, string>()
  for (const comment of elementsOf(comments))
    roots.set(idOf(comment), rootOf(idOf(comment), parents))
  return { roots, resolved }
}

/** Every thread by the id of the comment that opened it, in the order of the file. */
export function commentThreads(
  parts: CommentParts,
  { roots, resolved }: CommentTies,
  blocksOf: (comment: XmlElement) => readonly TrackedBlock[],
  context: ViewContext,
): ReadonlyMap<string, WordThread> {
  const lasting = lastingIds(parts)
  const utc = datesInUtc(parts)
  const accounts = accountsOf(parts.people)
  const threads = new Map<string, { comments: WordComment[]; isResolved: boolean }>()
  for (const comment of elementsOf(parts.comments)) {
    const { attributes } = comment
    const id = idOf(comment)
    const author = attributes['w:author'] ?? ''
    const root = roots.get(id) ?? id
    const thread = threads.get(root) ?? { comments: [], isResolved: resolved.has(root) }
    threads.set(root, thread)
    thread.comments.push({
      id,
      author,
      account: accounts.get(author),
      date:
        utc.get(paragraphOf(comment) ?? '') ??
        attributes['w16du:dateUtc'] ??
        attributes['w:date'] ??
        '',
      words: saidIn(blocksOf(comment), context),
      lasting: parseLastingId(lasting.get(paragraphOf(comment) ?? '')),
    })
  }
  for (const [root, { comments }] of threads)
    comments.sort(
      (a, b) => Number(b.id === root) - Number(a.id === root) || inOrder(a.date, b.date),
    )
  return threads
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Word itself answers one deep. */
const DEEPEST = 16

/** Answers to answers belong to the first; a circle is no answer. */
function rootOf(id: string, parents: ReadonlyMap<string, string>): string {
  let root = id
  for (let i = 0, next = parents.get(id); next !== undefined; next = parents.get(root)) {
    if (++i > DEEPEST) return id
    root = next
  }
  return root
}

function idOf({ attributes }: XmlElement): string {
  return attributes['w:id'] ?? ''
}

/** The id of the last paragraph, by which the newer parts know the comment. */
function paragraphOf(comment: XmlElement): string | undefined {
  return elementsOf(comment).findLast(({ name }) => name === 'w:p')?.attributes['w14:paraId']
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

/** By the paragraph that names the comment. */
function datesInUtc({
  commentsIds,
  commentsExtensible,
}: CommentParts): ReadonlyMap<string, string> {
  const dates = new Map<string, string>()
  for (const { attributes } of elementsOf(commentsExtensible)) {
    const date = attributes['w16cex:dateUtc']
    if (date !== undefined) dates.set(attributes['w16cex:durableId'] ?? '', date)
  }
  const byParagraph = new Map<string, string>()
  for (const [paragraph, lasting] of lastingIds({ commentsIds })) {
    const date = dates.get(lasting)
    if (date !== undefined) byParagraph.set(paragraph, date)
  }
  return byParagraph
}

/** What a comment keeps from one saving to the next, by the paragraph that names it. */
function lastingIds({ commentsIds }: Pick<CommentParts, 'commentsIds'>) {
  const ids = new Map<string, string>()
  for (const { attributes } of elementsOf(commentsIds)) {
    const id = attributes['w16cid:durableId']
    if (id !== undefined) ids.set(attributes['w16cid:paraId'] ?? '', id)
  }
  return ids
}

/** People that some service knows, by the name they are shown with. */
function accountsOf(people: XmlElement | undefined): ReadonlyMap<string, string> {
  const accounts = new Map<string, string>()
  for (const person of elementsOf(people)) {
    const presence = elementsOf(person).find(({ name }) => name === 'w15:presenceInfo')?.attributes
    const provider = presence?.['w15:providerId'] ?? 'None'
    const user = presence?.['w15:userId'] ?? ''
    if (provider === 'None' || user === '') continue
    accounts.set(person.attributes['w15:author'] ?? '', `${provider}/${user}`)
  }
  return accounts
}

/** What a comment says, its paragraphs as lines. */
function saidIn(blocks: readonly TrackedBlock[], context: ViewContext): string {
  return viewOf(blocks, 'draft', context)
    .map((block) => {
      if (block.kind === 'table') return wordsOf([block])
      const words = block.pieces.map((piece) => (piece.is === 'text' ? piece.text : ''))
      const number = block.label && block.label.text !== '' ? `${block.label.text} ` : ''
      return number + words.join('')
    })
    .join('\n')
}
