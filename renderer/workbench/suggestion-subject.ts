import { isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { anchorToWords, type WordPlace } from '#shared/review/anchor.ts'
import { wordsOf } from '#shared/review/proposed-change.ts'
import { placeOfProposal, standingAt } from '#shared/review/suggested-words.ts'
import { writtenWords } from '#shared/review/written-words.ts'
import { isUnit, type UnitId } from '#shared/schema/act.ts'
import { printedNum } from '#shared/structure/label.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import type { PositionRange } from '../editor/plugins/layer.ts'
import { rangeOfWords, textAt, wordsAt } from '../editor/queries/words-at.ts'

/** What other words are about to be suggested for. */
export interface SuggestionSubject {
  readonly place: string
  /** The words, a line for each paragraph. */
  readonly quote: string
  /** Where they are now, whatever others wrote around them; undefined: they are not as they were. */
  standing(): StandingSubject | undefined
  /** The words with others typed over those that are selected, and where the caret is behind these. */
  typedOver(words: string): Typed
}

export interface StandingSubject {
  /** Undefined: in several paragraphs. */
  readonly words: WordPlace | undefined
  /** The paragraphs that they are in, whole. */
  readonly over: PositionRange
  /** What stands in these before and behind the words. */
  readonly around: readonly [before: string, after: string]
}

interface Typed {
  readonly words: string
  readonly caret: number
}

interface SubjectParts {
  readonly session: DraftSession
  readonly view: Pick<EditorView, 'state'>
  readonly places: Pick<UnitPlaces, 'positionOf'>
  readonly profile: Profile
  readonly placeOf: (unit: UnitId) => string
}

/** The words that are selected, or the paragraph at the caret; undefined: there are none, or a table is among them. */
export function suggestionSubjectIn(parts: SubjectParts): SuggestionSubject | undefined {
  const { session, view, placeOf } = parts
  const { doc, selection } = view.state
  const { $from, $to, empty } = selection
  const over = { from: $from.start(), to: $to.end() }
  const range = empty ? over : { from: selection.from, to: selection.to }
  const words = wordsAt(doc, range)
  if (words) {
    const anchor = anchorToWords(session.doc, words)
    return {
      place: placeOf(words.unit),
      quote: writtenWords(standingAt(session.doc, words)),
      standing() {
        const now = anchor && placeOfProposal(session.doc, session.layout, anchor)
        return now && aroundWords(parts, now)
      },
      typedOver: (typed) => typedIn(['', ''], typed),
    }
  }
  const [first, last] = [textAt(doc, $from.pos), textAt(doc, $to.pos)]
  if (empty || !first || !last || isInTable(view.state)) return undefined
  const quote = linesIn(parts, over)?.join('\n')
  const place = [...new Set([placeOf(first.unit), placeOf(last.unit)])].join(' — ')
  if (quote === undefined) return undefined
  const [head, tail] = [
    writtenWords(wordsOf($from.parent.cut(0, $from.parentOffset))),
    writtenWords(wordsOf($to.parent.cut($to.parentOffset))),
  ]
  return {
    place,
    quote,
    standing() {
      const [from, to] = [paragraphOf(parts, first)?.from, paragraphOf(parts, last)?.to]
      if (from === undefined || to === undefined || from > to) return undefined
      const isSame = linesIn(parts, { from, to })?.join('\n') === quote
      return isSame ? { words: undefined, over: { from, to }, around: ['', ''] } : undefined
    },
    typedOver: (typed) => typedIn([head, tail], typed),
  }
}

/** Words in one paragraph, with all that stands in it. */
function aroundWords(parts: SubjectParts, words: WordPlace): StandingSubject | undefined {
  const over = paragraphOf(parts, words)
  if (!over) return undefined
  const written = (from: number, to: number) =>
    writtenWords(standingAt(parts.session.doc, { ...words, from, to }))
  const around = [written(0, words.from), written(words.to, over.to - over.from)] as const
  return { words, over, around }
}

/** Where the paragraph of a text is in the document now. */
function paragraphOf(
  { view, places }: SubjectParts,
  { unit: id, text }: Pick<WordPlace, 'unit' | 'text'>,
): PositionRange | undefined {
  const position = places.positionOf(id)
  const unit = position === undefined ? null : view.state.doc.nodeAt(position)
  const start =
    position !== undefined && unit && isUnit(unit)
      ? rangeOfWords(unit, position, { text, from: 0, to: 0 })
      : undefined
  if (!start) return undefined
  const $start = view.state.doc.resolve(start.from)
  return { from: $start.start(), to: $start.end() }
}

function typedIn([head, tail]: readonly [string, string], typed: string): Typed {
  return { words: `${head}${typed}${tail}`, caret: head.length + typed.length }
}

/** The paragraphs of a range as somebody would type them: all but the first with the number of their unit. */
function linesIn(
  { view, profile }: SubjectParts,
  { from, to }: PositionRange,
): readonly string[] | undefined {
  const lines: string[] = []
  let isPlain = true
  view.state.doc.nodesBetween(from, to, (node, _, holder, index) => {
    if (node.type.name === 'table') isPlain = false
    if (!node.isTextblock || !holder) return isPlain
    const isFirst = isUnit(holder) && index === 0 && lines.length > 0
    const num = isFirst ? printedNum(profile, holder) : undefined
    const words = writtenWords(wordsOf(node))
    lines.push(num === undefined ? words : `${num} ${words}`)
    return false
  })
  return isPlain ? lines : undefined
}
