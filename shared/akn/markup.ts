import { legalText } from '../export/xml-text.ts'
import type { Element } from './element.ts'
import { makeElement } from './element.ts'
import { prefixOf } from './names.ts'
import { BOUNDS, tokenSteps } from './tokens.ts'

type Attributes = Readonly<Record<string, string | null | undefined>>

/** A start tag; attributes without value are left out. */
export function startTag(name: string, attributes: Attributes = {}): string {
  return `<${name}${attributesXml(attributes)}>`
}

export function emptyTag(name: string, attributes: Attributes = {}): string {
  return `<${name}${attributesXml(attributes)}/>`
}

function attributesXml(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (typeof value === 'string' ? ` ${name}="${attributeText(value)}"` : ''))
    .join('')
}

export function wordsXml(text: string): string {
  const legal = legalText(text)
  return /[&<>\r]/.test(legal) ? legal.replaceAll(/[&<>\r]/g, (sign) => SIGNS[sign] ?? sign) : legal
}

function attributeText(text: string): string {
  return legalText(text).replaceAll(/[&<>"\r\n\t]/g, (sign) => SIGNS[sign] ?? sign)
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Attributes of a start tag as it is written, each with its value as it is written. */
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g

/** The start tag that a piece of markup begins with, with attributes set or, where `null`, taken out. */
export function withAttributes(markup: string, changes: Attributes): string {
  const tag = tagOf(markup)
  if (tag === '') return markup
  const close = tag.endsWith('/>') ? '/>' : '>'
  let head = tag.slice(0, -close.length)
  const added: Record<string, string> = {}
  for (const [name, value] of Object.entries(changes)) {
    const standing = [...head.matchAll(ATTRIBUTE)].find((match) => match[1] === name)
    const text = typeof value === 'string' ? ` ${name}="${attributeText(value)}"` : ''
    if (standing) {
      head = head.slice(0, standing.index) + text + head.slice(standing.index + standing[0].length)
    } else if (typeof value === 'string') added[name] = value
  }
  return `${head.trimEnd()}${attributesXml(added)}${close}${markup.slice(tag.length)}`
}

const START = /^<[^\s>/]+(?:[^>"']|"[^"]*"|'[^']*')*>/

/** The start tag that a piece of markup begins with, as it is written. */
export function tagOf(markup: string): string {
  return START.exec(markup)?.[0] ?? ''
}

/** Name and attributes of the start tag that a piece of markup begins with, as they are written. */
export function startTagOf(markup: string): {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
} {
  const tag = tagOf(markup)
  const attributes: Record<string, string> = {}
  for (const [, name, value] of tag.matchAll(ATTRIBUTE)) {
    if (name !== undefined && value !== undefined) attributes[name] = value.slice(1, -1)
  }
  return { name: /^<([^\s>/]+)/.exec(tag)?.[1] ?? '', attributes }
}

/** A piece of a document as elements around one that has no name; `undefined` if it is not well-formed. */
export function parseFragment(markup: string): Element | undefined {
  const root = makeElement('', {}, 0)
  const path = [root]
  const steps = tokenSteps(
    markup,
    {
      open(name, attributes, start) {
        const element = makeElement(name, attributes, start)
        path.at(-1)?.children.push(element)
        path.push(element)
      },
      close(_name, _start, end) {
        const closed = path.pop()
        if (closed) closed.end = end
      },
      text: (text) => path.at(-1)?.children.push(text),
      instruction: () => undefined,
    },
    BOUNDS,
    'fragment',
  )
  for (;;) {
    const step = steps.next()
    if (!step.done) continue
    return step.value.ok ? root : undefined
  }
}

/** The prefixes that a piece of markup uses and does not declare. */
export function foreignPrefixes(element: Element, declared: ReadonlySet<string>): boolean {
  const own = new Set(declared)
  for (const name of Object.keys(element.attributes)) {
    if (name.startsWith('xmlns:')) own.add(name.slice(6))
  }
  const names = [element.name, ...Object.keys(element.attributes)]
  const isForeign = names.some((name) => {
    const prefix = prefixOf(name).slice(0, -1)
    return prefix !== '' && prefix !== 'xml' && prefix !== 'xmlns' && !own.has(prefix)
  })
  return (
    isForeign ||
    element.children.some((child) => typeof child !== 'string' && foreignPrefixes(child, own))
  )
}
