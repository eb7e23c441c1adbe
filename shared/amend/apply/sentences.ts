import { problem } from '../../base/problem.ts'
import type { Act } from '../../schema/act.ts'
import type { InsertSentences, OmitSentence, RestateSentence } from '../instruction.ts'
import { candidateAt, type Done, refused } from './done.ts'
import { noSentence, type Stretch, sentenceOf, stretchesFor } from './spot.ts'
import { edited } from './words.ts'

export function restateSentence(act: Act, { at, words }: RestateSentence): Done {
  const found = stretchesFor(act, at)
  if (!found.ok) return found
  const [stretch] = found.stretches
  if (!stretch) return refused('not-found', problem('amend/no-own-words'))
  const { start, end } = stretch
  return edited(act, [{ stretch, start, end, words: words.trim() }], found.doubt)
}

export function omitSentence(act: Act, { at }: OmitSentence): Done {
  const found = stretchesFor(act, at)
  if (!found.ok) return found
  const [stretch] = found.stretches
  if (!stretch) return refused('not-found', problem('amend/no-own-words'))
  const { text } = stretch.block
  const behind = /^\s*/u.exec(text.slice(stretch.end))?.[0].length ?? 0
  const isLast = stretch.end + behind >= text.length
  const before = isLast ? (/\s*$/u.exec(text.slice(0, stretch.start))?.[0].length ?? 0) : 0
  const edit = { stretch, start: stretch.start - before, end: stretch.end + behind, words: '' }
  return edited(act, [edit], found.doubt)
}

export function insertSentences(act: Act, { at, after, words }: InsertSentences): Done {
  const found = stretchesFor(act, { unit: at.unit })
  if (!found.ok) return found
  const { place, doubt } = found
  const own = found.stretches.filter(({ block }) => block.path.length <= place.path.length + 1)
  const put = words.trim()
  if (after === 0) {
    const [first] = own
    if (!first)
      return refused('not-found', problem('amend/no-own-words'), [candidateAt(act, place.path)])
    return edited(act, [{ stretch: first, start: 0, end: 0, words: `${put} ` }], doubt)
  }
  const stretch: Stretch | undefined = sentenceOf(own, after)
  if (!stretch) return refused('not-found', noSentence(after), [candidateAt(act, place.path)])
  return edited(act, [{ stretch, start: stretch.end, end: stretch.end, words: ` ${put}` }], doubt)
}
