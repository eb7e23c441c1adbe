/** A draft is several shared documents: its text, what is said of it, and its named versions. */
export type DraftPart = 'text' | 'review' | 'versions'

export const DRAFT_PARTS: readonly DraftPart[] = ['text', 'review', 'versions']
