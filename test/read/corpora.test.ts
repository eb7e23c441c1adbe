import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '#shared/check/check.ts'
import { type Act, isUnit, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { lost, read } from './lost.ts'

const KZ = '../shared/corpora/kz'
const inventory: unknown = JSON.parse(readFileSync(`${KZ}/inventory.json`, 'utf8'))

describe('the constitutions', () => {
  const files = globSync(`${KZ}/constitution/*/*.txt`).sort()

  it('R15: have the articles and sections that the inventory counts', () => {
    const counted = files.flatMap((file) => {
      const expected = expectedOf(
        file.slice(file.indexOf('constitution/') + 'constitution/'.length),
      )
      if (!expected) return []
      const { act } = read(readFileSync(file, 'utf8'))
      const found = {
        articles: labels(act, 'article').length,
        sections: labels(act, 'part').length,
      }
      expect([file, found]).toEqual([file, expected])
      return [file]
    })
    expect(counted.length).toBeGreaterThanOrEqual(7)
  })

  it('R15: number their articles without a double or a disorder, in all languages and layouts', () => {
    expect(files.length).toBeGreaterThanOrEqual(10)
    for (const file of files) {
      const { act } = read(readFileSync(file, 'utf8'))
      const numbers = labels(act, 'article')
      expect([file, new Set(numbers).size]).toEqual([file, numbers.length])
      const faults = check(act).filter(({ code }) =>
        /duplicate|disorder|misnested|no-number/u.test(code),
      )
      expect([file, faults]).toEqual([file, []])
    }
  })

  it('R15: the PDF extract comes to the articles and paragraphs of the clean text', () => {
    const [pdf, web] = ['pdftotext', 'with-footnotes-and-anchors'].map(
      (name) =>
        read(readFileSync(`${KZ}/constitution/ru/adilet_2023-01-01_${name}.txt`, 'utf8')).act,
    )
    for (const kind of ['part', 'article', 'paragraph', 'point']) {
      expect(pdf ? labels(pdf, kind) : []).toEqual(web ? labels(web, kind) : [null])
    }
  })
})

describe('the codes and laws', () => {
  it('R15: have every article whose number opens a line, once', () => {
    const files = globSync(`${KZ}/laws/{ru,kk}/*.txt`)
      .filter((file) => !file.includes('ratification'))
      .sort()
    expect(files.length).toBeGreaterThanOrEqual(12)
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      const heads = [
        ...text.matchAll(/^[ \t]*(?:Статья (\d+(?:-\d+)?)\.|(\d+(?:-\d+)?)-бап\.) /gmu),
      ]
      const expected = heads.map((head) => head[1] ?? head[2])
      const found = labels(read(text).act, 'article')
      const missing = expected.filter((label) => !found.includes(label ?? ''))
      expect([file, missing]).toEqual([file, []])
      expect([file, new Set(found).size]).toEqual([file, found.length])
      expect(found.length - expected.length).toBeLessThanOrEqual(1)
    }
  })
})

describe('the amending laws', () => {
  it.each(['ru_2017-03-10_51-VI.md', 'kk_2017-03-10_51-VI.md'])(
    'R11: %s has its own three articles and 25 items, and none of the quoted ones',
    (name) => {
      const { act } = read(readFileSync(`${KZ}/amending-laws/${name}`, 'utf8'))
      expect(labels(act, 'article')).toEqual(['1', '2', '3'])
      expect(labels(act, 'paragraph')).toEqual(Array.from({ length: 25 }, (_, i) => String(i + 1)))
    },
  )
})

describe('the round trip', () => {
  /** Least share of units that come back the same; named where it is below one. */
  const LEAST: Readonly<Record<string, number>> = {
    'z980000213_.06-04-2016.rus.txt': 0.96,
    'digital_code_2026.txt': 0.99,
    'civil_code.txt': 0.99,
    'code_on_marriage_and_family.txt': 0.99,
    'criminal_procedure_code.txt': 0.99,
    'labor_code.txt': 0.99,
    'code_on_administrative_procedures.txt': 0.99,
    'civil_procedure_code.txt': 0.999,
    'criminal_code.txt': 0.999,
  }

  it('R16: the canonical text of an act is read as the same units', () => {
    const files = globSync(`${KZ}/{constitution,laws}/**/*.txt`).sort()
    expect(files.length).toBeGreaterThan(20)
    for (const file of files) {
      const first = read(readFileSync(file, 'utf8'))
      const again = read(canonicalText(first.act).text, first.profile)
      const share = shared(units(first.act), units(again.act))
      const name = file.slice(file.lastIndexOf('/') + 1)
      expect([name, share >= (LEAST[name] ?? 1)]).toEqual([name, true])
    }
  })

  it('R2: loses no character of the codes', () => {
    for (const file of globSync(`${KZ}/laws/ru/{Z*,labor_code,civil_code}.txt`)) {
      const text = readFileSync(file, 'utf8')
      expect([file, lost(text, read(text))]).toEqual([file, ''])
    }
  })
})

function expectedOf(name: string): { articles: number; sections: number } | undefined {
  const versions = at(inventory, 'versions')
  const entry = at(versions, name)
  const articles = at(entry, 'articles')
  const sections = at(entry, 'sections')
  return typeof articles === 'number' && typeof sections === 'number'
    ? { articles, sections }
    : undefined
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([k]) => k === key)?.[1]
    : undefined
}

function labels(act: Act, kind: string): readonly string[] {
  const found: string[] = []
  walkUnits(act, (unit) => {
    if (unit.attrs['kind'] === kind) found.push(String(unit.attrs['label']))
  })
  return found
}

/** Every unit with its place, attributes and own words; ids left out. */
function units(act: Act): readonly string[] {
  const found: string[] = []
  walkUnits(act, (unit, parents) => {
    const { kind, label, num, state } = unitAttrs(unit)
    const place = parents.map((parent) => `${parent.attrs['kind']} ${parent.attrs['label']}`)
    const own = unit.children
      .filter((child) => !isUnit(child))
      .map((child) => `${child.type.name} ${child.textContent}`)
    found.push([...place, kind, label, num, state, ...own].join(' / '))
  })
  return found
}

function shared(first: readonly string[], again: readonly string[]): number {
  const left = new Map<string, number>()
  for (const unit of again) left.set(unit, (left.get(unit) ?? 0) + 1)
  let same = 0
  for (const unit of first) {
    const times = left.get(unit) ?? 0
    if (times === 0) continue
    same++
    left.set(unit, times - 1)
  }
  return same / first.length
}
