import { historyOf } from '../history/history.ts'
import type { Act } from '../schema/act.ts'
import { actAttrs, type Language } from '../schema/act.ts'
import type { HistoryEffect } from '../tradition/history.ts'
import { emptyTag, startTag } from './markup.ts'
import {
  type ActMetadata,
  expressionIri,
  iriWord,
  languageCode,
  NO_DATE,
  workIri,
} from './metadata.ts'
import { NO_DIGEST } from './own.ts'
import type { WriteContext } from './write-context.ts'

/** Who says what we write. */
export const BAPTA = emptyTag('TLCProcess', {
  eId: 'bapta',
  href: '/akn/ontology/process/bapta',
  showAs: 'Bapta',
})

/** The metadata of an act in our own frame. */
export function metaXml(
  context: WriteContext,
  metadata: ActMetadata,
  sort: 'pure' | 'mixed',
): string {
  const { act } = context
  const attrs = actAttrs(act)
  const history = amendmentsOf(act, metadata)
  const told = context.told()
  const own = emptyTag('bapta:act', {
    id: attrs.id,
    language: attrs.language,
    tradition: attrs.tradition,
    profile: attrs.profile,
  })
  const digested = sort === 'pure' ? own.replace('/>', ` ${NO_DIGEST}/>`) : own
  return [
    '<meta>',
    identification(metadata, attrs.language, 'main'),
    ...lifecycle(metadata, history, told.events),
    ...inside('analysis', [
      ...within('activeModifications', told.active),
      ...within('passiveModifications', told.passive),
      ...mappings(context),
    ]),
    ...inside('temporalData', told.periods),
    '<references source="#bapta">',
    emptyTag('original', { eId: 'original', href: workIri(metadata), showAs: 'Original' }),
    ...history.map(({ date, number }, index) =>
      emptyTag('passiveRef', {
        eId: `amendment_${index + 1}`,
        href: workIri({ ...metadata, type: 'act', subtype: 'law', date, number }),
        showAs: number,
      }),
    ),
    emptyTag('TLCOrganization', {
      eId: 'parliament',
      href: '/akn/ontology/organization/parliament',
      showAs: 'Parliament',
    }),
    ...told.references,
    BAPTA,
    '</references>',
    '<proprietary source="#bapta">',
    digested,
    ...told.proprietary,
    '</proprietary>',
    '</meta>',
  ].join('\n')
}

/** The metadata of the n-th annex, from 1. */
export function annexMetaXml(metadata: ActMetadata, language: Language, n: number): string {
  return ['<meta>', identification(metadata, language, `annex_${n}`), '</meta>'].join('\n')
}

function identification(metadata: ActMetadata, language: Language, component: string): string {
  const work = workIri(metadata)
  const expression = expressionIri(metadata, language)
  const { date, author, country, subtype, number, alias, version } = metadata
  const value = (name: string, text: string | null) =>
    text === null ? [] : [emptyTag(name, { value: text })]
  const day = (name: string, of: string) => emptyTag('FRBRdate', { date: of, name })
  const level = (name: string, iri: string, file: string) => [
    emptyTag('FRBRthis', { value: `${iri}/!${component}${file}` }),
    emptyTag('FRBRuri', { value: `${iri}${file}` }),
    ...(name === 'FRBRWork' && alias !== null
      ? [emptyTag('FRBRalias', { value: alias, name: 'alias' })]
      : []),
  ]
  return [
    '<identification source="#bapta">',
    '<FRBRWork>',
    ...level('FRBRWork', work, ''),
    day('generation', date),
    emptyTag('FRBRauthor', { href: author }),
    emptyTag('FRBRcountry', { value: country }),
    ...value('FRBRsubtype', subtype),
    ...value('FRBRnumber', number),
    '</FRBRWork>',
    '<FRBRExpression>',
    ...level('FRBRExpression', expression, ''),
    day(version === null ? 'generation' : 'version', version ?? date),
    emptyTag('FRBRauthor', { href: author }),
    emptyTag('FRBRlanguage', { language: languageCode(language) }),
    '</FRBRExpression>',
    '<FRBRManifestation>',
    ...level('FRBRManifestation', expression, '.xml'),
    day('markup', version ?? date),
    emptyTag('FRBRauthor', { href: '#bapta' }),
    emptyTag('FRBRformat', { value: 'application/akn+xml' }),
    '</FRBRManifestation>',
    '</identification>',
  ].join('\n')
}

/** An act that amended this one. */
interface Amendment {
  readonly date: string
  readonly number: string
}

/** What publishers' notes tell of amendments, each amending act once, in order of its date. */
function amendmentsOf(act: Act, { date: adopted }: ActMetadata): readonly Amendment[] {
  const found = new Map<string, Amendment>()
  for (const { effect, act: amending } of historyOf(act)) {
    const { date, number } = amending
    if (NO_AMENDMENT.has(effect) || date === null || number === null || date === adopted) continue
    found.set(`${date} ${iriWord(number)}`, { date, number })
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/** What a note tells that has not changed the text. */
const NO_AMENDMENT: ReadonlySet<HistoryEffect> = new Set(['planned', 'suspended', 'see'])

function lifecycle(
  { date }: ActMetadata,
  history: readonly Amendment[],
  days: readonly string[],
): readonly string[] {
  const born = date === NO_DATE ? [] : [{ date, source: '#original', type: 'generation' }]
  const amended = history.map((one, index) => ({
    date: one.date,
    source: `#amendment_${index + 1}`,
    type: 'amendment',
  }))
  const told = [...born, ...amended].map(({ date: day, source, type }, index) =>
    emptyTag('eventRef', { eId: `eref_${index + 1}`, date: day, source, type }),
  )
  const events = [...told, ...days]
  if (events.length === 0) return []
  return [startTag('lifecycle', { source: '#bapta' }), ...events, '</lifecycle>']
}

/** Elements in one of that name; nothing where there are none. */
function within(
  name: string,
  elements: readonly string[],
  attributes: Readonly<Record<string, string>> = {},
): readonly string[] {
  if (elements.length === 0) return []
  return [startTag(name, attributes), ...elements, `</${name}>`]
}

function inside(name: string, elements: readonly string[]): readonly string[] {
  return within(name, elements, { source: '#bapta' })
}

/** Which unit had which eId in the text that the draft started from. */
function mappings(context: WriteContext): readonly string[] {
  const moved = context.moved()
  const mapped = moved.map(([current, original], index) =>
    emptyTag('mapping', {
      eId: `mapping_${index + 1}`,
      original: `#${original}`,
      current: `#${current}`,
    }),
  )
  return inside('mappings', mapped)
}
