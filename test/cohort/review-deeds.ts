import * as Y from 'yjs'
import { plainWords, textAt } from '#shared/review/anchor.ts'
import {
  inOrder,
  isStructure,
  locateThread,
  mayAccept,
  type Proposal,
} from '#shared/review/proposal.ts'
import { isOfBlocks, proposeEdits } from '#shared/review/structure.ts'
import { propose } from '#shared/review/suggested-words.ts'
import {
  editComment,
  type NewComment,
  openProposal,
  openThread,
  reopenThread,
  reply,
  resolveThread,
  type Thread,
  threadsIn,
  withdrawComment,
} from '#shared/review/threads.ts'
import { writtenLines } from '#shared/review/written-words.ts'
import { type UnitId, unitAttrs } from '#shared/schema/act.ts'
import { decisionsIn } from '#shared/sync/decisions.ts'
import { pick } from './chance.ts'
import { SUGGESTED, suggestChange } from './change-deeds.ts'
import { type Peer, standingUnits } from './cohort.ts'
import { allWords, ownWords, randomEdit } from './deeds.ts'
import { createMail, type Mail } from './mail.ts'
import { noteCut, noteErased, noteFlow, noteTouch, type Record, typable, WORD } from './record.ts'

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
  'suggest-change',
  'suggest-change',
  'accept',
  'accept',
  'accept',
  'accept',
  'accept',
  'accept-all',
  'accept-all',
  'reject',
  'reject-all',
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
    case 'suggest-change':
      suggestChange(doc, peer, comment, random)
      return
    case 'accept':
      if (thread) accept(peer, [thread], record)
      return
    case 'accept-all':
      if (thread) acceptAll(peer, together(doc, thread), record)
      return
    case 'reject':
      if (thread?.proposal) peer.session.reject([thread])
      return
    case 'reject-all':
      if (thread?.proposal) peer.session.reject(together(doc, thread))
  }
}

/** The parts of the change that a thread is one of. */
function together(doc: Y.Doc, { id, group }: Thread): readonly Thread[] {
  return threadsIn(doc).filter(
    (one) => one.id === id || (group !== undefined && one.group === group),
  )
}

/** Accepts what is left of a change, as the panel does: all of it, or where some cannot be accepted none. */
function acceptAll(peer: Peer, threads: readonly Thread[], record: Record): void {
  peer.session.gather()
  const decided = decisionsIn(peer.doc)
  const left = inOrder(threads.filter(({ id }) => !decided.has(id)))
  if (left.every((thread) => mayAccept(peer.doc, peer.session.layout, thread).ok))
    accept(peer, left, record)
}

function accept(peer: Peer, threads: readonly Thread[], record: Record): void {
  const suggested = threads.filter(({ proposal }) => proposal !== undefined)
  if (suggested.length === 0) return
  peer.session.gather()
  const before = allWords(peer)
  const { act, layout } = peer.session
  const places = suggested.map((thread) => locateThread(peer.doc, layout, thread))
  const done = peer.session.accept(suggested)
  if (!done.ok && suggested.length > 1) throw new Error(`accepted in part: ${done.problem.code}`)
  if (!done.ok) return
  const after = allWords(peer)
  const brought = suggested.map(({ proposal }) => wordsOf(proposal)).join('\n')
  for (const [word, home] of record.typed) {
    if (word.startsWith(SUGGESTED) && brought.includes(word)) continue
    if (before.includes(word) && !after.includes(word)) noteErased(peer, word, record)
    for (const { unit } of places) {
      const [was, is] = [act, peer.session.act].map((one) => ownWords(one, unit).split(word).length)
      if ((is ?? 0) > (was ?? 0)) noteCopied(peer, home, unit, record)
    }
  }
  for (const [index, { anchor, proposal }] of suggested.entries()) {
    const place = places[index]
    // Also where the word does not show: its undo elsewhere may have been heard of before.
    const isOfText = proposal?.kind === 'words' || (isStructure(proposal) && isOfBlocks(proposal))
    if (place && isOfText) noteTouch(peer, place.unit, record)
    for (const [word] of wordsOf(proposal).matchAll(WORD))
      if (word.startsWith(SUGGESTED)) noteAccepted(peer, anchor.unit, word, record)
  }
}

/** The words that a suggestion brings. */
function wordsOf(proposal: Proposal | undefined): string {
  switch (proposal?.kind) {
    case 'words':
      return proposal.words
    case 'addBlocks':
      return proposal.blocks.flatMap(writtenLines).join('\n')
    default:
      return ''
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
      words: `${SUGGESTED}${comment.id}⟩`,
    },
  )
  if (made.ok) openProposal(doc, made.value, comment)
}

/** Words that one part of a change carries stand where they were, too, if only until another part takes them. */
function noteCopied(peer: Peer, home: UnitId, unit: UnitId, record: Record): void {
  noteFlow(peer, home, unit, record)
  noteCut(peer, home, record)
}

/**
 * The accepted word counts as typed into the unit that it was suggested for, and goes with the words
 * around; undo of who accepted may take it away.
 */
function noteAccepted(peer: Peer, unit: UnitId, word: string, record: Record): void {
  const { act } = peer.session
  const now = standingUnits(act).find((id) => ownWords(act, id).includes(word))
  if (!now) return
  if (!record.typed.has(word)) record.typed.set(word, unit)
  record.erased.set(word, new Set([...(record.erased.get(word) ?? []), peer.name]))
  noteTouch(peer, now, record)
}

function commentOf(table: ReviewTable, peer: Peer): NewComment {
  const id = `${peer.name}${table.mail.said.length}`
  return { id, author: { id: peer.name, name: peer.name }, at: 1, words: 'Почему?' }
}
