import type { UnitKind } from '../schema/kind.ts'

/** The namespace that we write: OASIS Standard 1.0, August 2018. */
export const AKN_NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** The namespace of what Akoma Ntoso has no place for. */
export const BAPTA_NAMESPACE = 'urn:bapta:akoma-ntoso:1'

/** `akn:article` → `article`. */
export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** `akn:article` → `akn:`, `article` → nothing. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1)
}

/**
 * The kind that each element of the hierarchy is read as. Akoma Ntoso gives its names no meaning, so
 * those we have no kind for take the nearest; the element's own name stays in the unit's `source`.
 */
const KINDS: Readonly<Record<string, UnitKind>> = {
  alinea: 'alinea',
  article: 'article',
  book: 'book',
  chapter: 'chapter',
  clause: 'clause',
  division: 'part',
  hcontainer: 'section',
  indent: 'alinea',
  level: 'paragraph',
  paragraph: 'paragraph',
  part: 'part',
  point: 'point',
  proviso: 'alinea',
  rule: 'paragraph',
  section: 'section',
  subchapter: 'subchapter',
  subclause: 'subclause',
  subdivision: 'subpart',
  subparagraph: 'subparagraph',
  subpart: 'subpart',
  subrule: 'subparagraph',
  subsection: 'subsection',
  subtitle: 'subpart',
  title: 'title',
  tome: 'book',
  transitional: 'section',
  /** Of debates. */
  debateSection: 'section',
  /** What frames an act. */
  attachment: 'annex',
  component: 'annex',
  conclusions: 'conclusions',
  coverPage: 'preface',
  header: 'preface',
  preamble: 'preamble',
  preface: 'preface',
  /** Numbered pieces that are no hierarchy in Akoma Ntoso and are cited all the same. */
  item: 'point',
  recital: 'paragraph',
}

/** The kind of the unit that an element opens; `undefined` if it opens none. */
export function kindOfElement(name: string): UnitKind | undefined {
  return Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
}

/** Where a unit may stand in foreign markup, by its element. */
export type Slot =
  | 'hierarchy'
  | 'item'
  | 'recital'
  | 'cover'
  | 'preface'
  | 'preamble'
  | 'conclusions'
  | 'annex'
  /** Blocks without an element of their own around them. */
  | 'run'

export function slotOfElement(name: string): Slot {
  switch (name) {
    case 'item':
    case 'recital':
    case 'preface':
    case 'preamble':
    case 'conclusions':
      return name
    case 'coverPage':
    case 'header':
      return 'cover'
    case 'attachment':
    case 'component':
      return 'annex'
    default:
      return 'hierarchy'
  }
}

/** Elements that group units or blocks and are no units themselves: they stay in the frame around. */
const WRAPPERS: ReadonlySet<string> = new Set(
  `akomaNtoso akomantoso act amendment amendmentBody amendmentContent amendmentHeading amendmentJustification
  amendmentList amendmentReference arguments attachments background bill blockList body citation citations
  collectionBody components content debate debateBody debateReport decision doc documentCollection
  fragment fragmentBody introduction intro judgment judgmentBody list mainBody motivation
  officialGazette portion portionBody recitals remedies statement sublist wrapUp`.split(/\s+/),
)

export function isWrapper(name: string): boolean {
  return WRAPPERS.has(name)
}

/** Root elements of a document inside `akomaNtoso`. */
export const DOCUMENTS: ReadonlySet<string> = new Set(
  `act amendment amendmentList bill debate debateReport doc documentCollection fragment judgment
  officialGazette portion statement`.split(/\s+/),
)

/** Elements that stand in running words. */
const INLINE: ReadonlySet<string> = new Set(
  `a abbr affectedDocument argument authorialNote b br change concept courtType date decoration def del
  docAuthority docCommittee docDate docIntroducer docJurisdiction docketNumber docNumber docProponent
  docPurpose docStage docStatus docTitle docType embeddedText entity eol eop event fillIn i img inline ins
  judge lawyer legislature location marker mmod mod mref neutralCitation noteRef object omissis opinion
  organization outcome party person placeholder process quantity quotedText recordedTime ref
  relatedDocument remark rmod role rref session shortTitle signature span sub sup term time u vote`.split(
    /\s+/,
  ),
)

export function isInline(name: string): boolean {
  return INLINE.has(name)
}

/** Elements that end a line of words, whatever is in them. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address adjournment answer block blockContainer blockList caption citation citations communication
  componentRef container content crossHeading embeddedStructure foreign formula from heading interstitial intro item
  li listIntroduction listWrapUp longTitle math narrative num ol p petitions question quotedStructure
  recital recitals scene speech subFlow subheading summary table tblock td th toc tocItem tr ul wrapUp
  writtenStatements`.split(/\s+/),
)

export function isBlock(name: string): boolean {
  return BLOCKS.has(name) || isWrapper(name) || kindOfElement(name) !== undefined
}
