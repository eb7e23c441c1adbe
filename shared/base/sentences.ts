import { AMEND_SENTENCES } from './sentences-amend.ts'
import { DESK_SENTENCES } from './sentences-desk.ts'
import { DRAFT_SENTENCES } from './sentences-draft.ts'
import { READING_SENTENCES } from './sentences-reading.ts'

/**
 * The English sentence of every code, with its values in braces. The window's catalogues have one for
 * the same code in every language.
 */
export const SENTENCES = {
  ...AMEND_SENTENCES,
  ...DESK_SENTENCES,
  ...DRAFT_SENTENCES,
  ...READING_SENTENCES,
  'told/and-more': '{said} ({more} more)',
  'told/changed-before': '{said} Instruction {earlier} changed it before.',
  'told/in-file': '“{name}”: {said}',
  'told/several-times': '{said} ({times} times)',
} as const
