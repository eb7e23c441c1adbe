import type { SentenceKey } from '#shared/base/problem.ts'
import { kkAmendProblems } from './kk-amend.ts'
import { kkDeskProblems } from './kk-desk.ts'
import { kkDraftProblems } from './kk-draft.ts'
import { kkReadingProblems } from './kk-reading.ts'

export const kkProblems: Readonly<Record<SentenceKey, string>> = {
  ...kkAmendProblems,
  ...kkDeskProblems,
  ...kkDraftProblems,
  ...kkReadingProblems,
  'told/and-more': '{said} (тағы {more})',
  'told/changed-before': '{said} Бұған дейін осы жерді {earlier}-түзету өзгерткен.',
  'told/in-file': '«{name}»: {said}',
  'told/several-times': '{said} ({times} рет)',
}
