import { Fragment } from 'prosemirror-model'
import {
  type Act,
  isUnit,
  makeAct,
  makeParagraph,
  makeUnit,
  type Unit,
  unitAttrs,
  unitId,
  unitsOf,
} from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'

/** What the codifiers recorded of one instruction of a D.C. law. */
export interface Recorded {
  readonly law: string
  readonly op: string
  readonly path: string | null
  readonly context: readonly string[]
  readonly instruction: string
  readonly find: string | null
  readonly replace: string | null
  readonly new_text: string | null
}

/**
 * The words of the law that made the records: their contexts, the instruction, and behind "to read as
 * follows" the new text between quotation marks, which the records keep apart.
 */
export function lawText(records: readonly Recorded[]): string {
  const [first] = records
  if (!first) return ''
  const lines = [...first.context.slice(1)]
  const lead = lines.at(-1) ?? ''
  const own = records.filter(isOwnText)
  if (own.length > 0 && /(?:read )?as follows\s*:?\s*$/u.test(lead))
    return [...lines, `"${own.map((one) => one.new_text).join('\n')}".`].join('\n')
  lines.push(first.instruction)
  if (/read as follows\s*:?\s*$/u.test(first.instruction)) {
    const texts = [...new Set(records.flatMap((one) => one.new_text ?? []))]
    if (texts.length > 0) lines.push(`"${texts.join('\n')}".`)
  }
  return lines.join('\n')
}

/** Whether the record's instruction is the new text itself, its command the last of the contexts. */
export function isOwnText({ op, new_text, instruction }: Recorded): boolean {
  const bones = (words: string) => words.replaceAll(/\W/gu, '').slice(0, 14)
  return (
    (op === 'insert' || op === 'replace') &&
    new_text !== null &&
    bones(new_text) === bones(instruction)
  )
}

/** Records of one command of one law. */
export function commandsOf(records: readonly Recorded[]): readonly (readonly Recorded[])[] {
  const groups = new Map<string, Recorded[]>()
  for (const one of records) {
    const key = JSON.stringify([one.law, one.context, isOwnText(one) ? '' : one.instruction])
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

const DEPTHS: readonly UnitKind[] = [
  'section',
  'subsection',
  'paragraph',
  'subparagraph',
  'clause',
  'subclause',
]

interface Element {
  readonly name: string
  readonly children: (Element | string)[]
}

/** A section of the D.C. Code in the Council's XML as an act of one section. */
export function sectionAct(xml: string): Act {
  let last = 0
  const attrs = { id: 'act', language: 'en', tradition: 'plain', profile: 'act' } as const
  const root = elements(xml)
  const units = root ? [unitFrom(root, 0, () => unitId(`u${last++}`))] : []
  return makeAct(attrs, units)
}

function unitFrom(element: Element, depth: number, newId: () => ReturnType<typeof unitId>): Unit {
  const parts = element.children.filter((child) => typeof child !== 'string')
  const textOfPart = (name: string) => parts.filter((part) => part.name === name).map(words)
  const id = newId()
  const [num] = textOfPart('num')
  const [heading] = textOfPart('heading')
  const body = parts
    .filter(({ name }) => name === 'text' || name === 'aftertext')
    .map((part) => makeParagraph(words(part)))
  const units = parts
    .filter(({ name }) => name === 'para')
    .map((part) => unitFrom(part, depth + 1, newId))
  const label = num === undefined || num === '' ? null : num.replaceAll(/^\(|\)$/gu, '')
  return makeUnit(
    { id, kind: DEPTHS[depth] ?? 'subclause', label, num: num ?? null, state: 'inForce' },
    { heading, body, units },
  )
}

function words(element: Element): string {
  const text = element.children
    .map((child) => (typeof child === 'string' ? child : words(child)))
    .join('')
  return text.replaceAll(/\s+/gu, ' ').trim()
}

function elements(xml: string): Element | undefined {
  const open: Element[] = []
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/gu)) {
    const name = /^<\/?([\w:]+)/u.exec(token)?.[1]
    if (name === undefined) {
      if (!token.startsWith('<')) open.at(-1)?.children.push(decoded(token))
    } else if (token.startsWith('</')) {
      const done = open.pop()
      if (open.length === 0) return done
    } else {
      const element: Element = { name, children: [] }
      open.at(-1)?.children.push(element)
      if (!token.endsWith('/>')) open.push(element)
    }
  }
  return undefined
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** The Code keeps of a repealed unit its number and the word. */
function markedRepeals<T extends Act | Unit>(node: T): Act | Unit {
  const children = node.children.map((child) => {
    if (!isUnit(child)) return child
    const marker = makeUnit(unitAttrs(child), { body: [makeParagraph('Repealed.')] })
    return unitAttrs(child).state === 'repealed' ? marker : markedRepeals(child)
  })
  return node.copy(Fragment.from(children))
}

/** What the section says, whatever quotation marks, blanks and marks of a history it has. */
export function plainWords(act: Act): string {
  const [section] = unitsOf(act)
  const text = section ? canonicalText(markedRepeals(act)).text : ''
  return text
    .replace(/^([\w.:-]*\w)\.?\s/u, '$1 ')
    .replaceAll(/\[Repealed\]\.?|Repealed\./gu, 'Repealed.')
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[‑–—]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
