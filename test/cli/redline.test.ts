import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const MAIN = path.resolve(import.meta.dirname, '../../cli/main.ts')
const COURT = 'Статья 1. Суд\n1. Суд независим и подчинен закону.\n2. Суд решает споры граждан.\n'
const COUNCIL = 'Статья 2. Совет\n1. Совет избирается палатой на пять лет.\n'
const BASE = `Закон\nО порядке\n\n${COURT}\n${COUNCIL}`

let dir: string
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'bapta-redline-'))
  mkdirSync(path.join(dir, 'other'))
  writeFileSync(path.join(dir, 'base.txt'), BASE)
  writeFileSync(path.join(dir, 'longer.txt'), BASE.replace('пять', 'семь'))
  writeFileSync(path.join(dir, 'other/longer.txt'), BASE.replace('пять', 'шесть'))
  writeFileSync(path.join(dir, 'moved.txt'), `Закон\nО порядке\n\n${COUNCIL}\n${COURT}`)
})
afterAll(() => rmSync(dir, { recursive: true }))

function redline(...args: readonly string[]) {
  return spawnSync(process.execPath, [MAIN, 'redline', ...args], { encoding: 'utf8', cwd: dir })
}

function wordXml(name: string): string {
  const parts = unzipSync(readFileSync(path.join(dir, name)))
  return strFromU8(parts['word/document.xml'] ?? expect.fail(`${name} is no Word file`))
}

describe('redline', () => {
  it('L35: replaces changed units whole on --whole', () => {
    expect(redline('base.txt', 'longer.txt', '--out', 'words.docx').status).toBeLessThan(2)
    expect(redline('base.txt', 'longer.txt', '--whole', '--out', 'whole.docx').status).toBeLessThan(
      2,
    )
    const whole = 'Совет избирается палатой на пять лет.</w:delText>'
    expect(wordXml('words.docx')).not.toContain(whole)
    expect(wordXml('whole.docx')).toContain(whole)
  })

  it('L35: deletes and inserts what moved on --no-moves', () => {
    expect(redline('base.txt', 'moved.txt', '--out', 'moves.docx').status).toBeLessThan(2)
    expect(
      redline('base.txt', 'moved.txt', '--no-moves', '--out', 'none.docx').status,
    ).toBeLessThan(2)
    expect(wordXml('moves.docx')).toContain('<w:moveFrom ')
    expect(wordXml('none.docx')).not.toContain('<w:move')
    expect(wordXml('none.docx')).toContain('<w:delText')
  })

  it('U155: leaves numbers that only follow unmarked on --no-following, where the file is for reading', () => {
    const one = ['1. Суд независим и подчинен закону.', '2. Суд решает споры граждан.']
    const two = '1. Суд решает споры граждан.'
    writeFileSync(path.join(dir, 'shorter.txt'), BASE.replace(one.join('\n'), two))
    const pair = ['base.txt', 'shorter.txt', '--no-following', '--out']
    expect(redline(...pair, 'following.html').status).toBeLessThan(2)
    const page = readFileSync(path.join(dir, 'following.html'), 'utf8')
    expect(page).toContain('которые лишь следуют из других изменений: 1')
    expect(page).toContain(`<p>${two}</p>`)
    const inWord = redline(...pair, 'following.docx')
    expect([inWord.status, inWord.stderr]).toEqual([2, expect.stringContaining('.html and .pdf')])
  })

  it('L36: writes several pairs into a folder, each under the name of its draft', () => {
    const pairs = ['base.txt', 'longer.txt', 'base.txt', 'other/longer.txt']
    expect(redline(...pairs, '--out', 'many', '--as', 'html').status).toBeLessThan(2)
    expect(readdirSync(path.join(dir, 'many')).sort()).toEqual([
      'longer-redline-2.html',
      'longer-redline.html',
    ])
    expect(readFileSync(path.join(dir, 'many/longer-redline-2.html'), 'utf8')).toContain('шесть')
  })

  it('X89: writes both texts marked and each beside it, and reads the marked one alone', () => {
    const files = ['law.xml', 'law.base.xml', 'law.draft.xml']
    expect(redline('base.txt', 'longer.txt', '--out', 'law.xml').status).toBeLessThan(2)
    const [marked, base, draft] = files.map((name) => readFileSync(path.join(dir, name), 'utf8'))
    expect(marked).toContain('на <del>пять</del><ins>семь</ins> лет')
    expect(base).not.toContain('passiveModifications')
    expect(draft).toContain('<bapta:words>семь</bapta:words>')
    expect(redline('law.xml', '--out', 'again.docx').status).toBeLessThan(2)
    expect(wordXml('again.docx')).toMatch(/<w:delText[^>]*>пять</)
  })

  it('X89: refuses to write a text over one that it reads', () => {
    writeFileSync(path.join(dir, 'own.base.xml'), BASE)
    const refused = redline('own.base.xml', 'longer.txt', '--out', 'own.xml')
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('own.base.xml')])
    expect(readFileSync(path.join(dir, 'own.base.xml'), 'utf8')).toBe(BASE)
  })

  it('L36: refuses a base without a draft, and --as for one pair', () => {
    const odd = redline('base.txt', 'longer.txt', 'base.txt', '--out', 'odd')
    expect([odd.status, odd.stderr]).toEqual([2, expect.stringContaining('no DRAFT')])
    const one = redline('base.txt', 'longer.txt', '--out', 'x.docx', '--as', 'html')
    expect([one.status, one.stderr]).toEqual([2, expect.stringContaining('--as')])
  })
})
