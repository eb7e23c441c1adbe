import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ReadAkn } from '#shared/akn/act-builder.ts'
import { readAkn } from '#shared/akn/read.ts'
import { present } from '#shared/base/assert.ts'
import type { Act } from '#shared/schema/act.ts'

const CORPUS = path.resolve('../shared/corpora/akn')

export const SCHEMA = path.join(CORPUS, 'schemas/oasis-2017-03-30-final/akomantoso30.xsd')

/** Every document of the corpus, by its path in it; the schemas are none. */
export function documents(): readonly string[] {
  return readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.xml') && !file.startsWith('schemas'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}

export function documentText(file: string): string {
  return readFileSync(path.join(CORPUS, file), 'utf8')
}

/** What the inventory says of a document. */
export function inventoried(): readonly { readonly file: string; readonly isValid: boolean }[] {
  const [, ...rows] = readFileSync(path.join(CORPUS, 'INVENTORY.csv'), 'utf8').trim().split('\n')
  const there = new Set(documents())
  return rows.flatMap((row) => {
    const [, file = '', rest = ''] = /^"([^"]+)",(.*)$/.exec(row) ?? []
    return there.has(file) ? [{ file, isValid: rest.split(',')[4] === '1' }] : []
  })
}

/** Reads a text that must be readable, with ids `n0`, `n1`… */
export function read(source: string): ReadAkn {
  let last = 0
  const result = readAkn(source, { newId: () => `n${last++}` })
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

export function actOf(source: string): Act {
  return read(source).act
}

/** A document of ours around a body and what else is given. */
export function document(
  body: string,
  { front = '', language = 'rus', country = 'kz', meta = '' } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <act name="act">
    <meta>
      <identification source="#x">
        <FRBRWork><FRBRcountry value="${country}"/></FRBRWork>
        <FRBRExpression><FRBRlanguage language="${language}"/></FRBRExpression>
      </identification>${meta}
    </meta>
    ${front}
    <body>${body}</body>
  </act>
</akomaNtoso>
`
}

export function only<T>(list: readonly T[]): T {
  return present(list[0], 'there is one')
}
