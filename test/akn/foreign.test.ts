import { describe, expect, it } from 'vitest'
import { writeAkn } from '#shared/akn/write.ts'
import { schema } from '#shared/schema/schema.ts'
import { actOf, documents, documentText } from './documents.ts'

/** Documents in which several elements have one eId, which the schema forbids, and why they do. */
const REPEATING: Readonly<Record<string, string>> = {
  'bluebell/rewrite_eids_bad_eids.xml':
    'made wrong to test a program that mends eIds: sections, paragraphs and a schedule stand twice under one',
  'indigo/indigo_api_tests_pdf_fixtures_tables_column_widths_rowspan_in.xml':
    'a table was copied several times with its eIds, for tests of printing',
  'indigo/indigo_api_tests_pdf_fixtures_tables_in.xml':
    'three tables were copied with their eIds, for tests of printing',
  'oasis/eu_COM(2013)0619_EN-8.xml':
    'memorandum and bill of one collection each count from the beginning, metadata included',
}

describe('a document of others', () => {
  it('sees the corpus', () => {
    expect(documents().length).toBeGreaterThan(200)
  })

  it.each(documents().filter((file) => !Object.hasOwn(REPEATING, file)))(
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

  it.each(Object.entries(REPEATING))(
    'A5: gets an eId for each element and is else written back to the byte: %s (%s)',
    (file) => {
      const source = documentText(file)
      expect(new Set(eidsIn(source)).size).toBeLessThan(eidsIn(source).length)
      const written = writeAkn(actOf(source))
      expect(withoutEids(written) === withoutEids(source)).toBe(true)
      expect(new Set(eidsIn(written)).size).toBe(eidsIn(written).length)
      expect(writeAkn(actOf(written)) === written).toBe(true)
    },
  )
})

/** All but empty ones, which name nothing. */
function eidsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/ eId="([^"]+)"/g)].map(([, id = '']) => id)
}

function withoutEids(xml: string): string {
  return xml.replaceAll(/ eId="[^"]*"/g, '')
}
