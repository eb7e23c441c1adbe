/** Two hashes of 32 bits (FNV-1a from two starts), 16 hexadecimal digits: equal ones are of equal texts. */
export function textHash(text: string): string {
  let one = 0x811c9dc5
  let two = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ unit, 0x85ebca6b)
  }
  return [one, two].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('')
}

/** {@link textHash} of the words of a text, whatever a file made of what stands between them. */
export function wordsHash(text: string): string {
  return textHash(letters(text))
}

/** The letters and digits of a text. */
export function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
