import { serialize } from 'parse5'
import { elementsIn, type Page, parsedPage } from './dom.ts'

/** A page without style attributes and style sheets: what may be drawn under a policy that forbids them. */
export function withoutStyles(html: string): string {
  const page = parsedPage(html)
  strip(page)
  return serialize(page)
}

function strip(parent: Page | ReturnType<typeof elementsIn>[number]): void {
  parent.childNodes = parent.childNodes.filter(({ nodeName }) => nodeName !== 'style')
  for (const element of elementsIn(parent)) {
    element.attrs = element.attrs.filter(({ name }) => name !== 'style')
    strip(element)
  }
}
