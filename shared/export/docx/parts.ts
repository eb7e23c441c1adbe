import { type ExportAbout, inUtc } from '../about.ts'
import { xmlText } from '../xml-text.ts'
import type { CommentParts } from './comments.ts'
import { languageTag, stylesXml } from './styles.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const MICROSOFT = 'http://schemas.microsoft.com/office'
const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The blocks of a document and the notes they refer to, as WordprocessingML. */
export interface DocumentXml {
  readonly body: string
  readonly footnotes: string
  readonly said: CommentParts
}

/** Every part of the package by its name. */
export function packageParts(
  { body, footnotes, said }: DocumentXml,
  about: ExportAbout,
  page: PageForm,
): Readonly<Record<string, string>> {
  const spoken = said.comments === '' ? [] : saidParts(said)
  return {
    ...Object.fromEntries(spoken.map(({ name, xml }) => [`word/${name}.xml`, XML + xml])),
    '[Content_Types].xml': contentTypes(spoken.map(({ name }) => name)),
    '_rels/.rels': PACKAGE_RELATIONS,
    'docProps/core.xml': coreXml(about),
    'docProps/app.xml': APP,
    'docProps/custom.xml': customXml(about),
    'word/_rels/document.xml.rels': relations([
      ...DOCUMENT_RELATIONS,
      ...spoken.map(({ name, from }) => [`${from}/${name}`, `${name}.xml`] as const),
    ]),
    'word/document.xml': documentXml(body, page),
    'word/styles.xml': stylesXml(about.language),
    'word/settings.xml': settingsXml(about),
    'word/fontTable.xml': FONTS,
    'word/header1.xml': headerXml(about),
    'word/footer1.xml': FOOTER,
    'word/footnotes.xml': footnotesXml(footnotes),
  }
}

export type PageForm = 'upright' | 'turned'

function documentXml(body: string, page: PageForm): string {
  return `${XML}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}${SECTIONS[page]}</w:body></w:document>`
}

/** A4: upright with 3 cm at the left for the binding, or turned with 1.5 cm at both sides. */
const SECTIONS: Readonly<Record<PageForm, string>> = {
  upright: section(
    '<w:pgSz w:w="11906" w:h="16838"/>' +
      '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>',
  ),
  turned: section(
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' +
      '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="850" w:header="567" w:footer="567" w:gutter="0"/>',
  ),
}

function section(form: string): string {
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>' +
    `${form}<w:cols w:space="708"/></w:sectPr>`
  )
}

function headerXml({ title }: ExportAbout): string {
  return `${XML}<w:hdr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">${xmlText(title)}</w:t></w:r></w:p></w:hdr>`
}

const PAGE_FIELD =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

const FOOTER = `${XML}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${PAGE_FIELD}</w:p></w:ftr>`

function settingsXml({ language }: ExportAbout): string {
  return (
    `${XML}<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>` +
    '<w:characterSpacingControl w:val="doNotCompress"/>' +
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>' +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
    `</w:compat><w:themeFontLang w:val="${languageTag(language)}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`
  )
}

/** Where Times New Roman is missing, a font of the same widths takes its place. */
const FONTS =
  `${XML}<w:fonts xmlns:w="${W}">` +
  '<w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/><w:panose1 w:val="02020603050405020304"/>' +
  '<w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>' +
  '<w:font w:name="Courier New"><w:altName w:val="Liberation Mono"/><w:panose1 w:val="02070309020205020404"/>' +
  '<w:charset w:val="CC"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font></w:fonts>'

function coreXml({ title, author, date, language }: ExportAbout): string {
  const at = inUtc(date)
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator>` +
    `<dc:language>${languageTag(language)}</dc:language><cp:lastModifiedBy>${xmlText(author)}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  )
}

/** How the act is drafted, for whoever reads the file as an act again. */
function customXml({ profile: { tradition, id, language } }: ExportAbout): string {
  const value = xmlText(`${tradition}/${id}/${language}`)
  return (
    `${XML}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">` +
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Bapta.profile"><vt:lpwstr>${value}</vt:lpwstr></property></Properties>`
  )
}

/** Word wants the two lines that part text from notes defined as notes of their own. */
function footnotesXml(notes: string): string {
  const line = (id: number, type: string, mark: string) =>
    `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${mark}/></w:r></w:p></w:footnote>`
  return (
    `${XML}<w:footnotes xmlns:w="${W}">${line(-1, 'separator', 'separator')}` +
    `${line(0, 'continuationSeparator', 'continuationSeparator')}${notes}</w:footnotes>`
  )
}

const APP = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Bapta</Application></Properties>`

function contentTypes(more: readonly string[]): string {
  const parts = more.map(
    (name) => `<Override PartName="/word/${name}.xml" ContentType="${MIME}.${name}+xml"/>`,
  )
  return `${CONTENT_TYPES}${parts.join('')}</Types>`
}

interface SaidPart {
  readonly name: string
  /** Where the name of its relationship begins. */
  readonly from: string
  readonly xml: string
}

/** The parts that hold what people said, each of the Word that first had it. */
function saidParts({
  comments,
  extended,
  ids,
  extensible,
  people,
}: CommentParts): readonly SaidPart[] {
  const part = (name: string, from: string, root: string, content: string): SaidPart => {
    return { name, from, xml: `<${root} ${NEWER}>${content}</${root.replace(/ .*/, '')}>` }
  }
  return [
    part('comments', R, `w:comments xmlns:w="${W}"`, comments),
    part('commentsExtended', `${MICROSOFT}/2011/relationships`, 'w15:commentsEx', extended),
    part('commentsIds', `${MICROSOFT}/2016/09/relationships`, 'w16cid:commentsIds', ids),
    part(
      'commentsExtensible',
      `${MICROSOFT}/2018/08/relationships`,
      'w16cex:commentsExtensible',
      extensible,
    ),
    part('people', `${MICROSOFT}/2011/relationships`, 'w15:people', people),
  ]
}

/** Namespaces of later Words, which older ones may leave aside. */
const NEWER =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ` xmlns:w14="${MICROSOFT}/word/2010/wordml" xmlns:w15="${MICROSOFT}/word/2012/wordml"` +
  ` xmlns:w16cid="${MICROSOFT}/word/2016/wordml/cid" xmlns:w16cex="${MICROSOFT}/word/2018/wordml/cex"` +
  ' mc:Ignorable="w14 w15 w16cid w16cex"'

const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${MIME}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${MIME}.styles+xml"/>` +
  `<Override PartName="/word/settings.xml" ContentType="${MIME}.settings+xml"/>` +
  `<Override PartName="/word/fontTable.xml" ContentType="${MIME}.fontTable+xml"/>` +
  `<Override PartName="/word/header1.xml" ContentType="${MIME}.header+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${MIME}.footer+xml"/>` +
  `<Override PartName="/word/footnotes.xml" ContentType="${MIME}.footnotes+xml"/>` +
  '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>' +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'

const PACKAGE_RELATIONS = relations([
  [`${R}/officeDocument`, 'word/document.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${R}/extended-properties`, 'docProps/app.xml'],
  [`${R}/custom-properties`, 'docProps/custom.xml'],
])

const DOCUMENT_RELATIONS = [
  [`${R}/styles`, 'styles.xml'],
  [`${R}/settings`, 'settings.xml'],
  [`${R}/fontTable`, 'fontTable.xml'],
  [`${R}/header`, 'header1.xml'],
  [`${R}/footer`, 'footer1.xml'],
  [`${R}/footnotes`, 'footnotes.xml'],
] as const

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets
    .map(
      ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join('')
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`
}
