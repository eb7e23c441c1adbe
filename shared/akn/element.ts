import { localName } from './names.ts'

/** A piece of a document in memory: one heading, paragraph, table or its like, never the whole. */
export interface Element {
  readonly name: string
  readonly local: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
  /** UTF-16 units of the document. */
  readonly start: number
  end: number
}

export function makeElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  start: number,
): Element {
  return { name, local: localName(name), attributes, children: [], start, end: start }
}

export function elementsIn(element: Element): readonly Element[] {
  return element.children.filter((child) => typeof child !== 'string')
}

/** The first element of that local name below `element`, in document order. */
export function firstNamed(element: Element, local: string): Element | undefined {
  for (const child of elementsIn(element)) {
    if (child.local === local) return child
    const found = firstNamed(child, local)
    if (found) return found
  }
  return undefined
}

/** The words of an element on one line. Notes in it are left out. */
export function lineOf(element: Element): string {
  return words(element)
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .trim()
}

function words(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child
      if (child.local === 'authorialNote') return ''
      return child.local === 'br' ? ' ' : words(child)
    })
    .join('')
}
