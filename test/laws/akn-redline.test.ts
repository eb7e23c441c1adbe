import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Element, elementsIn, firstNamed } from '#shared/akn/element.ts'
import { parseFragment } from '#shared/akn/markup.ts'
import {
  type Expressions,
  type RedlineTexts,
  writeExpressions,
  writeMarked,
} from '#shared/akn/redline/write-redline.ts'
import { writeAkn } from '#shared/akn/write.ts'
import { present } from '#shared/base/assert.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { toldAs } from '#shared/diff/telling.ts'
import { legalText } from '#shared/export/xml-text.ts'
import type { Act } from '#shared/schema/act.ts'
import { withoutSource } from '#shared/schema/source.ts'
import { schemaFaults } from '#test/akn/xmllint.ts'
import { randomAct, randomDraft } from '#test/builders/random-act.ts'
import { randomRedline } from '#test/builders/random-redline.ts'
import { openedAkn } from '../akn/opened.ts'

const TRIALS = Number(process.env['AKN_TRIALS'] ?? 72)

/** A redline with what is written of it. */
interface Written extends RedlineTexts {
  readonly marked: string
  readonly expressions: Expressions
}

/** Redlines of random drafts, in each way of telling them, and redlines made at random. */
function redlineOf(seed: number): RedlineTexts {
  const language = (['ru', 'kk', 'en'] as const)[seed % 3] ?? 'ru'
  if (seed % 4 === 3) return randomRedline(seed, language)
  const base = randomAct(seed, { language })
  const draft = randomDraft(base, seed, { edits: 10 })
  const moves = seed % 5 === 0 ? 'deleteAndInsert' : 'moves'
  const granularity = seed % 7 === 0 ? 'units' : 'words'
  return { base, draft, redline: toldAs(compareActs(base, draft), { moves, granularity }) }
}

describe('a redline in Akoma Ntoso', () => {
  let folder: string
  let redlines: readonly Written[] = []
  beforeAll(async () => {
    redlines = Array.from({ length: TRIALS }, (_, seed) => {
      const texts = redlineOf(seed)
      return { ...texts, marked: writeMarked(texts), expressions: writeExpressions(texts) }
    })
    folder = await mkdtemp(path.join(tmpdir(), 'bapta-akn-redline-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('X83: marked, is read as base and draft, ids included', () => {
    for (const [seed, texts] of redlines.entries()) {
      const { act, draft } = openedAkn(texts.marked)
      expect(said(act), `base, seed ${seed}`).toBe(said(texts.base))
      expect(said(present(draft, 'a draft')), `draft, seed ${seed}`).toBe(said(texts.draft))
    }
  })

  it('X84: marked, leaves either text when what is the other’s is left out by its names alone', () => {
    for (const [seed, texts] of redlines.entries()) {
      const marked = elementOf(texts.marked)
      expect(wordsOf(marked, ['ins', '#tmpg_2']), `base, seed ${seed}`).toEqual(wordsIn(texts.base))
      expect(wordsOf(marked, ['del', '#tmpg_1']), `draft, seed ${seed}`).toEqual(
        wordsIn(texts.draft),
      )
    }
  })

  it('X85: is valid by the schema of OASIS, marked and as two texts', async () => {
    const files = redlines.flatMap(({ marked, expressions }, seed) =>
      Object.entries({ marked, ...expressions }).map(async ([name, text]) => {
        const file = path.join(folder, `${seed}-${name}.xml`)
        await writeFile(file, text)
        return file
      }),
    )
    expect(files.length).toBe(3 * TRIALS)
    expect(await schemaFaults(await Promise.all(files))).toEqual([])
  }, 60_000)

  it('X86: as two texts, says in each what the act says, and names units that are there', () => {
    for (const [seed, texts] of redlines.entries()) {
      const { base, draft } = texts.expressions
      expect(said(openedAkn(base).act), `base, seed ${seed}`).toBe(said(texts.base))
      expect(said(openedAkn(draft).act), `draft, seed ${seed}`).toBe(said(texts.draft))
      const [inBase, inDraft] = [base, draft].map(
        (text) => new Set([...text.matchAll(/ eId="([^"]*)"/g)].map(([, eId]) => eId)),
      )
      for (const [, href = ''] of draft.matchAll(/<destination href="#([^"]*)"/g)) {
        expect(inDraft, `seed ${seed}`).toContain(href)
      }
      for (const [, eId = ''] of draft.matchAll(/<previous href="[^"]*\/~([^"]*)"/g)) {
        expect(inBase, `seed ${seed}`).toContain(eId)
      }
    }
  })
})

/** All that an act says; half a surrogate pair, which no XML holds, is U+FFFD. */
function said(act: Act): string {
  const json = withoutSource(act).toJSON()
  return JSON.stringify(json, (_, value) => (typeof value === 'string' ? legalText(value) : value))
}

function elementOf(text: string): Element {
  const root = parseFragment(text.replace(/^<\?xml[^>]*\?>/, ''))
  return present(firstNamed(present(root, 'well-formed'), 'act'), 'an act')
}

function wordsIn(act: Act): readonly string[] {
  return wordsOf(elementOf(writeAkn(act)), [])
}

/** What each line of a document says, without what has one of those names or periods. */
function wordsOf(element: Element, without: readonly string[]): readonly string[] {
  return elementsIn(element).flatMap((child) => {
    const isLeft =
      without.includes(child.local) || without.includes(child.attributes['period'] ?? '')
    if (isLeft || child.local === 'meta') return []
    return LINES.has(child.local)
      ? [`${child.local} ${lineOf(child, without)}`.trim()].filter((line) => line !== 'num')
      : wordsOf(child, without)
  })
}

const LINES: ReadonlySet<string> = new Set(['num', 'heading', 'p', 'docTitle'])

function lineOf(element: Element, without: readonly string[]): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child
      return without.includes(child.local) ? '' : lineOf(child, without)
    })
    .join('')
}
