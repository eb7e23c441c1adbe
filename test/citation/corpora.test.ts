import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { lexiconFor } from '#shared/citation/lexicon.ts'
import { citationsIn } from '#shared/citation/parse.ts'
import { referencesOf } from '#shared/citation/references.ts'
import { readText } from '#shared/read/read.ts'
import type { Language } from '#shared/schema/act.ts'
import { profileFor } from '#shared/tradition/profiles.ts'

const mark = z.object({ start: z.number(), end: z.number(), text: z.string() })
const row = z.object({
  text: z.string(),
  anchors: z.array(mark).optional(),
  laws: z.array(mark).optional(),
  cites: z.array(mark).optional(),
})

/** The share of the marks that begin as `wanted` says and that a citation of ours touches. */
function recall(
  file: string,
  [tradition, profile, language]: readonly [string, string, Language],
  wanted: RegExp,
): { readonly marks: number; readonly share: number } {
  const lexicon = lexiconFor(profileFor({ tradition, profile, language }))
  const lines = readFileSync(`../shared/corpora/refs/${file}.open.jsonl`, 'utf8').split('\n')
  const touched = lines.filter(Boolean).flatMap((line) => {
    const { text, anchors = [], laws = [], cites = [] } = row.parse(JSON.parse(line))
    const found = citationsIn(text, lexicon)
    return [...anchors, ...laws, ...cites]
      .filter((one) => wanted.test(one.text))
      .map(({ start, end }) => found.some(({ range }) => range.start < end && start < range.end))
  })
  return { marks: touched.length, share: touched.filter(Boolean).length / touched.length }
}

describe('marked sentences', () => {
  it('C23: units that editors linked in Russian codes', () => {
    const units = /^(?:стат|пункт|подпункт|част|абзац|глав|раздел|прилож)\p{L}*\s+\(?[\p{L}\d]/iu
    const { marks, share } = recall('kz-adilet-anchors-ru/paragraphs', ['kz', 'code', 'ru'], units)
    expect(marks).toBeGreaterThan(1000)
    expect(share).toBeGreaterThan(0.98)
  })

  it('C23: sections and chapters that the publisher marked in English law', () => {
    const units = /^(?:\[?§|\d|(?:sub)?(?:chapter|title|part)\s|this )/iu
    const { marks, share } = recall('dc-cites-en/paragraphs', ['plain', 'act', 'en'], units)
    expect(marks).toBeGreaterThan(2000)
    expect(share).toBeGreaterThan(0.98)
  })

  it('C23: articles named in Kazakh news', () => {
    const units = /(?<!\p{L})ба[пб]/u
    const { marks, share } = recall('kaznerd-law-kk/law_sentences', ['kz', 'law', 'kk'], units)
    expect(marks).toBeGreaterThan(15)
    expect(share).toBeGreaterThan(0.98)
  })
})

describe('real constitutions', () => {
  const read = (name: string) => {
    let id = 0
    const source = readFileSync(`../shared/corpora/kz/constitution/${name}.txt`, 'utf8')
    return referencesOf(readText(source, { newId: () => `u${id++}` }).act)
  }
  it.each([
    'ru/edition_2011-02-02',
    'ru/edition_2017-03-10',
    'ru/edition_2023-01-01_adilet-clean',
    'kk/akorda_2022-09-17',
    'en/akorda_2022-09-17',
  ])('C24: all citations of its own units are found there, but one (%s)', (name) => {
    const own = read(name).filter(({ status }) => status !== 'external')
    expect(own.length).toBeGreaterThan(20)
    // The transitional provision that cites article 64 of the Constitution of 28 January 1993.
    const lost = own.filter(({ status }) => status !== 'valid')
    expect(lost.map(({ text, status }) => [/64/.test(text), status])).toEqual([[true, 'broken']])
  })
})
