import { SaxesParser } from 'saxes'

/** An element of any XML with what stands in it, names without prefixes. */
export interface Tree {
  readonly name: string
  readonly children: (Tree | string)[]
}

/** The root element of a document. */
export function treeOf(xml: string): Tree {
  const top: Tree = { name: '', children: [] }
  const path = [top]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name }) => {
    const element: Tree = { name: name.replace(/^.*:/u, ''), children: [] }
    path.at(-1)?.children.push(element)
    path.push(element)
  })
  parser.on('closetag', () => void path.pop())
  parser.on('text', (text) => void path.at(-1)?.children.push(text))
  parser.write(xml).close()
  const [root] = elementsOf(top)
  return root ?? top
}

export function elementsOf({ children }: Tree): readonly Tree[] {
  return children.filter((child) => typeof child !== 'string')
}

/** All words in an element, on one line. */
export function wordsOf(tree: Tree): string {
  const words = (one: Tree | string): string =>
    typeof one === 'string' ? one : one.children.map(words).join('')
  return words(tree).replaceAll(/\s+/gu, ' ').trim()
}
