import { Selection } from 'prosemirror-state'
import type { Decoration, EditorView } from 'prosemirror-view'
import { isStructure, locateThread, type Proposal } from '#shared/review/proposal.ts'
import { isOfBlocks, outlookOf } from '#shared/review/structure.ts'
import { pathOfBlocks } from '#shared/review/suggested-blocks.ts'
import { placeOfProposal, standingAt } from '#shared/review/suggested-words.ts'
import { type Thread, threadsIn } from '#shared/review/threads.ts'
import { unreadIn } from '#shared/review/unread.ts'
import { writtenWords } from '#shared/review/written-words.ts'
import { isUnit, type UnitId } from '#shared/schema/act.ts'
import { type Decision, decisionsIn } from '#shared/sync/decisions.ts'
import type { Person } from '#shared/sync/person.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { commentLayer, commentMarks, type SignMark } from '../editor/plugins/comment-layer.ts'
import type { PositionRange } from '../editor/plugins/layer.ts'
import { suggestionMarks } from '../editor/plugins/suggestion-marks.ts'
import { firstWordIn } from '../editor/queries/unit-at.ts'
import { rangeOfWords } from '../editor/queries/words-at.ts'
import { createStore, type Store } from '../host/store.ts'
import { isOpen, type PlacedThread } from '../panels/comments/model.ts'
import type { ReviewPart } from './review-part.ts'
import {
  marksOfSuggestions,
  positionOfPlace,
  rangeOfBlocks,
  type SuggestionWords,
  targetOf,
} from './suggestions-in-text.ts'

/** The threads of a draft where they are in the text, and their marks over it. */
export interface PlacedThreads {
  /** In the order of the text; those whose unit is gone come last. */
  readonly threads: Store<readonly PlacedThread[]>
  /** Finds them anew, thread by thread. */
  steps(): Generator<undefined, void>
  /** Finds them anew, at once. */
  refresh(): void
  /** Where one is in the view; of a unit the end of its first words, of a new one that before it. */
  rangeOf(placed: PlacedThread): PositionRange | undefined
  /** What the marks say, in the language of the window. */
  setWords(words: ThreadWords): void
}

/** What the marks of threads say. */
export interface ThreadWords extends SuggestionWords {
  sign(thread: Thread): string
}

interface PlacedThreadsParts {
  readonly part: ReviewPart
  readonly session: DraftSession
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly person: () => Person
  readonly placeOf: (unit: UnitId) => string
  readonly nameOfGone: (unit: UnitId) => string
  readonly profile: Profile
}

export function createPlacedThreads(parts: PlacedThreadsParts): PlacedThreads {
  const { part, session, view, places } = parts
  const threads = createStore<readonly PlacedThread[]>([])
  let words: ThreadWords | undefined
  return {
    threads,
    rangeOf,
    steps,
    refresh: () => void Array.from(steps()),
    setWords(next) {
      words = next
      draw()
    },
  }

  function* steps(): Generator<undefined, void> {
    const found: { readonly placed: PlacedThread; readonly at: number }[] = []
    const decisions = decisionsIn(session.doc)
    for (const thread of threadsIn(part.review)) {
      const placed = placedThread(thread, decisions.get(thread.id))
      found.push({ placed, at: rangeOf(placed)?.from ?? Number.POSITIVE_INFINITY })
      yield
    }
    threads.set(found.sort((a, b) => a.at - b.at).map(({ placed }) => placed))
    draw()
  }

  function placedThread(thread: Thread, decision: Decision | undefined): PlacedThread {
    const { doc, layout } = session
    const { proposal, anchor } = thread
    const located = locateThread(doc, layout, thread)
    const mayHold = thread.resolved === undefined && decision === undefined
    const quote = anchor.words && writtenWords({ words: anchor.words.quote })
    const standing = proposal?.kind === 'words' ? placeOfProposal(doc, layout, anchor) : undefined
    const outlook = mayHold && isStructure(proposal) ? outlookOf(doc, layout, proposal) : undefined
    return {
      thread,
      located,
      place: nameOf(proposal, located.unit),
      quote: standing ? writtenWords(standingAt(doc, standing)) : quote,
      isUnread: unreadIn(thread, { me: parts.person(), seen: part.seen() }).length > 0,
      decision,
      isTimely: outlook?.kind === 'open' || standing !== undefined,
      outlook,
      path:
        isStructure(proposal) && isOfBlocks(proposal) && outlook?.kind === 'open'
          ? pathOfBlocks(doc, proposal)
          : undefined,
      target: targetOf(proposal, outlook, parts.placeOf),
    }
  }

  /** A new unit has no place before it stands, and one that is gone the name that it had. */
  function nameOf(proposal: Proposal | undefined, unit: UnitId): string {
    const isWanted = proposal?.kind === 'insert' && proposal.unit.id !== unit
    const name = isWanted ? proposal.name : parts.placeOf(unit) || parts.nameOfGone(unit)
    return name === '' && isStructure(proposal) ? proposal.name : name
  }

  function draw(): void {
    const open = threads.get().filter(isOpen)
    commentLayer.show(view, [...suggestedIn(open), ...open.flatMap(signed)])
  }

  function suggestedIn(open: readonly PlacedThread[]): readonly Decoration[] {
    const suggestions = open.flatMap((placed) => {
      const sign = signOf(placed)
      return words && sign ? [{ ...parts, placed, words, sign }] : []
    })
    return marksOfSuggestions(suggestions).flatMap(suggestionMarks)
  }

  function signed(placed: PlacedThread): readonly Decoration[] {
    const { thread, located, isTimely } = placed
    const range = rangeOf(placed)
    const sign = signOf(placed)
    const isNew = thread.proposal?.kind === 'insert' || thread.proposal?.kind === 'addBlocks'
    const isDrawn = isNew && isTimely
    if (!range || !sign || isDrawn) return []
    const on = located.kind === 'words' ? 'words' : 'unit'
    const isReplaced = isTimely && thread.proposal?.kind === 'words'
    const instead = isReplaced ? writtenWords(thread.proposal) : undefined
    return commentMarks([{ ...range, ...sign, on, instead }])
  }

  function signOf({ thread, isUnread }: PlacedThread): SignMark | undefined {
    if (!words) return undefined
    const said = thread.comments.filter((comment) => comment.words !== undefined)
    return { thread: thread.id, isUnread, label: words.sign(thread), comments: said.length }
  }

  function rangeOf(placed: PlacedThread): PositionRange | undefined {
    const { thread, located, outlook } = placed
    const blocks = rangeOfBlocks(parts, placed)
    if (blocks) {
      const { to } = Selection.near(view.state.doc.resolve(blocks.to), -1)
      return { from: to, to }
    }
    const place = outlook?.kind === 'open' ? outlook.place : undefined
    if (thread.proposal?.kind === 'insert' && place) {
      const at = positionOfPlace(parts, place)
      if (at === undefined) return undefined
      const { to } = Selection.near(view.state.doc.resolve(at), -1)
      return { from: to, to }
    }
    const position = places.positionOf(located.unit)
    const unit = position === undefined ? null : view.state.doc.nodeAt(position)
    if (position === undefined || !unit || !isUnit(unit)) return undefined
    if (located.kind === 'words') return rangeOfWords(unit, position, located)
    const end = view.state.doc.resolve(firstWordIn(unit, position)).end()
    return { from: end, to: end }
  }
}
