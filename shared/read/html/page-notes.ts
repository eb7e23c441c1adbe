import type { Footnote } from '../../schema/footnote.ts'
import { attr, type Element, elementsIn, isElement, isText, type Page, wordsIn } from './dom.ts'

/** The footnotes of a page: which links are marks of notes, and which elements are the notes. */
export interface PageNotes {
  /** The note that hangs on a link in the words. */
  noteAt(element: Element): Footnote | undefined
  /** Whether an element is a note that some words bear: it is read where they stand. */
  isNote(element: Element): boolean
}

/** A mark of a note: `1`, `[1]`, `*`, `iv`, `a`. */
const MARK = /^[[(]?(\d{1,4}|[*†‡§]{1,4}|[ivxlc]{1,6}|\p{L})[\])]?$/iu

/**
 * The footnotes of a page, as Word, Pandoc, Wikis and Bapta write them: a short link in the words to a
 * note that leads back to it, or that calls itself a footnote. A link to a unit of the law is none.
 */
export function pageNotes(page: Page): PageNotes {
  const targets = new Map<string, Place>()
  const links: { readonly link: Element; readonly around: readonly Element[] }[] = []
  const visit = (parent: Page | Element, around: readonly Element[]): void => {
    for (const element of elementsIn(parent)) {
      for (const name of namesOf(element))
        if (!targets.has(name)) targets.set(name, { element, around })
      if (element.tagName === 'a' && attr(element, 'href').startsWith('#'))
        links.push({ link: element, around })
      visit(element, [...around, element])
    }
  }
  visit(page, [])
  const notes = new Map<Element, Footnote>()
  const bodies = new Set<Element>()
  const isInNote = (place: Place) =>
    callsItselfNote(place) || place.around.some((one) => bodies.has(one))
  for (const { link, around } of links) {
    const marker = MARK.exec(wordsIn(link))?.[0]
    const target = targets.get(targetOf(link))
    if (marker === undefined || !target || target.element === link) continue
    const body = bodyOf(target)
    if (!body || around.includes(body) || isInNote({ element: link, around })) continue
    const own = new Set([link, ...around.slice(-2)].flatMap(namesOf))
    if (!leadsBack(body, own) && !callsItselfNote(target)) continue
    const text = noteWords(body, marker, own)
    if (text === '' || text.length > LONGEST) continue
    notes.set(link, { marker: marker.replaceAll(/^[[(]|[\])]$/gu, ''), text })
    bodies.add(body)
  }
  return {
    noteAt: (element) => notes.get(element),
    isNote: (element) => bodies.has(element),
  }
}

interface Place {
  readonly element: Element
  readonly around: readonly Element[]
}

/** Characters of a note: a target that holds more is a part of the page. */
const LONGEST = 20_000

function namesOf(element: Element): readonly string[] {
  const names = [attr(element, 'id'), element.tagName === 'a' ? attr(element, 'name') : '']
  return names.filter((name) => name !== '')
}

function targetOf(link: Element): string {
  const name = attr(link, 'href').slice(1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

const BODY = /^(?:li|p|div|aside|dd|section)$/u
/** What a note stands in beside others. */
const HOLDER = /^(?:body|main|article|section|ol|ul|dl|table|tbody|tr|html)$/u

/** The element that is the whole note: the target, or what it opens. */
function bodyOf({ element, around }: Place): Element | undefined {
  const way = [...around, element]
  const at = way.findLastIndex(({ tagName }) => BODY.test(tagName))
  const [outer, body] = [way[at - 1], way[at]]
  if (!body || HOLDER.test(body.tagName)) return undefined
  const isWhole = outer && body.tagName === 'p' && /^_?(?:ftn|edn|fn|en)/u.test(attr(outer, 'id'))
  return isWhole ? outer : body
}

function leadsBack(body: Element, names: ReadonlySet<string>): boolean {
  return some(body, (one) => one.tagName === 'a' && names.has(targetOf(one)))
}

function isBackLink(link: Element): boolean {
  return attr(link, 'role') === 'doc-backlink'
}

function callsItselfNote({ element, around }: Place): boolean {
  return [...around.slice(-3), element].some((one) => {
    const names = `${attr(one, 'class')} ${attr(one, 'id')}`
    return (
      /^doc-(?:footnote|endnotes?)$/u.test(attr(one, 'role')) ||
      /(?:^|[\s_-])(?:mso(?:footnote|endnote)text|(?:ftn|edn)\d+|footnotes?|endnotes?)(?:[\s_-](?!ref|back)|$)/iu.test(
        names,
      )
    )
  })
}

/** The words of a note, each paragraph a line, without its mark and the way back. */
function noteWords(body: Element, marker: string, back: ReadonlySet<string>): string {
  const lines: string[] = ['']
  const visit = (node: Element['childNodes'][number]): void => {
    if (isText(node)) lines.push((lines.pop() ?? '') + node.value.replaceAll(/\s+/gu, ' '))
    else if (isElement(node)) {
      if (node.tagName === 'a' && (back.has(targetOf(node)) || isBackLink(node))) return
      const isLine = /^(?:p|li|div|br|tr|dd)$/u.test(node.tagName)
      if (isLine) lines.push('')
      node.childNodes.forEach(visit)
      if (isLine) lines.push('')
    }
  }
  body.childNodes.forEach(visit)
  const text = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
  return text.startsWith(`${marker} `) ? text.slice(marker.length).trim() : text
}

function some(parent: Element, answers: (one: Element) => boolean): boolean {
  return elementsIn(parent).some((one) => answers(one) || some(one, answers))
}
