import { SaxesParser } from 'saxes'
import { type Problem, problem } from '../../base/problem.ts'
import { fail, ok, type Result } from '../../base/result.ts'

/**
 * An element of an Office part. Names carry the usual prefix of their namespace whatever prefix the
 * part itself gives it, and the same for both editions of the standard (transitional and strict).
 */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Elements, and text where the format has any. */
  readonly children: readonly (XmlElement | string)[]
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** Elements inside each other: Word itself writes a few dozen. */
const MAX_DEPTH = 400

/** Reads a part. Document types, and with them entities, are refused: Office parts have none. */
export function parseXml(source: string, part: string): Result<XmlElement> {
  const parser = new SaxesParser({ xmlns: true })
  const stack: OpenElement[] = []
  let root: XmlElement | undefined
  let fault: string | undefined
  const stop = (reason: string): never => {
    fault = reason
    throw STOP
  }
  parser.on('error', ({ message }) => stop(message))
  parser.on('doctype', () => stop('it declares a document type'))
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (stack.length >= MAX_DEPTH) stop(`more than ${MAX_DEPTH} elements stand inside each other`)
    const element: OpenElement = {
      name: named(uri, local),
      attributes: attributesOf(attributes),
      children: [],
    }
    stack.at(-1)?.children.push(element)
    root ??= element
    stack.push(element)
  })
  parser.on('closetag', () => stack.pop())
  const text = (words: string): void => {
    const inner = stack.at(-1)
    if (inner && TEXT.has(inner.name)) inner.children.push(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(source).close()
  } catch (thrown) {
    if (thrown !== STOP) throw thrown
  }
  if (fault === undefined && root) return ok(root)
  return fail(broken(part, fault ?? 'it is empty'))
}

/** Ends a parse whose fault is known. */
const STOP = new Error('the part was found broken')

/** Elements whose text is words of the document. */
const TEXT: ReadonlySet<string> = new Set([
  'w:t',
  'w:delText',
  'w:instrText',
  'm:t',
  'vt:lpwstr',
  'dc:title',
])

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const STRICT = 'http://purl.oclc.org/ooxml'

/** Prefixes by namespace; elements of others keep an empty prefix and are walked through or left. */
const PREFIXES: Readonly<Record<string, string>> = {
  [W]: 'w:',
  [`${STRICT}/wordprocessingml/main`]: 'w:',
  [`${OFFICE}/relationships`]: 'r:',
  [`${STRICT}/officeDocument/relationships`]: 'r:',
  [`${OFFICE}/math`]: 'm:',
  [`${STRICT}/officeDocument/math`]: 'm:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14:',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15:',
  'http://schemas.microsoft.com/office/word/2016/wordml/cid': 'w16cid:',
  'http://schemas.microsoft.com/office/word/2018/wordml/cex': 'w16cex:',
  'http://schemas.microsoft.com/office/word/2023/wordml/word16du': 'w16du:',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps:',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg:',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp:',
  [`${STRICT}/drawingml/wordprocessingDrawing`]: 'wp:',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a:',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic:',
  'urn:schemas-microsoft-com:vml': 'v:',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel:',
  [`${OFFICE}/docPropsVTypes`]: 'vt:',
  [`${OFFICE}/custom-properties`]: 'cp:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
}

function named(uri: string, local: string): string {
  return (PREFIXES[uri] ?? '') + local
}

/** Ids of editing sessions are left out: no reader needs them, and most attributes are such. */
function attributesOf(
  attributes: Readonly<Record<string, { uri: string; local: string; value: string }>>,
): Readonly<Record<string, string>> {
  const out: Record<string, string> = Object.create(null)
  for (const key in attributes) {
    const attribute = attributes[key]
    if (attribute && attribute.uri !== XMLNS && !attribute.local.startsWith('rsid'))
      out[named(attribute.uri, attribute.local)] = attribute.value
  }
  return out
}

const XMLNS = 'http://www.w3.org/2000/xmlns/'

function broken(part: string, reason: string): Problem {
  return problem('docx/broken-part', { part, reason })
}

export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string')
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.name === name)
}

/** The `w:val` of a child element, which is how the format writes most properties. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

/** A property that is on when its element stands there, unless its value says otherwise. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (!found) return undefined
  const value = found.attributes['w:val']
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none'
}

export function wordsIn(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('')
}
