import type { DirectiveWords } from '../../tradition/directives.ts'
import type { Commencement } from '../amending-law.ts'
import { dateIn } from './act-citation.ts'
import { tidy } from './quoted-text.ts'

/** When a clause says that the law comes into force; words that say more are kept as words. */
export function commencementIn(text: string, words: DirectiveWords): Commencement {
  const exact = tidy(text)
  const partial = /за\s+исключением|қоспағанда|except|with\s+the\s+exception/iu.test(exact)
  if (partial) return { of: null, when: { kind: 'words', words: exact } }
  const days = daysIn(exact)
  if (days !== undefined) return { of: null, when: { kind: 'days', days } }
  const date = dateIn(exact, words)
  if (date !== null) return { of: null, when: { kind: 'date', date } }
  if (/опубликован|жарияланған|publi/iu.test(exact))
    return { of: null, when: { kind: 'publication' } }
  return { of: null, when: { kind: 'words', words: exact } }
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
    /по\s+истечении\s+([\p{L}\d]+)\s+(?:календарных\s+)?дней/iu.exec(text) ??
    /кейін\s+(?:күнтізбелік\s+)?([\p{L}\d]+)\s+күн/iu.exec(text) ??
    /(?:upon|after)\s+(?:the\s+)?(?:expiry\s+of\s+|expiration\s+of\s+)?([\p{L}\d]+)\s+(?:calendar\s+)?days/iu.exec(
      text,
    )
  const word = match?.[1]?.toLowerCase()
  if (word === undefined) return undefined
  return DAYS[word] ?? (/^\d+$/u.test(word) ? Number(word) : undefined)
}
