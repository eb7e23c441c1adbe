import type { Block } from './block.ts'

/** Characters a heading may have; the longest seen in the codes of Kazakhstan has 330. */
export const MAX_TITLE = 400

/** Whether a paragraph may be a heading: no sentence, no item of a list, nothing a small letter opens. */
export function isTitleLike({ role, text }: Block): boolean {
  return role.is === 'text' && isTitle(text)
}

export function isTitle(text: string): boolean {
  return (
    text.length <= MAX_TITLE &&
    !/[.;:,!?»”–—-]$/u.test(text.replace(/[»”"]$/u, '')) &&
    /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(text) &&
    !/^[-–—•*]/u.test(text)
  )
}
