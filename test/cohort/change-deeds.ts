import type * as Y from 'yjs'
import { proposeChange } from '#shared/review/proposed-change.ts'
import { type NewComment, openChange } from '#shared/review/threads.ts'
import { type Act, bodyOf, makeParagraph, type Unit, unitAttrs } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { pick } from './chance.ts'
import { type Peer, textStart } from './cohort.ts'
import { typable, wordSafe } from './record.ts'

/** How each word begins that is suggested and occurs nowhere else. */
export const SUGGESTED = '⟨+'

/**
 * Suggests what a drafter would do with a selection over several paragraphs and units: takes it away,
 * writes a word over it, or puts paragraphs, with words that occur nowhere else, behind one.
 */
export function suggestChange(
  review: Y.Doc,
  { doc, session, state }: Peer,
  comment: NewComment,
  random: () => number,
): void {
  session.gather()
  const units = typable(state.doc)
  const start = Math.floor(random() * units.length)
  const [first, last] = [units[start], units[start + Math.floor(random() * 3)] ?? units.at(-1)]
  if (!first || !last) return
  const [from, to] = [positionIn(state.doc, first, random), positionIn(state.doc, last, random)]
  const tr = state.tr
  const word = (n: number) => `${SUGGESTED}${comment.id}.${n}⟩`
  switch (pick(['cut', 'write', 'paragraphs'] as const, random)) {
    case 'cut':
      tr.delete(Math.min(from, to), Math.max(from, to))
      break
    case 'write':
      tr.replaceWith(Math.min(from, to), Math.max(from, to), schema.text(word(0)))
      break
    default:
      tr.insert(tr.doc.resolve(from).after(), [word(0), word(1)].map(makeParagraph))
  }
  const change = { before: state.doc, after: tr.doc }
  const made = proposeChange(doc, session.layout, change, (_, unit) => unit)
  if (!made.ok) return
  const comments = made.value.map((_, n) =>
    n === 0 ? comment : { ...comment, id: `${comment.id}p${n}` },
  )
  openChange(review, made.value, comments)
}

/** Somewhere in the words of a unit, between those that are looked for. */
function positionIn(draft: Act, unit: Unit, random: () => number): number {
  const block = Math.floor(random() * bodyOf(unit).length)
  const text = bodyOf(unit)[block]?.textContent ?? ''
  const offset = wordSafe(text, Math.floor(random() * (text.length + 1)))
  return textStart(draft, unitAttrs(unit).id, block) + offset
}
