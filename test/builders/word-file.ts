import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A Word file of parts without their root elements; `document` is the content of the body. */
export interface WordParts {
  readonly document: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly comments?: string
  readonly header?: string
  /** What later Words keep beside comments. */
  readonly commentsExtended?: string
  readonly commentsIds?: string
  readonly commentsExtensible?: string
  readonly people?: string
  /** Parts as they are, by name. */
  readonly raw?: Readonly<Record<string, string>>
}

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  comments: 'comments',
  header: 'hdr',
  commentsExtended: 'x',
  commentsIds: 'x',
  commentsExtensible: 'x',
  people: 'x',
} as const

export function wordFile({ document, raw = {}, ...parts }: WordParts): Uint8Array {
  const files: Record<string, string> = {
    'word/document.xml': root('document', `<w:body>${document}</w:body>`),
  }
  let relations = ''
  for (const [name, tag] of Object.entries(ROOTS)) {
    const content = partOf(parts, name)
    if (content === undefined) continue
    files[`word/${name}.xml`] = root(tag, content)
    relations += `<Relationship Id="${name}" Type="http://x/${name}" Target="${name}.xml"/>`
  }
  files['word/_rels/document.xml.rels'] =
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`
  const all = Object.entries({ ...files, ...raw })
  return zipSync(Object.fromEntries(all.map(([name, content]) => [name, strToU8(content)])))
}

function partOf(parts: Omit<WordParts, 'document' | 'raw'>, name: string): string | undefined {
  return Object.entries(parts).find(([key]) => key === name)?.[1]
}

const LATER = ['2010/wordml', '2012/wordml', '2016/wordml/cid', '2018/wordml/cex']
  .map(
    (name, i) =>
      `xmlns:${['w14', 'w15', 'w16cid', 'w16cex'][i]}="http://schemas.microsoft.com/office/word/${name}"`,
  )
  .join(' ')

function root(tag: string, content: string): string {
  return `<w:${tag} xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ${LATER} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${content}</w:${tag}>`
}

/** A paragraph of words, with properties as they stand in `w:pPr`. */
export function wordParagraph(words: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
}

/** The properties that put a paragraph into a list. */
export function inList(list: number, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}

/** One level of a list: its format and its text. */
export function listLevel(level: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}
