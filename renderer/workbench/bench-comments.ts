import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { type Problem, problem } from '#shared/base/problem.ts'
import { fail, type Result } from '#shared/base/result.ts'
import type { Bridge, Input, Output } from '#shared/bridge/contract.ts'
import { type Anchor, anchorToUnit, anchorToWords, type WordPlace } from '#shared/review/anchor.ts'
import { propose } from '#shared/review/suggested-words.ts'
import {
  editComment,
  onThreads,
  openProposal,
  openThread,
  reopenThread,
  reply,
  resolveThread,
  type Thread,
  threadsIn,
  withdrawComment,
} from '#shared/review/threads.ts'
import { unreadIn } from '#shared/review/unread.ts'
import { newWordsOf } from '#shared/review/written-words.ts'
import { type UnitId, unitAttrs } from '#shared/schema/act.ts'
import { onDecisions } from '#shared/sync/decisions.ts'
import { peopleIn } from '#shared/sync/people.ts'
import type { Person } from '#shared/sync/person.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import { writtenOver } from '../editor/binding/suggested-edits.ts'
import { selectAndShow } from '../editor/commands/show.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import type { PositionRange } from '../editor/plugins/layer.ts'
import { wordsAt } from '../editor/queries/words-at.ts'
import type { SaveQueue } from '../host/save-queue.ts'
import { createStore, type Store } from '../host/store.ts'
import { isOpen, nextThread, type PlacedThread } from '../panels/comments/model.ts'
import { acceptSeen } from './accepting.ts'
import type { BenchImpact } from './bench-impact.ts'
import { createBenchSuggestions } from './bench-suggestions.ts'
import { caretUnits } from './caret.ts'
import { idleAnalysis } from './idle-analysis.ts'
import { createPlacedThreads, type ThreadWords } from './placed-threads.ts'
import { openReviewPart } from './review-part.ts'
import { type SuggestionSubject, suggestionSubjectIn } from './suggestion-subject.ts'
import { told } from './told.ts'

/** What is about to be commented on. */
export interface CommentSubject {
  readonly anchor: Anchor
  /** The words; empty where the unit as a whole is meant. */
  readonly quote: string
  readonly place: string
  /** Where the words are; undefined where the unit as a whole is meant. */
  readonly words: WordPlace | undefined
}

/** A thread that was gone to; another object each time, so that the same can be gone to again. */
export interface ShownThread {
  readonly id: string
  /** Where it is to be shown: in the panel, or beside its words. */
  readonly at: 'panel' | 'words'
}

/** What people say of the draft. */
export interface BenchComments {
  /** In the order of the text; those whose unit is gone come last. */
  readonly threads: Store<readonly PlacedThread[]>
  /** Why nothing may be said here, in a sentence; null: it may. */
  readonly commentsReadOnly: Store<Problem | null | undefined>
  readonly commentSaves: SaveQueue
  readonly shownThread: Store<ShownThread | undefined>
  /** The words that are selected, or the unit at the caret. */
  commentSubject(): CommentSubject | undefined
  /** The words that are selected, in one paragraph or several, or the paragraph at the caret, to suggest others for. */
  suggestionSubject(): SuggestionSubject | undefined
  /** Suggests words in place of the subject's, and says why. */
  suggest(subject: SuggestionSubject, words: string, why: string): Result<void>
  /** Accepts what threads suggest, as one, once its references are seen to. */
  accept(threads: readonly Thread[]): void
  reject(threads: readonly Thread[]): void
  comment(subject: CommentSubject, words: string): Result<void>
  /** Takes the comments of a Word file of the draft, as it is saved, among its threads. */
  takeWordComments(
    file: Omit<Input<'takeWordComments'>, 'document'>,
  ): Promise<Result<Output<'takeWordComments'>>>
  reply(thread: string, words: string): Result<void>
  editComment(thread: string, comment: string, words: string): Result<void>
  withdrawComment(thread: string, comment: string): void
  resolveThread(thread: string): void
  reopenThread(thread: string): void
  /** The person has read all that is said in a thread. */
  seeThread(thread: string): void
  /** Everybody who wrote in the draft or in its comments: whom one may mention. */
  knownPeople(): readonly Person[]
  /** Selects what a thread is about and shows it. */
  jumpToThread(placed: PlacedThread): void
  /** Shows the thread of the words at the caret beside them; false: there is none. */
  showThreadHere(): boolean
  showThread(shown: ShownThread | undefined): void
  stepThread(direction: 'next' | 'previous'): void
  /** What the marks of threads say, in the language of the window. */
  setCommentWords(words: ThreadWords): void
}

interface CommentParts {
  readonly bridge: Bridge
  readonly document: string
  readonly session: DraftSession
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly person: () => Person
  readonly placeOf: (unit: UnitId) => string
  readonly nameOfGone: (unit: UnitId) => string
  readonly plan: BenchImpact['plan']
}

/** Milliseconds without a key after which threads are looked for anew; till then they follow the text. */
const PAUSE = 250

export function createBenchComments(parts: CommentParts) {
  const { bridge, document, session, view, person } = parts
  const shownThread = createStore<ShownThread | undefined>(undefined)
  const part = openReviewPart(bridge, document, () => placing.refresh())
  const { review } = part
  const profile = profileOf(session.act)
  const placing = createPlacedThreads({ ...parts, part, profile })
  const { threads, rangeOf } = placing
  const stopThreads = onThreads(review, placing.refresh)
  const stopDecisions = onDecisions(session.doc, placing.refresh)
  const later = idleAnalysis<Node>(PAUSE, [placing.steps])
  const tell = (): { id: string; author: Person; at: number } => ({
    id: window.crypto.randomUUID(),
    author: person(),
    at: Date.now(),
  })
  const own = (thread: string, comment: string) => ({
    thread,
    comment,
    by: person(),
    at: Date.now(),
  })
  const suggestions = createBenchSuggestions({ ...parts, profile, review, tell })

  const all: BenchComments = {
    threads,
    commentsReadOnly: part.readOnly,
    commentSaves: part.saves,
    shownThread,
    commentSubject() {
      session.gather()
      return subjectAt(view.state.selection) ?? unitSubject()
    },
    suggestionSubject() {
      session.gather()
      return suggestionSubjectIn({ ...parts, profile })
    },
    suggest({ standing }, words, why) {
      session.gather()
      const stands = standing()
      if (!stands) return fail(problem('review/others-changed'))
      const { words: place, over, around } = stands
      if (!place || words.includes('\n')) {
        const lines = `${around[0]}${words}${around[1]}`
        return suggestions.suggestText(writtenOver(view.state, over, lines), why)
      }
      const made = propose(session.doc, place, newWordsOf(words))
      return made.ok ? openProposal(review, made.value, { ...tell(), words: why }) : made
    },
    accept: (suggested) => void acceptSeen(parts, suggested),
    reject: (suggested) => void told(session.reject(suggested)),
    comment: ({ anchor }, words) => openThread(review, anchor, { ...tell(), words }),
    async takeWordComments(file) {
      await part.saves.settled()
      return bridge.takeWordComments({ document, ...file })
    },
    reply: (thread, words) => reply(review, thread, { ...tell(), words }),
    editComment: (thread, comment, words) => editComment(review, own(thread, comment), words),
    withdrawComment: (thread, comment) => void withdrawComment(review, own(thread, comment)),
    resolveThread: (thread) =>
      void resolveThread(review, thread, { person: person(), at: Date.now() }),
    reopenThread: (thread) => void reopenThread(review, thread),
    seeThread(thread) {
      const found = threadsIn(review).find(({ id }) => id === thread)
      const unread = found ? unreadIn(found, { me: person(), seen: part.seen() }) : []
      if (unread.length > 0) part.see(unread.map(({ id }) => id))
    },
    knownPeople() {
      const known = [
        ...peopleIn(session.doc),
        ...threadsIn(review).flatMap(({ comments }) => comments.map(({ author }) => author)),
      ]
      const byId = new Map(known.map((one) => [one.id, one]))
      byId.delete(person().id)
      return [...byId.values()].filter(({ name }) => name !== '')
    },
    jumpToThread(placed) {
      const range = rangeOf(placed)
      if (range) selectAndShow(view, range.from, range.to)
    },
    showThreadHere() {
      const { from, to } = view.state.selection
      const here = threads.get().find((placed) => {
        const range = isOpen(placed) ? rangeOf(placed) : undefined
        return range && range.from <= to && from <= range.to
      })
      if (here) shownThread.set({ id: here.thread.id, at: 'words' })
      return here !== undefined
    },
    showThread: (shown) => shownThread.set(shown),
    stepThread(direction) {
      const next = nextThread(threads.get(), shownThread.get()?.id, direction)
      if (!next) return
      all.jumpToThread(next)
      shownThread.set({ id: next.thread.id, at: 'panel' })
    },
    setCommentWords: placing.setWords,
  }
  return {
    ...all,
    ...suggestions,
    /** The text is another. */
    textChanged: (doc: Node) => threads.get().length > 0 && later.changed(doc),
    closeComments() {
      later.close()
      stopThreads()
      stopDecisions()
      part.close()
    },
  }

  function subjectAt(range: PositionRange): CommentSubject | undefined {
    session.gather()
    const { doc } = view.state
    const words = wordsAt(doc, range)
    const anchor = words && anchorToWords(session.doc, words)
    if (!anchor) return undefined
    const quote = doc.textBetween(range.from, range.to, ' ', ' ')
    return { anchor, words, quote, place: parts.placeOf(words.unit) }
  }

  function unitSubject(): CommentSubject | undefined {
    const around = caretUnits(view.state).at(-1)
    if (!around) return undefined
    const unit = unitAttrs(around).id
    return { anchor: anchorToUnit(unit), words: undefined, quote: '', place: parts.placeOf(unit) }
  }
}
