import type { ActPhrases, AmendingPhrases, ChangeNoun } from '../../tradition/phrases.ts'
import type { ActAmendment, ActCitation } from '../amending-law.ts'
import type { Instruction } from '../instruction.ts'
import { dateInWords } from './date.ts'
import { filled } from './tongue.ts'

/** The title of a law that does this: «О внесении изменения и дополнений в Конституцию …». */
export function titleFor(
  phrases: AmendingPhrases,
  amendments: readonly Pick<ActAmendment, 'act' | 'instructions'>[],
): string {
  const { law } = phrases
  const [first] = amendments
  const changes = changesInWords(
    phrases,
    amendments.flatMap(({ instructions }) => instructions),
    { change: law.titleChange, addition: law.titleAddition },
  )
  if (!first || amendments.length > 1) return filled(law.titleMany, { changes })
  const { act } = first
  const form = actPhrases(phrases, act)
  return filled(law.title, { changes, act: filled(form.title, { title: bent(form, act.title) }) })
}

/** «Внести в … следующие изменения и дополнение:». */
export function leadFor(phrases: AmendingPhrases, { act, instructions }: ActAmendment): string {
  const { law } = phrases
  const nouns = { change: law.leadChange, addition: law.leadAddition }
  const changes = changesInWords(phrases, instructions, nouns)
  const many = instructions.length > 1
  const following = many ? law.following.many : law.following.one
  const lead = filled(law.lead, { act: actInWords(phrases, act), following, changes })
  return capitalized(lead)
}

/** The act with all that its citation tells of it. */
export function actInWords(phrases: AmendingPhrases, act: ActCitation): string {
  const form = actPhrases(phrases, act)
  const { date, number, gazette } = act
  const phrase = date === null ? form.lead : (form.leadDated ?? form.lead)
  return filled(phrase, {
    title: bent(form, act.title),
    date: date === null ? '' : (grammatical) => dateInWords(phrases, date, grammatical),
    number: number ?? '',
    gazette: gazette ?? '',
  })
}

function actPhrases({ law }: AmendingPhrases, { sort }: ActCitation): ActPhrases {
  const own = law.acts[sort] ?? law.acts['law']
  return own ?? { lead: '{title}', title: '{title}', forms: [] }
}

/** The title as the phrase bears it: bent, and without what the phrase says itself. */
function bent({ forms }: ActPhrases, title: string): string {
  const form = forms.find(([pattern]) => pattern.test(title))
  return form ? capitalized(title.replace(...form)) : title
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

interface Count {
  readonly changes: number
  readonly additions: number
}

function countOf(instructions: readonly Instruction[]): Count {
  const additions = instructions.filter(isAddition).length
  return { changes: instructions.length - additions, additions }
}

function isAddition({ kind }: Instruction): boolean {
  return (
    kind === 'insertUnit' ||
    kind === 'insertWords' ||
    kind === 'insertSentences' ||
    kind === 'insertRow'
  )
}

function changesInWords(
  { law }: AmendingPhrases,
  instructions: readonly Instruction[],
  { change, addition }: { readonly change: ChangeNoun; readonly addition: ChangeNoun },
): string {
  const { changes, additions } = countOf(instructions)
  const said = (noun: ChangeNoun, count: number) => (count > 1 ? noun.many : noun.one)
  if (additions === 0) return said(change, changes)
  if (changes === 0) return said(addition, additions)
  const join = changes > 1 ? law.join.many : law.join.one
  return `${said(change, changes)} ${join} ${said(addition, additions)}`
}
