import type { DirectiveWords } from '../../tradition/directives.ts'
import type { Command } from './command.ts'

/** An amending law parted from the annexes behind it that its commands refer to. */
export interface LawWithAnnexes {
  /** Where the annexes begin, or the length of the law. */
  readonly end: number
  /** The new text by the number of the annex; `''` for one without number. */
  readonly texts: ReadonlyMap<string, string>
}

/** «Изложить в редакции согласно приложению 1 к настоящему Закону»: the annexes that are meant. */
export function annexesBehind(source: string, words: DirectiveWords): LawWithAnnexes {
  const named = [...source.matchAll(words.annexed)]
  const asked = new Set(named.map(numberIn))
  const last = named.at(-1)
  const heads: { readonly number: string; readonly start: number; readonly end: number }[] = []
  for (const match of last ? source.matchAll(words.annexHead) : []) {
    const number = numberIn(match)
    const before = heads.at(-1)
    const isBehind = match.index > (last?.index ?? 0)
    // The head of the amended act's own annex stands right below that of the law's.
    const isInner = before !== undefined && source.slice(before.end, match.index).trim() === ''
    const isTold = heads.some((head) => head.number === number)
    if (!isBehind || isInner || isTold || !asked.has(number)) continue
    heads.push({ number, start: match.index, end: behindHead(source, match, words) })
  }
  const texts = heads.map(
    ({ number, end }, i) => [number, unquoted(source.slice(end, heads[i + 1]?.start))] as const,
  )
  return { end: heads[0]?.start ?? source.length, texts: new Map(texts) }
}

/** A command with the annex that it refers to as its quotation. */
export function withAnnex(
  command: Command,
  annexes: ReadonlyMap<string, string>,
  words: DirectiveWords,
): Command {
  const [reference] = command.words.matchAll(words.annexed)
  const text = reference && annexes.get(numberIn(reference))
  if (!reference || text === undefined) return command
  const [start, end] = [reference.index, reference.index + reference[0].length]
  const inner = { start: command.range.end, end: command.range.end }
  const quotation = { ...inner, inner, isBlock: true, unclosed: false }
  const blank = ' '.repeat(end - start)
  return {
    ...command,
    words: command.words.slice(0, start) + blank + command.words.slice(end),
    lead: command.lead.slice(0, start) + blank + command.lead.slice(end),
    targets: command.targets.filter((target) => target.end <= start || end <= target.start),
    quotes: [...command.quotes, { role: 'block', text, quotation }],
  }
}

function numberIn({ groups }: RegExpMatchArray): string {
  return groups?.['n'] ?? ''
}

/** Where the text of the annex begins, behind the lines that say which law it is annexed to. */
function behindHead(source: string, head: RegExpMatchArray, { annexHeadLine }: DirectiveWords) {
  let at = (head.index ?? 0) + head[0].length
  for (;;) {
    annexHeadLine.lastIndex = at
    const line = annexHeadLine.exec(source)
    if (!line) return at
    at += line[0].length
  }
}

function unquoted(text: string): string {
  const words = text.trim()
  return /^["«“]/u.test(words) ? words.slice(1).replace(/["»”][.;]?$/u, '') : words
}
