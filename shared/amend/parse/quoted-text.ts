import { RAISED, withoutRaised } from '../../base/raised.ts'
import { readText } from '../../read/read.ts'
import { type Act, bodyOf, type Unit, unitAttrs, unitsOf } from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import { type Profile, printLabel, styleOf } from '../../tradition/tradition.ts'
import type { AddressStep } from '../address.ts'
import { type QuotedBlock, type QuotedUnit, quotedUnit } from '../quoted-unit.ts'

/**
 * The units that a block of quoted words holds, read as the amended act is read, where the law says
 * which units they are. `undefined` where the block holds other units than the law says.
 */
export function quotedUnits(
  text: string,
  expected: readonly AddressStep[],
  profile: Profile,
): readonly QuotedUnit[] | undefined {
  const [first] = expected
  if (!first) return undefined
  const inner = withoutOuter(unmarked(text), first)
  const bare = expected.length === 1 ? underNumber(inner, first, profile) : inner
  const read = 'ordinal' in first ? undefined : readNumbered(bare, expected, profile)
  if (read) return read
  return 'ordinal' in first ? countedUnits(bare, expected, profile) : byNumbers(bare, expected)
}

/** A block without Markdown and without the marks that begin its paragraphs anew. */
function unmarked(text: string): string {
  return text
    .replaceAll(/\*{2,3}/gu, '')
    .replaceAll(/^[ \t]*#{1,6}[ \t]+/gmu, '')
    .replaceAll(/^[ \t]*["“](?=[^"”\n]*(?:\n|$))/gmu, '')
    .replaceAll('\u00ad', '')
    .trim()
}

/** A section that a code numbers otherwise than the law that quotes it. */
function underNumber(text: string, step: AddressStep, profile: Profile): string {
  const label = labelOf(step)
  const style = styleOf(profile, step.kind)
  if (label === null || style?.series !== 'act' || style.print !== '{n}.') return text
  const number = /^(?:§\s*|sec(?:tion|\.)\s*)?(\d[\w.:-]*?)\.?(?=\s)/iu.exec(text)
  if (!number) return text
  const words = text.slice(number[0].length)
  // By itself "14A." is read as a section's number only behind the sign, and makes what follows a heading.
  const hasHeading = /^\s*(?:\(|[^\n(]+\n)/u.test(words)
  const sign = hasHeading && /^\d+[A-Z]{1,2}$/u.test(label) ? '§ ' : ''
  return `${sign}${label}.${words}`
}

/** "(j) (1) …" quoted for paragraph (1) of subsection (j). */
function withoutOuter(text: string, step: AddressStep): string {
  const label = labelOf(step)
  const run = /^(?:\([^()\s]{1,6}\)\s*){2,6}/u.exec(text)?.[0]
  const at = label === null || !run ? -1 : run.lastIndexOf(`(${label})`)
  return at > 0 && !text.startsWith(`(${label})`) ? text.slice(at) : text
}

function readNumbered(
  text: string,
  expected: readonly AddressStep[],
  profile: Profile,
): readonly QuotedUnit[] | undefined {
  const [first] = expected
  if (!first) return undefined
  const context = contextFor(first, text, profile)
  const act = readAs(
    `${context.lines}${context.opens}${text.slice(context.opens.length).replace(/^(?=\p{L})/u, context.opens === '' ? '' : '\n')}`,
    profile,
  )
  const units = unitsBehind(act, context.holds)
  const labels = units.map((unit) => unitAttrs(unit))
  const same =
    units.length === expected.length &&
    expected.every(
      (step, i) => labelOf(step) === labels[i]?.label && isLike(step.kind, labels[i]?.kind),
    )
  return same ? units.map(quotedUnit) : undefined
}

function isLike(expected: UnitKind, read: UnitKind | undefined): boolean {
  if (expected === read) return true
  const small: readonly UnitKind[] = ['paragraph', 'point', 'subparagraph', 'clause', 'subclause']
  return read !== undefined && small.includes(expected) && small.includes(read)
}

interface Context {
  /** Lines that stand before the block where it is read. */
  readonly lines: string
  /** The number with which the block opens, where it is known to stand there. */
  readonly opens: string
  /** How deep in the text that was read the block's units stand. */
  readonly holds: 'act' | 'article' | 'paragraph'
}

function contextFor(step: AddressStep, text: string, profile: Profile): Context {
  const style = styleOf(profile, step.kind)
  if (style?.placement === 'line') {
    const label = labelOf(step)
    const printed = label === null ? undefined : printLabel(profile, step.kind, label)
    const opens = printed === undefined ? '' : opening(text, printed)
    const isOpen = opens !== '' || text.startsWith('§')
    const lines = isOpen || printed === undefined ? '' : `${printed}\n`
    return { lines, opens, holds: 'act' }
  }
  const article = profile.units.find(({ series, kind }) => series === 'act' && kind !== 'annex')
  const head = article ? printLabel(profile, article.kind, '1') : undefined
  const lead = step.kind === 'point' ? '\u2014:\n' : ''
  return { lines: `${head ?? '1.'}\n${lead}`, opens: '', holds: 'article' }
}

/** «Статья 81Верховный»: the number may be glued to the words behind it, and its stop missing. */
function opening(text: string, printed: string): string {
  const bare = printed.replace(/\.$/u, '')
  const raised = RAISED_HEAD.exec(text)?.[0] ?? ''
  if (withoutRaised(raised).toLowerCase() === bare.toLowerCase()) return raised
  const head = text.slice(0, bare.length)
  if (head.toLowerCase().replaceAll('\u00a0', ' ') !== bare.toLowerCase()) return ''
  return /[\p{N}-]/u.test(text[bare.length] ?? '') ? '' : head
}

/** «Статья 6¹» is article 6-1. */
const RAISED_HEAD = new RegExp(`^\\p{L}+\\s\\d{1,5}[${RAISED}]{1,3}`, 'u')

function readAs(source: string, profile: Profile): Act {
  let last = 0
  const { tradition, language, id } = profile
  return readText(source, {
    newId: () => `q${last++}`,
    profile: { tradition, language, profile: id },
  }).act
}

function unitsBehind(act: Act, holds: Context['holds']): readonly Unit[] {
  const outer = unitsOf(act).filter((unit) => unitAttrs(unit).kind !== 'preface')
  if (holds === 'act') return outer
  const article = outer[0]
  return article && outer.length === 1 ? unitsOf(article) : []
}

function labelOf(step: AddressStep): string | null {
  return 'label' in step ? step.label : null
}

/** Unnumbered parts: one for each paragraph of the block, with the numbered units behind it. */
function countedUnits(
  text: string,
  expected: readonly AddressStep[],
  profile: Profile,
): readonly QuotedUnit[] | undefined {
  if (expected[0]?.kind === 'annex') return soleAnnex(text, expected, profile)
  const lines = text
    .split(/\n+/u)
    .map(tidy)
    .filter((line) => line !== '')
  const kind = expected[0]?.kind ?? 'subparagraph'
  if (lines.length === expected.length) return lines.map((line) => plainUnit(kind, null, [line]))
  if (expected.length !== 1) return undefined
  // A preamble is read as paragraphs of its own, never as parts of a unit.
  if (kind === 'preamble') return [plainUnit(kind, null, lines)]
  const act = readAs(
    `${contextFor({ kind: 'paragraph', label: '1' }, '', profile).lines}${text}`,
    profile,
  )
  const article = unitsOf(act).find((unit) => unitAttrs(unit).kind !== 'preface')
  const units = article ? unitsOf(article) : []
  const [own] = units
  const body = article ? bodyOf(article).map((block) => block.textContent) : []
  if (body.length === 1 && units.every((unit) => unitAttrs(unit).label !== null))
    return [{ ...plainUnit(kind, null, body), units: units.map(quotedUnit) }]
  if (own && units.length === 1 && unitAttrs(own).label === null)
    return [{ ...quotedUnit(own), kind }]
  return [plainUnit(kind, null, lines)]
}

/** An annex without a number, with or without the line that says what it is. */
function soleAnnex(
  text: string,
  expected: readonly AddressStep[],
  profile: Profile,
): readonly QuotedUnit[] | undefined {
  const word = (printLabel(profile, 'annex', '') ?? '').trim()
  const isOpen = text.toLowerCase().startsWith(word.toLowerCase())
  const { lines } = contextFor({ kind: 'paragraph', label: '1' }, '', profile)
  const act = readAs(`${lines}${isOpen ? text : `${word}\n${text}`}`, profile)
  const [annex, ...more] = unitsOf(act).filter((unit) => unitAttrs(unit).kind === 'annex')
  return annex && more.length === 0 && expected.length === 1 ? [quotedUnit(annex)] : undefined
}

/** Cuts a block at the numbers that the law names, where reading it as an act found other units. */
function byNumbers(
  text: string,
  expected: readonly AddressStep[],
): readonly QuotedUnit[] | undefined {
  const starts: number[] = []
  let from = 0
  for (const step of expected) {
    const label = labelOf(step)
    if (label === null) return undefined
    const at = numberAt(text, label, from)
    if (at === undefined) return undefined
    starts.push(at)
    from = at + label.length
  }
  if (starts[0] !== 0) return undefined
  return expected.map((step, i) => {
    const words = text.slice(starts[i], starts[i + 1])
    const label = labelOf(step) ?? ''
    const bare = words.slice(words.indexOf(label) + label.length).replace(/^[.)]+\s*|^\s+/u, '')
    return plainUnit(
      step.kind,
      label,
      bare
        .split(/\n+/u)
        .map(tidy)
        .filter((line) => line !== ''),
    )
  })
}

function numberAt(text: string, label: string, from: number): number | undefined {
  const escaped = label.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const number = /^\d/u.test(label)
    ? `(?:\\p{L}+\\s+|§\\s*|\\()?${escaped}(?=[.)\\s])`
    : `\\(?${escaped}(?=[.)])`
  const form = new RegExp(`(?<=^|\\n\\s*|[.;:]["”»]?\\s+(?:and\\s+|or\\s+)?)${number}`, 'gu')
  form.lastIndex = from
  return form.exec(text)?.index
}

function plainUnit(kind: UnitKind, label: string | null, lines: readonly string[]): QuotedUnit {
  const blocks = lines.map((text): QuotedBlock => ({ kind: 'paragraph', text }))
  return { kind, label, num: null, heading: null, blocks, units: [] }
}

/** One line of words: blanks are single. */
export function tidy(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').trim()
}
