import type { DirectiveWords } from '../../tradition/directives.ts'
import type { Profile } from '../../tradition/tradition.ts'
import type { Address } from '../address.ts'
import type { Commencement } from '../amending-law.ts'
import { dateIn } from './act-citation.ts'
import { tidy } from './quoted-text.ts'
import type { Target } from './target.ts'
import { targetsIn } from './targets.ts'

type When = Commencement['when']

/**
 * When a clause says that the law and parts of it come into force. `profile` is that of the amending
 * law, whose own units the parts are. Words that say more than that are kept whole, as words.
 */
export function commencementsIn(
  text: string,
  words: DirectiveWords,
  profile: Profile,
): readonly Commencement[] {
  const exact = tidy(text)
  const { except, ruleFirst } = words.commencementParts
  const pieces = exact.split(except)
  const [rule = exact, ...parts] = ruleFirst ? pieces : pieces.toReversed()
  const inParts = parts.filter((part) => part.trim() !== '')
  const said = [
    ruleIn(rule, words, profile),
    ...inParts.map((part) => partsIn(part, words, profile)),
  ]
  const read = said.flatMap((some) => some ?? [])
  return said.includes(undefined) ? [{ of: null, when: { kind: 'words', words: exact } }] : read
}

function ruleIn(text: string, words: DirectiveWords, profile: Profile) {
  const when = whenIn(text, words)
  const of = unitsIn(placesIn(text, words, profile))
  return when && [{ of: of.length > 0 ? of : null, when }]
}

/** «подпункта 2) статьи 1, который вводится в действие с …, и статьи 3, которая вводится …». */
function partsIn(
  text: string,
  words: DirectiveWords,
  profile: Profile,
): readonly Commencement[] | undefined {
  const { joint, ruleFirst } = words.commencementParts
  const pieces = text.split(joint)
  const between = pieces.map((piece, i) => {
    const places = placesIn(piece, words, profile)
    const [first, last] = [places[0], places.at(-1)]
    const isEnd = i === 0 || i === pieces.length - 1
    const date = ruleFirst ? piece.slice(0, first?.start) : piece.slice(last?.end ?? 0)
    return { of: unitsIn(places), when: whenIn(isEnd ? piece : date, words) }
  })
  const [places, days] = ruleFirst
    ? [between.slice(0, -1), between.slice(1)]
    : [between.slice(1), between.slice(0, -1)]
  const read = places.flatMap(({ of }, i): Commencement[] => {
    const when = days[i]?.when
    return when && of.length > 0 ? [{ of, when }] : []
  })
  return read.length > 0 && read.length === places.length ? read : undefined
}

function placesIn(text: string, words: DirectiveWords, profile: Profile): readonly Target[] {
  return targetsIn(text, profile, words).filter(({ units }) => units.some((one) => one.length > 0))
}

function unitsIn(places: readonly Target[]): readonly Address[] {
  return places.flatMap(({ units }) => units)
}

function whenIn(text: string, words: DirectiveWords): When | undefined {
  const days = daysIn(text)
  if (days !== undefined) return { kind: 'days', days }
  const date = dateIn(text, words)
  if (date !== null) return { kind: 'date', date }
  return /опубликован|жарияланған|publi/iu.test(text) ? { kind: 'publication' } : undefined
}

const DAYS: Readonly<Record<string, number>> = {
  десяти: 10,
  тридцати: 30,
  шестидесяти: 60,
  девяноста: 90,
  двадцати: 20,
  пяти: 5,
  он: 10,
  отыз: 30,
  алпыс: 60,
  тоқсан: 90,
  жиырма: 20,
  ten: 10,
  thirty: 30,
  sixty: 60,
  ninety: 90,
}

function daysIn(text: string): number | undefined {
  const match =
    /по\s+истечении\s+([\p{L}\d]+)\s+(?:календарн(?:ых|ого)\s+)?(?:дней|дня)/iu.exec(text) ??
    /кейін\s+(?:күнтізбелік\s+)?([\p{L}\d]+)\s+күн/iu.exec(text) ??
    /(?:upon|after)\s+(?:the\s+)?(?:expiry\s+of\s+|expiration\s+of\s+)?([\p{L}\d]+)\s+(?:calendar\s+)?days?/iu.exec(
      text,
    )
  const word = match?.[1]?.toLowerCase()
  if (word === undefined) return undefined
  return DAYS[word] ?? (/^\d+$/u.test(word) ? Number(word) : undefined)
}
