/** Elements inside each other beyond which a page is no document; browsers stop at 512. */
const MAX_DEPTH = 200

/** Attributes of one element, by their equals signs, beyond which none of them is looked at. */
const MAX_ATTRIBUTES = 200

/**
 * The page with blanks in place of tags that only serve to exhaust a reader: elements nested or left
 * open deeper than any document, and attributes without number. Every offset stays.
 */
export function tamed(html: string): string {
  const open: string[] = []
  const looks = new Map<string, number>()
  let excess = 0
  let tame = ''
  let copied = 0
  const blank = (from: number, to: number) => {
    tame += html.slice(copied, from) + ' '.repeat(to - from)
    copied = to
  }
  for (const tag of tagsIn(html)) {
    if (tag.attributes > MAX_ATTRIBUTES) blank(tag.start + 1 + tag.name.length, tag.end - 1)
    if (CLOSES_BY_ITSELF.has(tag.name)) continue
    if (LOOKS.has(tag.name)) {
      const isOpen = looks.get(tag.name) ?? 0
      if (tag.closes) looks.set(tag.name, Math.max(0, isOpen - 1))
      else if (isOpen < MAX_LOOKS) looks.set(tag.name, isOpen + 1)
      else blank(tag.start, tag.end)
      continue
    }
    if (tag.closes) {
      if (excess > 0) {
        excess--
        blank(tag.start, tag.end)
        continue
      }
      const at = open.lastIndexOf(tag.name)
      if (at !== -1) open.splice(at)
    } else if (open.length >= MAX_DEPTH) {
      excess++
      blank(tag.start, tag.end)
    } else open.push(tag.name)
  }
  return copied === 0 ? html : tame + html.slice(copied)
}

/** Elements that need no end tag, so that many stand open in the source and few in the tree. */
const CLOSES_BY_ITSELF: ReadonlySet<string> = new Set(
  'html body form a nobr p li dt dd tr td th tbody thead tfoot colgroup option br hr img input meta link area base col embed source track wbr'.split(
    ' ',
  ),
)

/** Elements that show how words look: a parser opens those left open anew in every paragraph. */
const LOOKS: ReadonlySet<string> = new Set(
  'b big code em font i s small strike strong tt u'.split(' '),
)

/** Elements of one look inside each other. */
const MAX_LOOKS = 8

interface Tag {
  readonly name: string
  readonly closes: boolean
  readonly start: number
  readonly end: number
  readonly attributes: number
}

/** Elements whose words are no markup. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)$/u

function* tagsIn(html: string): Generator<Tag> {
  let at = html.indexOf('<')
  while (at !== -1) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      if (end === -1) return
      at = html.indexOf('<', end)
      continue
    }
    const tag = tagAt(html, at)
    if (tag === 'endless') return
    if (!tag) {
      at = html.indexOf('<', at + 1)
      continue
    }
    yield tag
    let next = tag.end
    if (!tag.closes && RAW.test(tag.name)) {
      const end = endOfRaw(html, tag)
      if (end === -1) return
      next = end
    }
    at = html.indexOf('<', next)
  }
}

function endOfRaw(html: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}`, 'giu')
  close.lastIndex = end
  return close.exec(html)?.index ?? -1
}

/** The tag at a `<`; `endless`: nothing after it ends a tag. */
function tagAt(html: string, start: number): Tag | 'endless' | undefined {
  const closes = html[start + 1] === '/'
  let at = start + (closes ? 2 : 1)
  if (!isLetter(html.charCodeAt(at))) return undefined
  const nameStart = at
  while (at < html.length && !isNameEnd(html.charCodeAt(at))) at++
  const name = html.slice(nameStart, at).toLowerCase()
  let attributes = 0
  let quote = ''
  let isValue = false
  for (; at < html.length; at++) {
    const char = html[at] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '>') return { name, closes, start, end: at + 1, attributes }
    else if (char === '=') {
      attributes++
      isValue = true
      continue
    } else if (isValue && (char === '"' || char === "'")) quote = char
    else if (char === ' ' || char === '\n') {
      attributes++
      continue
    }
    isValue = false
  }
  return 'endless'
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

/** White space, `/` and `>`. */
function isNameEnd(code: number): boolean {
  return code <= 32 || code === 47 || code === 62
}
