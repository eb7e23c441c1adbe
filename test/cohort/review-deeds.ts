import * as Y from 'yjs'
import { plainWords, textAt } from '#shared/review/anchor.ts'
import { locateThread } from '#shared/review/proposal.ts'
import { proposeEdits } from '#shared/review/structure.ts'
import { propose } from '#shared/review/suggested-words.ts'
import {
  editComment,
  type NewComment,
  openProposal,
  openThread,
  reopenThread,
  reply,
  resolveThread,
  threadsIn,
  withdrawComment,
} from '#shared/review/threads.ts'
import { unitAttrs } from '#shared/schema/act.ts'
import { decisionsIn } from '#shared/sync/decisions.ts'
import { pick } from './chance.ts'
import { type Peer, standingUnits } from './cohort.ts'
import { ownWords, randomEdit } from './deeds.ts'
import { createMail, type Mail } from './mail.ts'
import { noteTouch, type Record, typable } from './record.ts'

/** What is said of a draft beside its text, and decided of it; the more often, the more often it stands here. */
export const REVIEW_DEEDS = [
  'comment',
  'reply',
  'edit-comment',
  'withdraw',
  'resolve',
  'suggest-words',
  'suggest-words',
  'suggest-structure',
  'suggest-structure',
  'accept',
  'accept',
  'accept',
  'accept',
  'accept',
  'reject',
] as const

export type ReviewDeed = (typeof REVIEW_DEEDS)[number]

export function isReviewDeed(what: string): what is ReviewDeed {
  return REVIEW_DEEDS.some((deed) => deed === what)
}

/** The review part of a cohort's draft: a shared document beside the text, with mail of its own. */
export interface ReviewTable {
  readonly mail: Mail<Peer>
  docOf(peer: Peer): Y.Doc
  meet(random: () => number): void
}

const ELSEWHERE = Symbol('elsewhere')

export function reviewOf(peers: readonly Peer[]): ReviewTable {
  const docs = new Map<Peer, Y.Doc>()
  const docOf = (peer: Peer) => {
    const known = docs.get(peer) ?? new Y.Doc({ gc: false, guid: peer.name })
    if (docs.has(peer)) return known
    docs.set(peer, known)
    known.clientID = peers.indexOf(peer) + 1
    known.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== ELSEWHERE) mail.send(peer, update)
    })
    return known
  }
  const receive = (peer: Peer, update: Uint8Array) => Y.applyUpdate(docOf(peer), update, ELSEWHERE)
  const mail = createMail(receive, peers)
  return { mail, docOf, meet }

  function meet(random: () => number): void {
    mail.deliverAll(random)
    if (!mail.lostSome()) return
    const all = Y.mergeUpdates([...mail.said])
    for (const peer of peers) receive(peer, all)
  }
}

/** Lets a peer say or decide something at random. */
export function review(
  table: ReviewTable,
  peer: Peer,
  deed: ReviewDeed,
  record: Record,
  random: () => number,
): void {
  const doc = table.docOf(peer)
  const comment = commentOf(table, peer)
  const thread = pick(threadsIn(doc), random)
  const unit = pick(standingUnits(peer.session.act), random)
  switch (deed) {
    case 'comment':
      if (unit) openThread(doc, { unit }, comment)
      return
    case 'suggest-words':
      suggestWords(doc, peer, comment, random)
      return
    case 'suggest-structure': {
      const kind = pick(['insert', 'remove', 'move', 'repeal'] as const, random) ?? 'move'
      const edit = randomEdit(peer, kind, random)
      const names = { unit: 'Статья', place: 'Статья 1' }
      const proposal = edit && proposeEdits(peer.doc, peer.session.layout, [edit], names)
      if (proposal && unit) openProposal(doc, { anchor: { unit }, proposal }, comment)
      return
    }
    case 'reply':
      if (thread) reply(doc, thread.id, comment)
      return
    case 'edit-comment':
    case 'withdraw': {
      const own = thread?.comments.find(({ author }) => author.id === peer.name)
      if (!own || !thread) return
      const which = { thread: thread.id, comment: own.id, by: own.author, at: 1 }
      if (deed === 'withdraw') withdrawComment(doc, which)
      else editComment(doc, which, 'Иначе.')
      return
    }
    case 'resolve':
      if (thread?.resolved) reopenThread(doc, thread.id)
      else if (thread) resolveThread(doc, thread.id, { person: comment.author, at: 1 })
      return
    case 'accept': {
      if (!thread?.proposal) return
      const place = locateThread(peer.doc, peer.session.layout, thread)
      if (!peer.session.accept([thread]).ok || thread.proposal.kind !== 'words') return
      // Also where the word does not show: its undo elsewhere may have been heard of before.
      noteTouch(peer, place.unit, record)
      noteAccepted(peer, thread.proposal.words, record)
      return
    }
    case 'reject':
      if (thread?.proposal) peer.session.reject([thread])
      return
  }
}

/** What differs of the review between those who saw the same. */
export function reviewFaults(table: ReviewTable, peers: readonly Peer[]): readonly string[] {
  const told = peers.map((peer) => {
    const threads = threadsIn(table.docOf(peer))
    const places = threads.map((thread) => locateThread(peer.doc, peer.session.layout, thread))
    return JSON.stringify([threads, places, [...decisionsIn(peer.doc)]])
  })
  return told.flatMap((one, index) =>
    one === told[0] ? [] : [`${peers[index]?.name} sees the review\n${one}\nnot\n${told[0]}`],
  )
}

/** A word of the law, and none in ⟨⟩. */
const PLAIN_WORD = /(?<![⟨\p{L}])\p{L}{3,}(?![⟩\p{L}])/gu

/** Proposes a word that occurs nowhere else in place of a word of the law. */
function suggestWords(doc: Y.Doc, peer: Peer, comment: NewComment, random: () => number): void {
  const unit = pick(typable(peer.session.act), random)
  if (!unit) return
  const place = { unit: unitAttrs(unit).id, text: 0 }
  const text = textAt(peer.doc, place)
  const found = pick([...(text ? plainWords(text) : '').matchAll(PLAIN_WORD)], random)
  if (!found) return
  const [from, to] = [found.index, found.index + found[0].length]
  const made = propose(
    peer.doc,
    { ...place, from, to },
    {
      words: `⟨${comment.id}s⟩`,
    },
  )
  if (made.ok) openProposal(doc, made.value, comment)
}

/** The accepted word counts as typed where it stands now; undo of who accepted may take it away. */
function noteAccepted(peer: Peer, word: string, record: Record): void {
  const unit = standingUnits(peer.session.act).find((id) =>
    ownWords(peer.session.act, id).includes(word),
  )
  if (!unit) return
  if (!record.typed.has(word)) record.typed.set(word, unit)
  record.erased.set(word, new Set([...(record.erased.get(word) ?? []), peer.name]))
  noteTouch(peer, unit, record)
}

function commentOf(table: ReviewTable, peer: Peer): NewComment {
  const id = `${peer.name}${table.mail.said.length}`
  return { id, author: { id: peer.name, name: peer.name }, at: 1, words: 'Почему?' }
}
