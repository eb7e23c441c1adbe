import type { Mark } from 'prosemirror-model'
import { schema } from '../../schema/schema.ts'
import { type Element, hasAttr, styleOf } from './dom.ts'

/** The marks of the words in an element: by its tag and by its style, which may take one off again. */
export function marksIn(element: Element, marks: readonly Mark[]): readonly Mark[] {
  let result = marks
  const type = TAGS[element.tagName]
  if (type) result = schema.mark(type).addToSet(result)
  if (!hasAttr(element, 'style')) return result
  for (const { property, on, off, mark } of STYLES) {
    const value = styleOf(element, property)
    if (on.test(value)) result = schema.mark(mark).addToSet(result)
    else if (off.test(value)) result = schema.mark(mark).removeFromSet(result)
  }
  return result
}

type MarkName = 'strong' | 'emphasis' | 'underline' | 'superscript' | 'subscript'

const TAGS: Readonly<Record<string, MarkName>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  u: 'underline',
  sup: 'superscript',
  sub: 'subscript',
}

const STYLES: readonly {
  readonly property: string
  readonly on: RegExp
  readonly off: RegExp
  readonly mark: MarkName
}[] = [
  {
    property: 'font-weight',
    on: /^(?:bold|[6-9]00)/u,
    off: /^(?:normal|[1-4]00)/u,
    mark: 'strong',
  },
  { property: 'font-style', on: /^(?:italic|oblique)/u, off: /^normal/u, mark: 'emphasis' },
  { property: 'text-decoration', on: /^underline/u, off: /^none/u, mark: 'underline' },
  { property: 'vertical-align', on: /^super/u, off: /^baseline/u, mark: 'superscript' },
  { property: 'vertical-align', on: /^sub/u, off: /^baseline/u, mark: 'subscript' },
]

export function isRaised(marks: readonly Mark[]): boolean {
  return marks.some(({ type }) => type === schema.marks.superscript)
}
