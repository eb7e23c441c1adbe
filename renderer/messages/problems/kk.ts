import type { SentenceKey } from '#shared/base/problem.ts'
import { kkDeskProblems } from './kk-desk.ts'
import { kkDraftProblems } from './kk-draft.ts'
import { kkReadingProblems } from './kk-reading.ts'

export const kkProblems: Readonly<Record<SentenceKey, string>> = {
  ...kkDeskProblems,
  ...kkDraftProblems,
  ...kkReadingProblems,
  'told/and-more': '{said} (тағы {more})',
  'told/in-file': '«{name}»: {said}',
  'told/several-times': '{said} ({times} рет)',
}
