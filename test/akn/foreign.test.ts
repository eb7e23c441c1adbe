import { describe, expect, it } from 'vitest'
import { writeAkn } from '#shared/akn/write.ts'
import { schema } from '#shared/schema/schema.ts'
import { actOf, documents, documentText } from './documents.ts'

/** Documents in which several elements have one eId, which the schema forbids. */
const FAULTY: readonly string[] = [
  'bluebell/rewrite_eids_bad_eids.xml',
  'bluebell/rewrite_eids_missing_eids.xml',
  'indigo/indigo_api_tests_pdf_fixtures_tables_column_widths_rowspan_in.xml',
  'indigo/indigo_api_tests_pdf_fixtures_tables_in.xml',
  'oasis/eu_COM(2013)0619_EN-8.xml',
]

describe('a document of others', () => {
  it('sees the corpus', () => {
    expect(documents().length).toBeGreaterThan(200)
  })

  it.each(documents().filter((file) => !FAULTY.includes(file)))(
    'A5: is written back to the byte: %s',
    (file) => {
      const source = documentText(file)
      const act = actOf(source)
      expect(writeAkn(act) === source).toBe(true)
      /** As it comes out of the library, where nothing is remembered of the reading. */
      const stored = schema.nodeFromJSON(JSON.parse(JSON.stringify(act.toJSON())))
      expect(writeAkn(stored) === source).toBe(true)
    },
  )

  it.each(FAULTY)('A5: gives elements of one eId an eId each, and keeps every word: %s', (file) => {
    const source = documentText(file)
    const ids = [...source.matchAll(/ eId="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBeLessThan(ids.length)
    const act = actOf(source)
    const written = writeAkn(act)
    expect(actOf(written).textContent).toBe(act.textContent)
  })
})
