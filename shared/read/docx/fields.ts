import { elementsOf, type XmlElement } from './xml.ts'

/**
 * Where the text stands among field codes: between the begin and the separator of a field stands its
 * instruction, which Word does not print; between separator and end its result, which it does.
 */
export class Fields {
  private readonly open: { inResult: boolean; code: string }[] = []
  private readonly unclosed: ReadonlySet<XmlElement>

  /** Looks through a part for fields that never end: those hide nothing. */
  constructor(part: XmlElement) {
    this.unclosed = unclosedIn(part)
  }

  /** Takes the begin, separator or end of a field; gives the instruction of one that ends without a result. */
  mark(element: XmlElement): string | undefined {
    if (this.unclosed.has(element)) return undefined
    const inner = this.open.at(-1)
    switch (element.attributes['w:fldCharType']) {
      case 'begin':
        this.open.push({ inResult: false, code: '' })
        break
      case 'separate':
        if (inner) inner.inResult = true
        break
      case 'end':
        this.open.pop()
        return inner && !inner.inResult && this.prints ? inner.code : undefined
    }
    return undefined
  }

  instruction(words: string): void {
    const inner = this.open.at(-1)
    if (inner) inner.code += words
  }

  get prints(): boolean {
    return this.open.every(({ inResult }) => inResult)
  }

  get inContents(): boolean {
    return this.open.some(({ code }) => /^\s*TOC\b/i.test(code))
  }
}

function unclosedIn(part: XmlElement): ReadonlySet<XmlElement> {
  const open: XmlElement[] = []
  const walk = (element: XmlElement): void => {
    if (element.name === 'w:fldChar') {
      const type = element.attributes['w:fldCharType']
      if (type === 'begin') open.push(element)
      if (type === 'end') open.pop()
    }
    for (const child of elementsOf(element)) walk(child)
  }
  walk(part)
  return new Set(open)
}
