import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { TextRange } from '../../base/range.ts'
import { tamed } from './tame.ts'

export type Element = Tree.Element
export type Page = Tree.Document
type TextNode = Tree.TextNode

/** The tree of a page, as browsers build it from whatever markup. Never fails. */
export function parsedPage(html: string): Page {
  return parse(tamed(html), { sourceCodeLocationInfo: true, scriptingEnabled: false })
}

export function isElement(node: Tree.ChildNode | Tree.ParentNode): node is Element {
  return 'tagName' in node
}

export function isText(node: Tree.ChildNode): node is TextNode {
  return node.nodeName === '#text'
}

export function attr(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}

export function hasAttr(element: Element, name: string): boolean {
  return element.attrs.some((one) => one.name === name)
}

/** A style property written on the element itself, in small letters; `''` for none. */
export function styleOf(element: Element, property: string): string {
  const style = attr(element, 'style').toLowerCase()
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon !== -1 && declaration.slice(0, colon).trim() === property)
      return declaration.slice(colon + 1).trim()
  }
  return ''
}

/** Where a node stands in the source; the start of the page for what the parser made up. */
export function rangeOf(node: Tree.ChildNode): TextRange {
  const place = node.sourceCodeLocation
  return place ? { start: place.startOffset, end: place.endOffset } : { start: 0, end: 0 }
}

/** All words in an element, white space folded. */
export function wordsIn(node: Tree.ChildNode | Tree.ParentNode): string {
  const words: string[] = []
  const visit = (one: Tree.ChildNode | Tree.ParentNode): void => {
    if ('value' in one) words.push(one.value)
    else if ('childNodes' in one) for (const child of one.childNodes) visit(child)
  }
  visit(node)
  return words.join('').replaceAll(/\s+/gu, ' ').trim()
}

/** The first element that answers, in document order. */
export function findElement(
  node: Tree.ParentNode,
  answers: (element: Element) => boolean,
): Element | undefined {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue
    const found = answers(child) ? child : findElement(child, answers)
    if (found) return found
  }
  return undefined
}

export function elementsIn(node: Tree.ParentNode): readonly Element[] {
  return node.childNodes.filter(isElement)
}
