import { amendingPhrasesFor } from '../../tradition/amending-words.ts'
import type { CitationWords } from '../../tradition/citation.ts'
import { citationWordsFor } from '../../tradition/citation-words.ts'
import { CASES, type GrammaticalCase } from '../../tradition/declension.ts'
import type { AmendingPhrases } from '../../tradition/phrases.ts'
import type { Profile } from '../../tradition/tradition.ts'

/** All that is needed to speak of the units of one act: its profile, its citations, its phrases. */
export interface Tongue {
  readonly profile: Profile
  readonly words: CitationWords
  readonly phrases: AmendingPhrases
}

const tongues = new WeakMap<Profile, Tongue>()

export function tongueOf(profile: Profile): Tongue {
  const known = tongues.get(profile)
  if (known) return known
  const words = citationWordsFor(profile)
  const tongue = { profile, words, phrases: amendingPhrasesFor(profile) }
  tongues.set(profile, tongue)
  return tongue
}

/** The words of a slot, which may depend on the case that the phrase asks for. */
export type Slot = string | ((grammatical: GrammaticalCase) => string)

/**
 * A phrase with its slots filled. A part in square brackets is left out when a slot in it is empty; the
 * blanks that an empty slot leaves are closed, and what is filled in stays as it is.
 */
export function filled(phrase: string, slots: Readonly<Record<string, Slot>>): string {
  const values: string[] = []
  const value = (name: string, grammatical: GrammaticalCase): string => {
    const slot = slots[name] ?? ''
    return typeof slot === 'string' ? slot : slot(grammatical)
  }
  const marked = (part: string): { readonly text: string; readonly isWhole: boolean } => {
    let isWhole = true
    const text = part.replaceAll(SLOT, (_, name: string, grammatical: string | undefined) => {
      const words = value(name, caseNamed(grammatical))
      if (words === '') {
        isWhole = false
        return ''
      }
      values.push(words)
      return `\uE000${values.length - 1}\uE001`
    })
    return { text, isWhole }
  }
  const shortened = phrase.replaceAll(OPTIONAL, (_, part: string) => {
    const { text, isWhole } = marked(part)
    return isWhole ? text : ''
  })
  return marked(shortened)
    .text.replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ (?=[,:])/g, '')
    .trim()
    .replaceAll(/\uE000(\d+)\uE001/g, (_, n: string) => values[Number(n)] ?? '')
}

function caseNamed(name: string | undefined): GrammaticalCase {
  return CASES.find((one) => one === name) ?? 'nominative'
}

const SLOT = /\{(\w+)(?:\.(\w+))?\}/g
const OPTIONAL = /\[([^[\]]*)\]/g

/** «1, 2 и 3». */
export function listed({ phrases }: Tongue, items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${phrases.and} ${items.at(-1)}`
}

export function capitalized(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20)
  return text === '' ? text : first.toUpperCase() + text.slice(first.length)
}
