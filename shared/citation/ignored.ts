import type { Reference } from './reference.ts'

/**
 * What an ignored citation is remembered by: its unit and its words. Where the words change, it is to
 * be looked at again.
 */
export function ignoreKey({ from, text }: Pick<Reference, 'from' | 'text'>): string {
  return `${from} ${text.replaceAll(/\s+/gu, ' ')}`
}
