import { readFileSync } from 'node:fs'
import { pathOf, type Stated } from './stated.ts'
import { elementsOf, type Tree, treeOf, wordsOf } from './xml-tree.ts'

const AMEND = '../shared/corpora/amend'

/** The sections of the D.C. Code, printed as the Council prints them, and the units of their markup. */
export function dcSections(): readonly Stated[] {
  return records(`${AMEND}/dc-code/triples.open.jsonl`).flatMap((record) => {
    const { section, before_xml: xml } = record
    if (typeof section !== 'string' || typeof xml !== 'string') return []
    const lines: string[] = []
    const paths: string[] = []
    dcSection(treeOf(xml), lines, paths)
    return [{ name: section, text: `${lines.join('\n\n')}\n`, paths }]
  })
}

/** Prints number and title on a line, then the rest; numbers without words between them share one: «(a)(1) Words». */
function dcSection(section: Tree, lines: string[], paths: string[]): void {
  const [num = '', heading = ''] = ['num', 'heading'].map((name) =>
    elementsOf(section)
      .filter((child) => child.name === name)
      .map(wordsOf)
      .join(' '),
  )
  lines.push(`§ ${num}. ${heading}`)
  paths.push(num)
  for (const child of elementsOf(section))
    if (child.name === 'para') dcParagraph(child, { labels: [num], lead: '' }, lines, paths)
    else if (child.name !== 'num' && child.name !== 'heading') dcWords(child, '', lines)
}

function dcParagraph(
  para: Tree,
  around: { readonly labels: readonly string[]; readonly lead: string },
  lines: string[],
  paths: string[],
): void {
  let { labels, lead } = around
  for (const child of elementsOf(para)) {
    if (child.name === 'num') {
      labels = [...labels, wordsOf(child).replaceAll(/[()[\]]/gu, '')]
      lead += wordsOf(child)
      paths.push(pathOf(labels))
    } else if (child.name === 'para') dcParagraph(child, { labels, lead }, lines, paths)
    else dcWords(child, lead, lines)
    if (child.name !== 'num') lead = ''
  }
  if (lead !== '') lines.push(lead)
}

function dcWords(element: Tree, lead: string, lines: string[]): void {
  const rows = element.name === 'table' ? elementsOf(element) : [element]
  for (const [i, row] of rows.entries()) lines.push(`${i === 0 ? lead : ''} ${wordsOf(row)}`.trim())
}

/** Divisions of a German statute, of which the Markdown headings tell which stands in which. */
const DIVISION =
  /^(?:([IVX]+|[A-Z]|\d+[a-z]?|[a-z])[.)](?=\s-|$|\s\p{Lu}[^.]*$)|(?:Buch|Teil|Kapitel|Unterkapitel|Abschnitt|Unterabschnitt|Titel|Untertitel|Anlage|Anhang)\s(\d+(?:\.\d+)?[a-z]?|[IVX]+)(?=\s|$)|(\d+|[IVX]+)\.\s(?:Buch|Teil|Kapitel|Abschnitt|Unterabschnitt|Titel)(?=\s|$)|(\p{L}+)\s(?:Buch|Teil|Kapitel|Abschnitt|Unterabschnitt|Titel)(?=\s|$))/u
const ORDINALS =
  'Erste|Zweite|Dritte|Vierte|Fünfte|Sechste|Sieb|Achte|Neunte|Zehnte|Elfte|Zwölfte'.split('|')

/** Numbers that open a line below the headings, outermost first. */
const PARAGRAPHS: readonly RegExp[] = [
  /^(?:§\s?|Art(?:ikel)?\.?\s)(\d+(?:\.\d+)?[a-z]?)(?=\s|$)/u,
  /^\((\d+[a-z]?)\)(?=\s|$)/u,
  /^([A-H])\.(?=\s|$)/u,
  /^([IVX]+)\.(?=\s|$)/u,
  /^(\d+[a-z]?)\.(?=\s|$)/u,
  /^([a-z])\)(?=\s|$)/u,
  /^(([a-z])\2)\)(?=\s|$)/u,
]

/** German statutes in Markdown, whole. */
export function germanStatutes(): readonly Stated[] {
  return records(`${AMEND}/de-gesetze/pairs.open.jsonl`).flatMap(({ law, before }) =>
    typeof law === 'string' && typeof before === 'string' ? [germanStatute(law, before)] : [],
  )
}

/** The same without their annexes, which are tables and forms that Markdown has set as lists. */
export function germanBodies(): readonly Stated[] {
  return germanStatutes().map(({ name, text }) =>
    germanStatute(name, text.split(/^#+ (?:Anlage|Anhang|Tabelle|Anl)(?=\s|$)/mu)[0] ?? ''),
  )
}

/** Headings open divisions, sections and articles; in these stand (1), then A., I., 1., a) and aa). */
function germanStatute(name: string, text: string): Stated {
  const paths: string[] = []
  const open: Unit[] = []
  for (const line of text.split('\n')) {
    const [, marks = '', title = ''] = /^(#+)\s+(.*)$/u.exec(line) ?? []
    const unit = marks === '' ? inSection(line.trim()) : heading(title, marks.length)
    if (!unit) continue
    const holds = open.findLastIndex((one) => isAround(one, unit))
    open.splice(holds + 1)
    open.push(unit)
    if (unit.label !== '') paths.push(pathOf(open.flatMap((one) => one.label || [])))
  }
  return { name, text, paths }
}

interface Unit {
  /** Hashes before the heading; none for what stands in a section. */
  readonly level: number | undefined
  /** Divisions are 0, sections 1, what stands in them more. */
  readonly depth: number
  /** `''` for a heading without a number. */
  readonly label: string
}

function isAround(outer: Unit, inner: Unit): boolean {
  if (outer.level === undefined || inner.level === undefined) return outer.depth < inner.depth
  if (outer.level !== inner.level) return outer.level < inner.level
  return outer.depth < inner.depth && outer.label !== ''
}

function heading(title: string, level: number): Unit {
  const section = PARAGRAPHS[0]?.exec(title)?.[1]
  if (section !== undefined) return { level, depth: 1, label: section }
  const [, bare, before, after, ordinal] = DIVISION.exec(title) ?? []
  const counted = ORDINALS.findIndex((one) => ordinal?.startsWith(one)) + 1
  return { level, depth: 0, label: bare ?? before ?? after ?? (counted > 0 ? String(counted) : '') }
}

function inSection(line: string): Unit | undefined {
  for (const [i, pattern] of PARAGRAPHS.entries()) {
    const label = i > 0 ? pattern.exec(line)?.[1] : undefined
    if (label !== undefined) return { level: undefined, depth: 1 + i, label }
  }
  return undefined
}

function records(file: string): readonly Readonly<Record<string, unknown>>[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Readonly<Record<string, unknown>> => JSON.parse(line))
}
