import { profileFor } from '../../tradition/profiles.ts'
import type { Profile } from '../../tradition/tradition.ts'
import type { ActAmendment, AmendingLaw } from '../amending-law.ts'
import type { Instruction } from '../instruction.ts'
import { mayBeAnnexed } from './clauses.ts'
import { commencementSentences } from './commencement.ts'
import { leadFor } from './headline.ts'
import { type Item, itemsOf } from './items.ts'
import { type QuoteText, quoteLines } from './quote-text.ts'
import { marksFor } from './quoted-words.ts'
import { capitalized, filled, type Tongue, tongueOf } from './tongue.ts'

/** One line of an amending law as it is printed. */
export interface LawLine {
  readonly kind: 'title' | 'formula' | 'article' | 'item' | 'quote' | 'signature' | 'annex'
  /** 0 for what stands by itself or under the article, 1 for what an item holds, and so on. */
  readonly level: number
  /** The number as printed: `Статья 1.`, `1)`. */
  readonly num: string | null
  readonly label: string | null
  readonly text: string
  /** What the line says, or what the lines under it say. */
  readonly instructions: readonly Instruction[]
  /** Only of a line that says its instructions itself, and is neither a lead-in nor quoted. */
  readonly command?: LawCommand
}

/** What one line commands, and what it quotes on the lines behind it. */
export interface LawCommand {
  readonly instructions: readonly Instruction[]
  readonly quotation: LawQuotation | null
}

export interface LawQuotation {
  readonly quote: QuoteText
  /** The profile that the quoted units are printed under. */
  readonly profile: Profile
  readonly marks: readonly [open: string, close: string]
  /** What stands behind the closing mark. */
  readonly stop: string
  /** The lines as printed, marks and stop included. */
  readonly lines: readonly string[]
}

/** The law line by line, in the words of its tradition. */
export function lawLines(law: AmendingLaw): readonly LawLine[] {
  const profile = lawProfile(law)
  const tongue = tongueOf(profile)
  const { phrases } = tongue
  const lines: LawLine[] = [line('title', law.title)]
  if (phrases.law.enacting !== null) lines.push(line('formula', phrases.law.enacting))
  const annexes = annexesOf(law, tongue)
  let articles = 0
  const article = (text: string, instructions: readonly Instruction[] = []): void => {
    const label = String(++articles)
    const num = filled(phrases.law.article, { n: label })
    lines.push({ kind: 'article', level: 0, num, label, text, instructions })
  }
  for (const amendment of law.amendments) {
    article(leadFor(phrases, amendment), amendment.instructions)
    for (const one of amendmentLines(law, amendment, annexes)) lines.push(one)
  }
  for (const sentence of commencementSentences(tongue, law.commencement)) article(sentence)
  for (const signed of law.signature) lines.push(line('signature', signed))
  for (const one of annexes.texts) lines.push(...annexLines(tongue, one))
  return lines
}

/** What stands behind the law, as its commands refer to it. */
interface Annexes {
  /** Whether they are told by numbers. */
  readonly areMany: boolean
  readonly isBehind: boolean
  readonly texts: AnnexText[]
}

interface AnnexText {
  readonly n: string
  readonly instruction: Instruction
  readonly lines: readonly string[]
}

function annexesOf({ amendments, annexes }: AmendingLaw, { phrases }: Tongue): Annexes {
  const all = amendments.flatMap(({ instructions }) => instructions.filter(mayBeAnnexed))
  const isBehind = annexes === 'behind' && phrases.law.annex !== null
  return { areMany: all.length > 1, isBehind, texts: [] }
}

function annexLines({ phrases }: Tongue, { n, instruction, lines }: AnnexText): LawLine[] {
  const instructions = [instruction]
  const head = filled(phrases.law.annex?.head ?? '', { n })
  return [
    { ...line('annex', head), instructions },
    ...lines.map((text): LawLine => ({ ...line('quote', text), instructions })),
  ]
}

/** The law in plain text. */
export function lawText(law: AmendingLaw): string {
  return `${lawLines(law)
    .map(({ num, text }) => (num === null ? text : `${num} ${text}`))
    .join('\n')}\n`
}

/** The profile of amending laws: whatever they amend, they are laws. */
export function lawProfile({ tradition, language }: AmendingLaw): Profile {
  return profileFor({ tradition, language, profile: 'law' })
}

function line(kind: LawLine['kind'], text: string): LawLine {
  return { kind, level: 0, num: null, label: null, text, instructions: [] }
}

/** The profile that an amended act is drafted under, by its sort. */
export function amendedProfile({ tradition, language }: AmendingLaw, sort: string): Profile {
  return profileFor({ tradition, language, profile: sort })
}

function amendmentLines(
  law: AmendingLaw,
  amendment: ActAmendment,
  annexes: Annexes,
): readonly LawLine[] {
  const { act, instructions, times } = amendment
  const tongue = tongueOf(amendedProfile(law, act.sort))
  const isTwice = tongue.phrases.numberedTwice.includes(act.sort)
  const [outer, inner] = tongue.phrases.items
  const behind = annexes.isBehind ? ({ annexes: 'behind' } as const) : {}
  const apart = { ...(times ? { times } : {}), ...behind }
  const whole = itemsOf(tongue, instructions, { depth: 2, ...apart })
  const isSingle = whole.length === 1
  // Lines without numbers hold no more such lines: nobody could tell where those end.
  const items = isSingle || isTwice ? whole : itemsOf(tongue, instructions, { depth: 1, ...apart })
  const nums = isSingle ? [undefined, inner] : isTwice ? [outer, inner] : [inner]
  const writer = new ItemWriter(tongue, nums, annexes)
  writer.write(items, { level: 0, end: isTwice ? '.' : ';', last: '.' })
  return writer.lines
}

type Said = Extract<Item, { readonly clause: unknown }>

interface Standing {
  readonly level: number
  /** What ends an item, and what ends the last. */
  readonly end: string
  readonly last: string
}

class ItemWriter {
  readonly lines: LawLine[] = []
  private readonly tongue: Tongue
  private readonly nums: readonly (string | undefined)[]
  private readonly annexes: Annexes

  constructor(tongue: Tongue, nums: readonly (string | undefined)[], annexes: Annexes) {
    this.annexes = annexes
    this.tongue = tongue
    this.nums = nums
  }

  write(items: readonly Item[], { level, end, last }: Standing): void {
    for (const [i, item] of items.entries()) {
      const stop = i === items.length - 1 ? last : end
      const form = this.nums[level]
      const label = form === undefined ? null : itemLabel(form, i + 1)
      const num = form === undefined ? null : filled(form, { n: label ?? '', a: label ?? '' })
      const opens = num !== null && end === '.'
      const say = (text: string) => (opens ? capitalized(text) : text)
      if ('lead' in item) {
        const instructions = instructionsIn(item)
        this.lines.push({ kind: 'item', level, num, label, text: say(item.lead), instructions })
        this.write(item.items, { level: level + 1, end: ';', last: stop })
        continue
      }
      const { clause, instructions } = this.annexed(item)
      const text = say(clause.text) + (clause.quote ? '' : stop)
      const quotation = clause.quote ? this.quotation(clause.quote, stop) : null
      const command = { instructions, quotation }
      this.lines.push({ kind: 'item', level, num, label, text, instructions, command })
      for (const quoted of quotation?.lines ?? [])
        this.lines.push({ ...line('quote', quoted), level, instructions })
    }
  }

  /** The item with its annex put behind the law. */
  private annexed(item: Said): Said {
    const { isBehind, areMany, texts } = this.annexes
    const { clause, instructions } = item
    const [instruction] = instructions
    if (!isBehind || !clause.annexed || !clause.quote || !instruction) return item
    const n = areMany ? String(texts.length + 1) : ''
    texts.push({ n, instruction, lines: quoteLines(this.tongue.profile, clause.quote) })
    return { instructions, clause: { text: clause.annexed(n), quote: null } }
  }

  private quotation(quote: QuoteText, stop: string): LawQuotation {
    const { profile } = this.tongue
    const words = quoteLines(profile, quote)
    const marks = marksFor(this.tongue, words.join('\n'))
    const [open, close] = marks
    const lines = words.map((each, n) => {
      const before = n === 0 ? open : ''
      const behind = n === words.length - 1 ? close + stop : ''
      return before + each + behind
    })
    return { quote, profile, marks, stop, lines }
  }
}

function itemLabel(form: string, n: number): string {
  return form.includes('{a}') ? letters(n) : String(n)
}

/** a … z, aa … */
function letters(n: number): string {
  const letter = String.fromCharCode(97 + ((n - 1) % 26))
  return letter.repeat(Math.ceil(n / 26))
}

function instructionsIn(item: Item): readonly Instruction[] {
  return 'lead' in item ? item.items.flatMap(instructionsIn) : item.instructions
}
