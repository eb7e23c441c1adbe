import type { Instruction } from '../../amend/instruction.ts'
import type { TextRange } from '../../base/range.ts'
import type { AmendingPhrases } from '../../tradition/phrases.ts'
import { type LinkedWords, linkedXml } from '../link.ts'
import { startTag, wordsXml } from '../markup.ts'
import type { WriteContext } from '../write-context.ts'

/** What quoted words are to the instruction: those that go, those that come, or those beside which they come. */
type Role = 'old' | 'new' | 'beside'

/** The words of an instruction with the eIds of their `quotedText`. */
export type WordEids = Readonly<Record<Role, readonly string[]>>

export interface QuotedWords {
  readonly xml: string
  readonly eids: ReadonlyMap<Instruction, WordEids>
}

interface Standing {
  readonly instruction: Instruction
  readonly role: Role
  readonly start: number
  readonly end: number
  readonly marks: readonly [string, string]
}

interface Quoting {
  readonly instructions: readonly Instruction[]
  readonly quotes: AmendingPhrases['quotes']
  readonly within: string
  /** The links in the text around what it quotes. */
  readonly linksIn: (quoted: readonly TextRange[]) => readonly LinkedWords[]
}

/** The text of a command with the words that it quotes as `quotedText`. */
export function quotedWords(
  context: WriteContext,
  text: string,
  { instructions, quotes, within, linksIn }: Quoting,
): QuotedWords {
  const eids = new Map<Instruction, Record<Role, string[]>>()
  let xml = ''
  let at = 0
  const places = placesIn(text, instructions, quotes)
  const links = linksIn(places)
  const words = (from: number, to: number) => wordsXml(text.slice(from, to))
  const around = (from: number, to: number) =>
    linkedXml({ context, within, text, words }, links, { from, to })
  for (const one of places) {
    const [open, close] = one.marks
    const eId = context.innerEid(within, 'qtext')
    const inner = words(one.start + open.length, one.end - close.length)
    xml += around(at, one.start)
    xml += `${startTag('quotedText', { eId, startQuote: open, endQuote: close })}${inner}</quotedText>`
    at = one.end
    const own = eids.get(one.instruction) ?? { old: [], new: [], beside: [] }
    own[one.role].push(eId)
    eids.set(one.instruction, own)
  }
  return { xml: xml + around(at, text.length), eids }
}

/** Where the quoted words of the instructions stand, in the order of the text. */
function placesIn(
  text: string,
  instructions: readonly Instruction[],
  quotes: AmendingPhrases['quotes'],
): readonly Standing[] {
  const found: Standing[] = []
  const isFree = (start: number, end: number) =>
    found.every((one) => end <= one.start || one.end <= start)
  for (const instruction of instructions) {
    for (const [role, words] of wordsOf(instruction)) {
      const places = quotes.flatMap((marks) => {
        const [open, close] = marks
        const quoted = open + words + close
        return startsOf(text, quoted)
          .map((start) => ({ start, end: start + quoted.length, marks }))
          .filter(({ start, end }) => isFree(start, end))
      })
      const [first] = places.sort((a, b) => a.start - b.start)
      if (first) found.push({ instruction, role, ...first })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function startsOf(text: string, words: string): readonly number[] {
  const starts: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) starts.push(at)
  return starts
}

function wordsOf(instruction: Instruction): readonly (readonly [Role, string])[] {
  switch (instruction.kind) {
    case 'substituteWords':
      return [
        ...instruction.pairs.map((pair) => ['old', pair.old] as const),
        ...instruction.pairs.map((pair) => ['new', pair.new] as const),
      ]
    case 'insertWords': {
      const { where, words } = instruction
      const isBeside = where.side === 'after' || where.side === 'before'
      return [...(isBeside ? [['beside', where.words] as const] : []), ['new', words]]
    }
    case 'omitWords':
      return [['old', instruction.words]]
    case 'restateSentence':
    case 'insertSentences':
      return [['new', instruction.words]]
    case 'restateHeading':
      return instruction.heading === null ? [] : [['new', instruction.heading]]
    default:
      return []
  }
}
