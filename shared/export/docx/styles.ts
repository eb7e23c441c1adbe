import type { Language } from '../../schema/act.ts'

/** The styles of an act, as law of Kazakhstan is set: Times New Roman, 14 pt, first lines indented. */
export function stylesXml(language: Language): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    defaults(language),
    paragraph('Normal', 'Normal', { isDefault: '1', quick: true }),
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>',
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>',
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>',
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ...textStyles(),
    ...characterStyles(),
    ...LEVELS.flatMap(headingStyles),
    tableGrid(),
    '</w:styles>',
  ].join('')
}

/** The tag by which Word chooses spelling and hyphenation. */
export function languageTag(language: Language): string {
  switch (language) {
    case 'ru':
      return 'ru-RU'
    case 'kk':
      return 'kk-KZ'
    case 'en':
      return 'en-GB'
  }
}

const LEVELS = [1, 2, 3, 4, 5, 6]

interface StyleSpec {
  readonly isDefault?: '1'
  readonly quick?: boolean
  readonly basedOn?: string
  readonly next?: string
  readonly pPr?: string
  readonly rPr?: string
}

function paragraph(id: string, name: string, spec: StyleSpec): string {
  const { isDefault, quick, basedOn, next, pPr, rPr } = spec
  return [
    `<w:style w:type="paragraph"${isDefault ? ' w:default="1"' : ` w:customStyle="${BUILT_IN.has(id) ? 0 : 1}"`}`,
    ` w:styleId="${id}"><w:name w:val="${name}"/>`,
    basedOn ? `<w:basedOn w:val="${basedOn}"/>` : '',
    next ? `<w:next w:val="${next}"/>` : '',
    quick === false ? '' : '<w:qFormat/>',
    pPr ? `<w:pPr>${pPr}</w:pPr>` : '',
    rPr ? `<w:rPr>${rPr}</w:rPr>` : '',
    '</w:style>',
  ].join('')
}

const BUILT_IN: ReadonlySet<string> = new Set([
  'BodyText',
  'Header',
  'Footer',
  'FootnoteText',
  'CommentText',
  ...LEVELS.map((level) => `Heading${level}`),
])

function defaults(language: Language): string {
  const tag = languageTag(language)
  return (
    '<w:docDefaults><w:rPrDefault><w:rPr>' +
    '<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>' +
    `<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="ar-SA"/>` +
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="259" w:lineRule="auto"/>' +
    '</w:pPr></w:pPrDefault></w:docDefaults>'
  )
}

function textStyles(): readonly string[] {
  return [
    paragraph('ActTitle', 'Act Title', {
      basedOn: 'Normal',
      next: 'Preface',
      pPr: '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>',
      rPr: '<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/>',
    }),
    paragraph('Preface', 'Preface', {
      basedOn: 'Normal',
      pPr: '<w:spacing w:after="120"/><w:jc w:val="center"/>',
    }),
    paragraph('BodyText', 'Body Text', {
      basedOn: 'Normal',
      pPr: '<w:spacing w:after="100"/><w:ind w:firstLine="709"/><w:jc w:val="both"/>',
    }),
    paragraph('Note', 'Publisher Note', {
      basedOn: 'BodyText',
      pPr: '<w:spacing w:before="40" w:after="160"/><w:ind w:left="709" w:firstLine="0"/>',
      rPr: '<w:i/><w:iCs/><w:color w:val="595959"/><w:sz w:val="22"/><w:szCs w:val="22"/>',
    }),
    paragraph('Foreign', 'Foreign Content', {
      basedOn: 'Normal',
      pPr: '<w:spacing w:after="120"/>',
      rPr: '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
    }),
    paragraph('TableText', 'Table Text', {
      basedOn: 'Normal',
      pPr: '<w:spacing w:before="40" w:after="40"/>',
      rPr: '<w:sz w:val="24"/><w:szCs w:val="24"/>',
    }),
    paragraph('TableHeading', 'Table Heading', {
      basedOn: 'TableText',
      pPr: '<w:keepNext/><w:jc w:val="center"/>',
      rPr: '<w:b/><w:bCs/>',
    }),
    paragraph('FootnoteText', 'footnote text', {
      quick: false,
      basedOn: 'Normal',
      pPr: '<w:jc w:val="both"/>',
      rPr: '<w:sz w:val="22"/><w:szCs w:val="22"/>',
    }),
    paragraph('CommentText', 'annotation text', {
      quick: false,
      basedOn: 'Normal',
      pPr: '',
      rPr: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
    }),
    paragraph('Header', 'header', {
      quick: false,
      basedOn: 'Normal',
      pPr: '<w:jc w:val="center"/>',
      rPr: SMALL,
    }),
    paragraph('Footer', 'footer', {
      quick: false,
      basedOn: 'Normal',
      pPr: '<w:jc w:val="center"/>',
      rPr: SMALL,
    }),
  ]
}

/** The style of printed numbers looks like the words around it: it tells where a number ends. */
function characterStyles(): readonly string[] {
  return [
    '<w:style w:type="character" w:customStyle="1" w:styleId="UnitNumber"><w:name w:val="Unit Number"/>' +
      '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>' +
      '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  ]
}

const SMALL = '<w:color w:val="595959"/><w:sz w:val="20"/><w:szCs w:val="20"/>'

/** Divisions («раздел», «глава») stand centred, articles at the paragraph indent; what stands on their line and is no heading, in the weight of text. */
function headingStyles(level: number): readonly string[] {
  const size = level === 1 ? 30 : 28
  return [
    paragraph(`Heading${level}`, `heading ${level}`, {
      basedOn: 'Normal',
      next: 'BodyText',
      pPr: `<w:keepNext/><w:keepLines/><w:spacing w:before="${level === 1 ? 480 : 360}" w:after="200"/><w:jc w:val="center"/><w:outlineLvl w:val="${level - 1}"/>`,
      rPr: `<w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    }),
    paragraph(`Article${level}`, `Article ${level}`, {
      basedOn: `Heading${level}`,
      next: 'BodyText',
      pPr: '<w:spacing w:before="280" w:after="120"/><w:ind w:firstLine="709"/><w:jc w:val="both"/>',
      rPr: '<w:sz w:val="28"/><w:szCs w:val="28"/>',
    }),
    paragraph(`ArticleWords${level}`, `Article Words ${level}`, {
      basedOn: `Article${level}`,
      next: 'BodyText',
      rPr: '<w:b w:val="0"/><w:bCs w:val="0"/>',
    }),
  ]
}

function tableGrid(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = sides
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('')
  return `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style>`
}
