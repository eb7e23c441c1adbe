import { isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import type { WordPlace } from '#shared/review/anchor.ts'
import { wordsOf } from '#shared/review/proposed-change.ts'
import { standingAt } from '#shared/review/suggested-words.ts'
import { writtenWords } from '#shared/review/written-words.ts'
import { isUnit, type UnitId, unitAttrs } from '#shared/schema/act.ts'
import { printedNum } from '#shared/structure/label.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import type { PositionRange } from '../editor/plugins/layer.ts'
import { unitsAround } from '../editor/queries/unit-at.ts'
import { wordsAt } from '../editor/queries/words-at.ts'

/** What other words are about to be suggested for. */
export interface SuggestionSubject {
  readonly place: string
  /** The words, a line for each paragraph. */
  readonly quote: string
  /** Where they are; undefined: in several paragraphs. */
  readonly words: WordPlace | undefined
  /** The paragraphs that they are in, whole. */
  readonly over: PositionRange
  /** What stands in these before and behind the words. */
  readonly around: readonly [before: string, after: string]
  /** The words with others typed over those that are selected, and where the caret is behind these. */
  typedOver(words: string): Typed
}

interface Typed {
  readonly words: string
  readonly caret: number
}

interface SubjectParts {
  readonly session: DraftSession
  readonly view: Pick<EditorView, 'state'>
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
    const written = (from: number, to: number) =>
      writtenWords(standingAt(session.doc, { ...words, from, to }))
    const { from, to } = words
    const around = [written(0, from), written(to, $to.parent.content.size)] as const
    return {
      place: placeOf(words.unit),
      quote: written(from, to),
      words,
      over,
      around,
      typedOver: (typed) => typedIn(['', ''], typed),
    }
  }
  const [first, last] = [unitsAround($from).at(-1), unitsAround($to).at(-1)]
  const isOfWords = $from.parent.isTextblock && $to.parent.isTextblock && !isInTable(view.state)
  if (empty || !first || !last || !isOfWords) return undefined
  const quote = linesIn(parts, over)?.join('\n')
  const places = [...new Set([placeOf(unitAttrs(first).id), placeOf(unitAttrs(last).id)])]
  if (quote === undefined) return undefined
  const [head, tail] = [
    writtenWords(wordsOf($from.parent.cut(0, $from.parentOffset))),
    writtenWords(wordsOf($to.parent.cut($to.parentOffset))),
  ]
  const typedOver = (typed: string) => typedIn([head, tail], typed)
  return { place: places.join(' — '), quote, words: undefined, over, around: ['', ''], typedOver }
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
