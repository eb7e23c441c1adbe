import type { EditorView } from 'prosemirror-view'
import { type Located, locate } from '#shared/review/anchor.ts'
import { placeOfProposal } from '#shared/review/proposal.ts'
import { type Thread, threadsIn } from '#shared/review/threads.ts'
import { unreadIn } from '#shared/review/unread.ts'
import { isUnit, type UnitId } from '#shared/schema/act.ts'
import { type Decision, decisionsIn } from '#shared/sync/decisions.ts'
import type { Person } from '#shared/sync/person.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import { type CommentMark, commentLayer, commentMarks } from '../editor/plugins/comment-layer.ts'
import type { PositionRange } from '../editor/plugins/layer.ts'
import { firstWordIn } from '../editor/queries/unit-at.ts'
import { rangeOfWords } from '../editor/queries/words-at.ts'
import { createStore, type Store } from '../host/store.ts'
import { isOpen, type PlacedThread } from '../panels/comments/model.ts'
import type { ReviewPart } from './review-part.ts'

/** The threads of a draft where they are in the text, and their marks over it. */
export interface PlacedThreads {
  /** In the order of the text; those whose unit is gone come last. */
  readonly threads: Store<readonly PlacedThread[]>
  /** Finds them anew, thread by thread. */
  steps(): Generator<undefined, void>
  /** Finds them anew, at once. */
  refresh(): void
  /** Where one is in the view; of a unit the end of its first words. */
  rangeOf(located: Located): PositionRange | undefined
  /** What the signs say, in the language of the window. */
  setLabel(label: (thread: Thread) => string): void
}

interface PlacedThreadsParts {
  readonly part: ReviewPart
  readonly session: DraftSession
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly person: () => Person
  readonly placeOf: (unit: UnitId) => string
  readonly nameOfGone: (unit: UnitId) => string
}

export function createPlacedThreads(parts: PlacedThreadsParts): PlacedThreads {
  const { part, session, view, places } = parts
  const threads = createStore<readonly PlacedThread[]>([])
  let label: ((thread: Thread) => string) | undefined
  return {
    threads,
    rangeOf,
    steps,
    refresh: () => void Array.from(steps()),
    setLabel(next) {
      label = next
      draw()
    },
  }

  function* steps(): Generator<undefined, void> {
    const found: { readonly placed: PlacedThread; readonly at: number }[] = []
    const decisions = decisionsIn(session.doc)
    for (const thread of threadsIn(part.review)) {
      const placed = placedThread(thread, decisions.get(thread.id))
      found.push({ placed, at: rangeOf(placed.located)?.from ?? Number.POSITIVE_INFINITY })
      yield
    }
    threads.set(found.sort((a, b) => a.at - b.at).map(({ placed }) => placed))
    draw()
  }

  function placedThread(thread: Thread, decision: Decision | undefined): PlacedThread {
    const located = locate(session.doc, session.layout, thread.anchor)
    const name = parts.placeOf(located.unit)
    return {
      thread,
      located,
      place: name === '' ? parts.nameOfGone(located.unit) : name,
      isUnread: unreadIn(thread, { me: parts.person(), seen: part.seen() }).length > 0,
      decision,
      isTimely:
        thread.proposal !== undefined &&
        placeOfProposal(session.doc, session.layout, thread.anchor) !== undefined,
    }
  }

  function draw(): void {
    commentLayer.show(view, commentMarks(threads.get().filter(isOpen).flatMap(markOf)))
  }

  function markOf({ thread, located, isUnread, isTimely }: PlacedThread): readonly CommentMark[] {
    const range = rangeOf(located)
    if (!range || !label) return []
    return [
      {
        ...range,
        thread: thread.id,
        on: located.kind === 'words' ? 'words' : 'unit',
        isUnread,
        instead: isTimely && thread.proposal?.kind === 'words' ? thread.proposal.words : undefined,
        label: label(thread),
        comments: thread.comments.filter(({ words }) => words !== undefined).length,
      },
    ]
  }

  function rangeOf(located: Located): PositionRange | undefined {
    const position = places.positionOf(located.unit)
    const unit = position === undefined ? null : view.state.doc.nodeAt(position)
    if (position === undefined || !unit || !isUnit(unit)) return undefined
    if (located.kind === 'words') return rangeOfWords(unit, position, located)
    const end = view.state.doc.resolve(firstWordIn(unit, position)).end()
    return { from: end, to: end }
  }
}
