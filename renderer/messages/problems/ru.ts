import type { SentenceKey } from '#shared/base/problem.ts'
import { ruAmendProblems } from './ru-amend.ts'
import { ruDeskProblems } from './ru-desk.ts'
import { ruDraftProblems } from './ru-draft.ts'
import { ruReadingProblems } from './ru-reading.ts'

export const ruProblems: Readonly<Record<SentenceKey, string>> = {
  ...ruAmendProblems,
  ...ruDeskProblems,
  ...ruDraftProblems,
  ...ruReadingProblems,
  'told/and-more': '{said} (и ещё {more})',
  'told/changed-before': '{said} До этого здесь внесла изменение поправка {earlier}.',
  'told/in-file': '«{name}»: {said}',
  'told/several-times':
    '{said} ({times, plural, one {# раз} few {# раза} many {# раз} other {# раза}})',
}
