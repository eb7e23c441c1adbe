import { type Act, actAttrs, bodyOf, titleOf, unitsOf } from '../../schema/act.ts'
import { canonicalText } from '../../structure/canonical-text.ts'
import type { AmendingPhrases } from '../../tradition/phrases.ts'
import type { Profile } from '../../tradition/tradition.ts'

/**
 * The name by which a law cites an act, from its title as printed: capitals are for the page, and a
 * title that says nothing is the name of the sort of act. Names in a title of capitals are told by the
 * tradition, and by the act, which writes them with a capital in the middle of its sentences.
 */
export function actName({ law }: AmendingPhrases, profile: Profile, act: Act): string {
  const words = nameIn(act, law.bareSort)
  if (words === '') return law.acts[profile.id]?.unnamed ?? profile.name
  if (words !== words.toUpperCase()) return words
  const lower = words.toLowerCase()
  const named = withNames(lower, namesIn(canonicalText(act).text))
  const sentence = named.charAt(0).toUpperCase() + named.slice(1)
  return law.names.reduce((text, name) => text.replaceAll(name.toLowerCase(), name), sentence)
}

/** The title; where it tells but the sort of the act, the name below it, which a code has with its sort. */
function nameIn(act: Act, bareSort: RegExp): string {
  const title = titleOf(act).replaceAll(/\s+/gu, ' ').trim()
  if (!bareSort.test(title)) return title
  const preface = unitsOf(act).find((unit) => unit.attrs['kind'] === 'preface')
  const below = preface ? bodyOf(preface).map(({ textContent }) => textContent.trim()) : []
  const name = below.find((line) => /^\p{L}/u.test(line) && !/\d/u.test(line))
  if (name === undefined) return title
  const isCode = actAttrs(act).profile.startsWith('code')
  return isCode ? `${title} ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name
}

/** Words with a capital behind a word in small letters, by their small letters. */
function namesIn(text: string): ReadonlyMap<string, string> {
  const names = [...text.matchAll(/(?<=\p{Ll},? )\p{Lu}[\p{Ll}-]+(?!\p{L})/gu)].map(
    ([name]) => name,
  )
  return new Map(names.map((name) => [name.toLowerCase(), name]))
}

function withNames(title: string, names: ReadonlyMap<string, string>): string {
  return title.replaceAll(/\p{L}[\p{L}-]*/gu, (word) => names.get(word) ?? word)
}
