import { type Look, lookOf, over, PLAIN } from './look.ts'
import { childOf, elementsOf, valOf, type XmlElement } from './xml.ts'

/** What a paragraph or its style says of its place in the document. */
export interface ParagraphProperties {
  readonly style: string | undefined
  /** Heading level from 0; 9 is body text. */
  readonly outline: number | undefined
  readonly list: string | undefined
  readonly level: number | undefined
}

/** A style with all that it takes over from those it is based on. */
export interface Style {
  readonly id: string
  readonly name: string
  readonly outline: number | undefined
  readonly list: string | undefined
  readonly level: number | undefined
  /** The style that gave the list: a level of the list may be tied to it. */
  readonly listStyle: string | undefined
  readonly look: Look
  /** Sets the first letter of the next paragraph large. */
  readonly dropCap: boolean
}

/** The styles of a document by their id; one that is not there is like no style. */
export class Styles {
  private readonly sources = new Map<string, XmlElement>()
  private readonly resolved = new Map<string, Style>()
  /** The paragraph style of paragraphs that name none. */
  readonly standard: string | undefined

  constructor(styles: XmlElement | undefined) {
    let standard: string | undefined
    for (const style of elementsOf(styles)) {
      const id = style.attributes['w:styleId']
      if (style.name !== 'w:style' || id === undefined) continue
      if (!this.sources.has(id)) this.sources.set(id, style)
      const isDefault = style.attributes['w:default']
      if (style.attributes['w:type'] === 'paragraph' && (isDefault === '1' || isDefault === 'true'))
        standard = id
    }
    this.standard = standard
  }

  style(id: string | undefined): Style {
    if (id === undefined) return NO_STYLE
    const known = this.resolved.get(id)
    if (known) return known
    this.resolve(id)
    return this.resolved.get(id) ?? NO_STYLE
  }

  /** From the outermost ancestor inwards; a style based on itself ends the line there. */
  private resolve(id: string): void {
    const line: string[] = []
    const seen = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      line.push(at)
      at = valOf(this.sources.get(at), 'w:basedOn')
    }
    let parent = NO_STYLE
    for (const each of line.toReversed()) {
      const style = this.resolved.get(each) ?? this.made(each, parent)
      this.resolved.set(each, style)
      parent = style
    }
  }

  private made(id: string, parent: Style): Style {
    const source = this.sources.get(id)
    if (!source) return { ...NO_STYLE, id }
    const own = paragraphProperties(childOf(source, 'w:pPr'))
    return {
      id,
      name: valOf(source, 'w:name') ?? id,
      outline: own.outline ?? parent.outline,
      list: own.list ?? parent.list,
      level: own.level ?? parent.level,
      listStyle: own.list === undefined ? parent.listStyle : id,
      look: over(lookOf(childOf(source, 'w:rPr')), parent.look),
      dropCap: parent.dropCap || isDropCap(childOf(source, 'w:pPr')),
    }
  }
}

const NO_STYLE: Style = {
  id: '',
  name: '',
  outline: undefined,
  list: undefined,
  level: undefined,
  listStyle: undefined,
  look: PLAIN,
  dropCap: false,
}

/** The first letter of the next paragraph, set large in a frame of its own. */
export function isDropCap(properties: XmlElement | undefined): boolean {
  const drop = childOf(properties, 'w:framePr')?.attributes['w:dropCap']
  return drop === 'drop' || drop === 'margin'
}

export function paragraphProperties(properties: XmlElement | undefined): ParagraphProperties {
  const numbering = childOf(properties, 'w:numPr')
  return {
    style: valOf(properties, 'w:pStyle'),
    outline: numberOf(valOf(properties, 'w:outlineLvl')),
    list: valOf(numbering, 'w:numId'),
    level: numberOf(valOf(numbering, 'w:ilvl')),
  }
}

export function numberOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  return Number.isInteger(number) ? number : undefined
}
