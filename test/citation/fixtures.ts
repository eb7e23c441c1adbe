import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Citation, Step } from '#shared/citation/address.ts'
import { lexiconFor } from '#shared/citation/lexicon.ts'
import { citationsIn } from '#shared/citation/parse.ts'
import { isLanguage } from '#shared/schema/act.ts'
import { profileFor } from '#shared/tradition/profiles.ts'

export interface CitationCase {
  readonly name: string
  readonly text: string
  readonly expected: readonly string[]
}

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/citations')

/** The cases of a file named for its profile: `kz-law-ru.txt`. */
export function casesOf(file: string): readonly CitationCase[] {
  return readFileSync(path.join(FOLDER, file), 'utf8')
    .split(/^# /mu)
    .slice(1)
    .map((block) => {
      const [head = '', expected = ''] = block.split('\n==>\n')
      const [name = '', ...text] = head.split('\n')
      return { name, text: text.join(' '), expected: expected.split('\n').filter(Boolean) }
    })
}

/** The citations in a text, one a line: words | path | act. */
export function citationLines(file: string, text: string): readonly string[] {
  const [tradition = '', profile = '', language] = path.basename(file, '.txt').split('-')
  if (!isLanguage(language)) throw new Error(`${file} is not named for a profile`)
  const lexicon = lexiconFor(profileFor({ tradition, profile, language }))
  return citationsIn(text, lexicon).map(lineOf)
}

function lineOf({ text, steps, act }: Citation): string {
  const of = act === null ? '' : act.kind === 'named' ? `named ${act.name}` : act.kind
  return [text, steps.map(stepLine).join(' > '), of].join(' | ').trim()
}

function stepLine({ word, selector }: Step): string {
  if (selector.kind === 'titled') return word
  if (selector.kind !== 'labels') return `${selector.kind} ${word}`
  const items = selector.items.map(({ label, to, style, tight, inner }) => {
    const end = style === 'bracketed' ? ')' : style === 'ordinal' ? '.' : ''
    const range = to === undefined ? '' : `–${to}${end}`
    return `${label}${tight ? '?' : end}${range}${inner.map((one) => `(${one})`).join('')}`
  })
  return `${word} ${items.join(', ')}`
}
