import { localName, prefixOf } from './names.ts'

/** What is told of a frame without a parser. */
export interface ScannedFrame {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The words of its own `num`. */
  readonly num: string | undefined
}

/**
 * Reads a frame of plain tags, words and holes, as most are: one element, well-formed, without prefixed
 * attributes, entities or comments. `undefined` where that cannot be told so simply.
 */
export function scanFrame(frame: string): ScannedFrame | undefined {
  const open: string[] = []
  let root: { readonly name: string; readonly attributes: Record<string, string> } | undefined
  let num: string | undefined
  let reached = 0
  for (const match of frame.matchAll(TOKEN)) {
    if (match.index !== reached) return undefined
    reached += match[0].length
    const [, words, start, attributes = '', empty, end] = match
    if (words !== undefined) {
      if (words.trim() === '') continue
      if (open.length !== 2 || localName(open[1] ?? '') !== 'num') return undefined
      num = words.replaceAll(/[ \t\r\n]+/g, ' ').trim()
    } else if (start !== undefined) {
      if (open.length === 0 && root) return undefined
      const given = attributesIn(attributes)
      if (!given) return undefined
      root ??= { name: start, attributes: given }
      if (prefixOf(start) !== prefixOf(root.name)) return undefined
      if (open.length === 1 && localName(start) === 'num') {
        if (num !== undefined) return undefined
        num = ''
      }
      if (empty === undefined) open.push(start)
    } else if (end !== undefined && open.pop() !== end) return undefined
  }
  return reached === frame.length && open.length === 0 && root ? { ...root, num } : undefined
}

function attributesIn(written: string): Record<string, string> | undefined {
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (Object.hasOwn(attributes, name)) return undefined
    attributes[name] = value.slice(1, -1)
  }
  return attributes
}

/** A hole, words, a start tag or an end tag. */
const TOKEN =
  /<\?bapta (?:heading|block|unit)\?>|([^<>&]+)|<([A-Za-z][\w.:-]*)((?:\s+[A-Za-z][\w.-]*\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*)\s*(\/)?>|<\/([A-Za-z][\w.:-]*)\s*>/g

const ATTRIBUTE = /\s([A-Za-z][\w.-]*)\s*=\s*("[^"]*"|'[^']*')/g
