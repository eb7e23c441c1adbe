import { numberOf, type Styles } from './styles.ts'
import { bulletText } from './symbol.ts'
import { childOf, elementsOf, switchOf, valOf, type XmlElement } from './xml.ts'

/** One level of a list as a document defines it (ECMA-376 part 1, 17.9.6). */
export interface ListLevel {
  readonly start: number
  readonly format: string
  /** `%1` to `%9` stand for the counts of the levels: «%1.%2)». */
  readonly text: string
  readonly suffix: 'tab' | 'space' | 'nothing'
  /** The number of the level, from 1, after which this one starts anew; 0: never. */
  readonly restart: number | undefined
  /** Counts of all levels in arabic figures, whatever their format. */
  readonly legal: boolean
  readonly style: string | undefined
}

/** A list that paragraphs name. Lists with one `counter` count on from each other. */
export interface List {
  readonly id: string
  readonly counter: string
  /** The name that fields call it by; `''` for none. */
  readonly name: string
  readonly levels: readonly ListLevel[]
  /** Starts that this list sets anew, by level. */
  readonly starts: ReadonlyMap<number, number>
}

/** Links from definition to style to definition that are followed. */
const MAX_LINKS = 8

/** The lists of a document by the id that paragraphs give. */
export function listsOf(
  numbering: XmlElement | undefined,
  styles: Styles,
): ReadonlyMap<string, List> {
  const abstracts = byId(numbering, 'w:abstractNum', 'w:abstractNumId')
  const numbers = byId(numbering, 'w:num', 'w:numId')
  const lists = new Map<string, List>()
  for (const [id, number] of numbers) {
    const counter = followed(valOf(number, 'w:abstractNumId'), abstracts, numbers, styles)
    const abstract = counter === undefined ? undefined : abstracts.get(counter)
    if (counter !== undefined && abstract) lists.set(id, listFrom(id, counter, abstract, number))
  }
  return lists
}

function byId(root: XmlElement | undefined, name: string, key: string): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>()
  for (const element of elementsOf(root)) {
    const id = element.attributes[key]
    if (element.name === name && id !== undefined && !found.has(id)) found.set(id, element)
  }
  return found
}

/** A definition without levels names a style, whose list has them. */
function followed(
  first: string | undefined,
  abstracts: ReadonlyMap<string, XmlElement>,
  numbers: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): string | undefined {
  let id = first
  for (let link = 0; link < MAX_LINKS && id !== undefined; link++) {
    const abstract = abstracts.get(id)
    const style = valOf(abstract, 'w:numStyleLink')
    if (style === undefined || childOf(abstract, 'w:lvl')) return id
    const { list } = styles.style(style)
    id = list === undefined ? undefined : valOf(numbers.get(list), 'w:abstractNumId')
  }
  return id
}

function listFrom(id: string, counter: string, abstract: XmlElement, number: XmlElement): List {
  const levels: ListLevel[] = []
  const starts = new Map<number, number>()
  const put = (element: XmlElement): void => {
    const at = levelNumber(element)
    if (at !== undefined) levels[at] = levelFrom(element)
  }
  for (const element of elementsOf(abstract)) if (element.name === 'w:lvl') put(element)
  for (const override of elementsOf(number)) {
    const at = levelNumber(override)
    if (override.name !== 'w:lvlOverride' || at === undefined) continue
    const level = childOf(override, 'w:lvl')
    if (level) levels[at] = levelFrom(level)
    const start = numberOf(valOf(override, 'w:startOverride'))
    if (start !== undefined) starts.set(at, start)
  }
  return { id, counter, name: valOf(abstract, 'w:name') ?? '', levels, starts }
}

/** Word has nine levels. */
function levelNumber({ attributes }: XmlElement): number | undefined {
  const level = numberOf(attributes['w:ilvl'])
  return level !== undefined && level >= 0 && level <= 8 ? level : undefined
}

function levelFrom(level: XmlElement): ListLevel {
  const format = formatOf(level)
  const text = valOf(level, 'w:lvlText') ?? ''
  const suffix = valOf(level, 'w:suff')
  const font = childOf(childOf(level, 'w:rPr'), 'w:rFonts')?.attributes
  const hidden = switchOf(childOf(level, 'w:rPr'), 'w:vanish') === true
  const picture = childOf(level, 'w:lvlPicBulletId') !== undefined
  return {
    start: numberOf(valOf(level, 'w:start')) ?? 0,
    format,
    text: hidden
      ? ''
      : format === 'bullet'
        ? picture || text === ''
          ? text && '•'
          : bulletText(text, font?.['w:ascii'] ?? font?.['w:hAnsi'])
        : text,
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    restart: numberOf(valOf(level, 'w:lvlRestart')),
    legal: switchOf(level, 'w:isLgl') ?? false,
    style: valOf(level, 'w:pStyle'),
  }
}

/** A format of a later Word stands in an alternative, whose fallback every reader knows. */
function formatOf(level: XmlElement): string {
  const plain = valOf(level, 'w:numFmt')
  if (plain !== undefined) return plain
  const alternative = childOf(level, 'mc:AlternateContent')
  const fallback = valOf(childOf(alternative, 'mc:Fallback'), 'w:numFmt')
  return fallback ?? 'decimal'
}
