import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = path.resolve(import.meta.dirname, '../..')
const LAW = `Закон
О порядке

Статья 1. Предмет
1. Настоящий Закон действует.
2. В случаях пункта 1 статьи 2 решает суд.

Статья 2. Суд
1. Суд решает.
`

let dir: string
const file = (name: string) => path.join(dir, name)
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'bapta-cli-'))
  writeFileSync(file('a.txt'), LAW)
  writeFileSync(file('b.txt'), LAW.replace('Суд решает.', 'Суд решает за месяц.'))
  writeFileSync(file('gap.txt'), LAW.replace('Статья 2. Суд', 'Статья 2. Суд\n1. Один.\n1. Два.'))
})
afterAll(() => rmSync(dir, { recursive: true }))

function bapta(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'cli/main.ts'), ...args],
    { encoding: 'utf8', input, cwd: dir },
  )
  return { status, stdout, stderr }
}

const refs = z.array(
  z.strictObject({
    start: z.number(),
    end: z.number(),
    text: z.string(),
    status: z.string(),
    targets: z.array(z.strictObject({ act: z.null(), eId: z.string(), label: z.string() })),
  }),
)

describe('the command line', () => {
  it('L1: prints results on stdout and ends with 0', () => {
    const { status, stdout } = bapta(['text', 'a.txt'])
    expect(status).toBe(0)
    expect(stdout).toContain('Статья 2. Суд\n1. Суд решает.\n')
  })

  it('L2: gives spans that cut the citation out of the canonical text', () => {
    const text = bapta(['text', 'a.txt']).stdout
    const found = refs.parse(JSON.parse(bapta(['refs', 'a.txt', '--json']).stdout))
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
      found.map((ref) => ref.text),
    )
    expect(found.map(({ targets }) => targets.map(({ eId }) => eId))).toContainEqual([
      'art_2__para_1',
    ])
  })

  it('L3: the outline nests kind, label and eId', () => {
    const units = JSON.parse(bapta(['outline', 'a.txt', '--json']).stdout)
    expect(units).toContainEqual(
      expect.objectContaining({ kind: 'article', label: '2', eId: 'art_2' }),
    )
  })

  it('L4: ends with 1 when problems were found, each with its place', () => {
    const { status, stdout } = bapta(['check', 'gap.txt', '--json'])
    expect(status).toBe(1)
    const text = bapta(['text', 'gap.txt']).stdout
    const [problem] = JSON.parse(stdout)
    expect(Object.keys(problem).sort()).toEqual(['at', 'code', 'message', 'severity'])
    expect(problem.at.end).toBeLessThanOrEqual(text.length)
  })

  it('L5: ends with 2 on wrong usage and 3 on a file that cannot be read, and says why', () => {
    const wrong = bapta(['fly'])
    expect([wrong.status, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toContain('fly')
    const absent = bapta(['text', 'absent.txt'])
    expect([absent.status, absent.stdout]).toEqual([3, ''])
    expect(absent.stderr).toContain('absent.txt')
  })

  it('L6: writes a redline as Word and as a web page', () => {
    expect(bapta(['redline', 'a.txt', 'b.txt', '--out', 'r.docx']).status).toBe(0)
    expect(readFileSync(file('r.docx')).subarray(0, 2).toString()).toBe('PK')
    expect(bapta(['redline', 'a.txt', 'b.txt', '--out', 'r.html']).status).toBe(0)
    expect(readFileSync(file('r.html'), 'utf8')).toMatch(/<ins[^>]*>.*за месяц/s)
  })

  it('L7: reads standard input where a file is “-”', () => {
    expect(bapta(['text', '-'], LAW).stdout).toBe(bapta(['text', 'a.txt']).stdout)
  })
})

it('L11: help is there before anything is set up or built', () => {
  const checkout = path.join(dir, 'checkout')
  for (const part of ['bin', 'cli', 'scripts', 'shared/sync', 'package.json'])
    cpSync(path.join(root, part), path.join(checkout, part), { recursive: true })
  // Whatever else it asked for, it would not find: there is no npm.
  const PATH = `${path.dirname(process.execPath)}:/usr/bin:/bin`
  for (const words of [['--help'], ['serve', '--help'], ['sync', '-h'], ['text', '--help']]) {
    const { status, stdout, stderr } = spawnSync(path.join(checkout, 'bin/bapta'), words, {
      encoding: 'utf8',
      env: { PATH, npm_execpath: 'none.js' },
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('bapta ')
  }
  expect(readdirSync(checkout).toSorted()).toEqual([
    'bin',
    'cli',
    'package.json',
    'scripts',
    'shared',
  ])
})
