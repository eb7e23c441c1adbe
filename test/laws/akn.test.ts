import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeAkn } from '#shared/akn/write.ts'
import { legalText } from '#shared/export/xml-text.ts'
import { type Act, walkUnits } from '#shared/schema/act.ts'
import { withoutSource } from '#shared/schema/source.ts'
import { actOf } from '#test/akn/documents.ts'
import { schemaFaults } from '#test/akn/xmllint.ts'
import { randomAct, randomDraft } from '#test/builders/random-act.ts'

const ACTS = 150

/** Acts of chapters, articles, tables, notes, footnotes and foreign markup, and drafts of them. */
function acts(): readonly Act[] {
  return Array.from({ length: ACTS }, (_, seed) => {
    const language = (['ru', 'kk', 'en'] as const)[seed % 3] ?? 'ru'
    const act = randomAct(seed, { language })
    return seed % 2 === 0 ? act : randomDraft(act, seed)
  })
}

/** All that an act says; half a surrogate pair, which no XML holds, is U+FFFD. */
function said(act: Act): string {
  const json = withoutSource(act).toJSON()
  return JSON.stringify(json, (_, value) => (typeof value === 'string' ? legalText(value) : value))
}

describe('Akoma Ntoso of any act', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bapta-akn-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('A1: is read as the same act, ids included', () => {
    for (const [seed, act] of acts().entries()) {
      const again = actOf(writeAkn(act))
      expect(said(again), `seed ${seed}`).toBe(said(act))
    }
  })

  it('A2: is the same to the byte when what was read is written again', () => {
    for (const [seed, act] of acts().entries()) {
      const written = writeAkn(act)
      expect(writeAkn(act), `seed ${seed}`).toBe(written)
      expect(writeAkn(actOf(written)), `seed ${seed}`).toBe(written)
    }
  })

  it('A3: is valid by the schema of OASIS', async () => {
    const files = acts().map(async (act, seed) => {
      const file = path.join(folder, `${seed}.xml`)
      await writeFile(file, writeAkn(act))
      return file
    })
    expect(await schemaFaults(await Promise.all(files))).toEqual([])
  }, 60_000)

  it('A4: names every unit by its permanent id and no two elements alike', () => {
    for (const act of acts()) {
      const written = writeAkn(act)
      const eids = [...written.matchAll(/ eId="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(eids).size).toBe(eids.length)
      walkUnits(act, ({ attrs }) => expect(written).toContain(` GUID="${attrs['id']}"`))
    }
  })
})
