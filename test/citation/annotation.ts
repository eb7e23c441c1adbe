import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Citation } from '#shared/citation/address.ts'
import { lexiconFor } from '#shared/citation/lexicon.ts'
import { citationsIn } from '#shared/citation/parse.ts'
import type { Language } from '#shared/schema/act.ts'
import { profileFor } from '#shared/tradition/profiles.ts'

/** A paragraph of a real text, by its place and hash, with every citation that a reader finds in it. */
const annotated = z.object({
  file: z.string(),
  profile: z.string(),
  /** UTF-16 units into the file; in a file of rows, the row. */
  at: z.number(),
  length: z.number(),
  hash: z.string(),
  cites: z.array(z.tuple([z.number(), z.number(), z.string()])),
})

const CORPORA = '../shared/corpora'

/** How the citations that we find in the annotated paragraphs of a language agree with the reader's. */
export interface Agreement {
  readonly paragraphs: number
  readonly marked: number
  readonly found: number
  /** Found with the same span and the same target. */
  readonly same: number
  /** What differs, for a failure's message: place of the paragraph, span and target. */
  readonly differences: readonly string[]
}

export function agreementOf(language: Language): Agreement {
  const folder = path.resolve(import.meta.dirname, '../fixtures/annotations')
  const rows = readFileSync(path.join(folder, `${language}.jsonl`), 'utf8').split('\n')
  let [marked, found, same] = [0, 0, 0]
  const differences: string[] = []
  const paragraphs = rows.filter(Boolean).map((line) => annotated.parse(JSON.parse(line)))
  for (const { file, profile, at, length, hash, cites } of paragraphs) {
    const text = paragraphAt(file, at, length)
    if (hashOf(text) !== hash) throw new Error(`${file} has another text at ${at}`)
    const lexicon = lexiconFor(profileFor({ tradition: 'kz', profile, language }))
    const ours = new Set(
      citationsIn(text, lexicon).map((one) => `${one.range.start}-${one.range.end} ${pathOf(one)}`),
    )
    const theirs = new Set(cites.map(([start, end, target]) => `${start}-${end} ${target}`))
    marked += theirs.size
    found += ours.size
    for (const one of theirs)
      if (ours.has(one)) same++
      else differences.push(`${file} ${at}: missed ${one}`)
    for (const one of ours) if (!theirs.has(one)) differences.push(`${file} ${at}: wrong ${one}`)
  }
  return { paragraphs: paragraphs.length, marked, found, same, differences }
}

/** What a citation names: its path, outermost first, and the act: `named`, `this`, `said` or none. */
export function pathOf({ steps, act }: Citation): string {
  const path = steps.map(({ word, selector }) => {
    if (selector.kind === 'titled') return word
    if (selector.kind !== 'labels') return `${selector.kind} ${word}`
    const items = selector.items.map(({ label, to, style, inner }) => {
      const sign = style === 'bracketed' ? ')' : style === 'ordinal' ? '.' : ''
      const range = to === undefined ? '' : `–${to}${sign}`
      return `${label}${sign}${range}${inner.map((one) => `(${one})`).join('')}`
    })
    return `${word} ${items.join(', ')}`
  })
  return [path.join(' > '), act === null ? '' : `| ${act.kind}`].join(' ').trim()
}

function paragraphAt(file: string, at: number, length: number): string {
  const source = readFileSync(path.join(CORPORA, file), 'utf8')
  if (!file.endsWith('.jsonl')) return source.slice(at, at + length)
  const row = z.object({ text: z.string() })
  return row.parse(JSON.parse(source.split('\n')[at] ?? '')).text
}

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 12)
}
