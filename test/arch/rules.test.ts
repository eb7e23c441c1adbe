import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sources } from './sources.ts'

const spec = readFileSync(path.join(root, 'docs/SPEC.md'), 'utf8')
const rules = [...spec.matchAll(/^\*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] ?? '')
const tests = sources('test').filter(({ file }) => /\.(test|spec)\.ts$/.test(file))
/** A test's name starts with the rules that it proves: `R3: keeps …`, `D1, D2: …`. */
const cited = new Set(
  tests.flatMap(({ text }) =>
    [...text.matchAll(/[`'"]([A-Z]\d+(?:,? (?:and )?[A-Z]\d+)*): /g)].flatMap(
      (match) => match[1]?.match(/[A-Z]\d+/g) ?? [],
    ),
  ),
)

describe('rules of docs/SPEC.md', () => {
  it('are there', () => {
    expect(rules.length).toBeGreaterThan(60)
  })

  it('are numbered once', () => {
    expect(rules.filter((id, at) => rules.indexOf(id) !== at)).toEqual([])
  })

  it('each have a test that names them', () => {
    expect(rules.filter((id) => !cited.has(id))).toEqual([])
  })
})
