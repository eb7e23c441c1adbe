import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sources } from './sources.ts'

const spec = readFileSync(path.join(root, 'docs/SPEC.md'), 'utf8')
const rules = [...spec.matchAll(/^\*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] ?? '')
const tests = sources('test').filter(({ file }) => /\.(test|spec)\.ts$/.test(file))
const cited = new Set(
  tests.flatMap(({ text }) =>
    [
      ...text.matchAll(/\b(?:it|test|describe)(?:\.\w+)*(?:\([^)]*\))?\(\s*[`'"]([^`'"]*)/g),
    ].flatMap((match) => [...(match[1] ?? '').matchAll(/\b[A-Z]\d+\b/g)].map(([id]) => id)),
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
