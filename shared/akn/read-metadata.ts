import { type Element, firstNamed } from './element.ts'
import { type ActMetadata, NO_DATE } from './metadata.ts'

/** The metadata of a document as far as we know of it; what it lacks is as if unknown. */
export function metadataIn(meta: Element): ActMetadata {
  const work = firstNamed(meta, 'FRBRWork') ?? meta
  const expression = firstNamed(meta, 'FRBRExpression') ?? meta
  const value = (name: string) => firstNamed(work, name)?.attributes['value']
  const iri = (value('FRBRuri') ?? '').split('/')
  const version = /@(\d{4}-\d{2}-\d{2})$/.exec(
    firstNamed(expression, 'FRBRuri')?.attributes['value'] ?? '',
  )
  return {
    type: iri[3] === 'bill' ? 'bill' : 'act',
    country: (value('FRBRcountry') ?? 'zz').toLowerCase(),
    subtype: value('FRBRsubtype') ?? 'act',
    date: firstNamed(work, 'FRBRdate')?.attributes['date'] ?? NO_DATE,
    number: value('FRBRnumber') ?? null,
    author: firstNamed(work, 'FRBRauthor')?.attributes['href'] ?? '',
    version: version?.[1] ?? null,
    alias: value('FRBRalias') ?? null,
  }
}
