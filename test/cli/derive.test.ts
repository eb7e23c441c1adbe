import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const MAIN = path.resolve(import.meta.dirname, '../../cli/main.ts')
const BASE = `Конституция Республики

Статья 1
1. Республика едина.
2. Совет дает заключение в месячный срок.

Статья 2
1. Суд решает.
`
const DRAFT = BASE.replace('Совет', 'Суд').replace(
  '1. Суд решает.',
  '1. Суд решает.\n1-1. Палата судит.',
)
/** An opening mark that nothing closes: no quotation of it can be told from what stands around. */
const UNSAID = BASE.replace(
  'Суд решает.',
  'Суд решает».\n2. Статью 1 исключить».\n3. «В статье 2 слово «Суд',
)

let dir: string
const file = (name: string) => path.join(dir, name)
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'bapta-derive-'))
  writeFileSync(file('base.txt'), BASE)
  writeFileSync(file('draft.txt'), DRAFT)
  writeFileSync(file('unsaid.txt'), UNSAID)
})
afterAll(() => rmSync(dir, { recursive: true }))

function bapta(...args: readonly string[]) {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', cwd: dir })
}

describe('L15: derive', () => {
  it('L15: prints the law that makes the base the draft', () => {
    const { stdout, status } = bapta('derive', 'base.txt', 'draft.txt', '--lang', 'ru')
    expect(status).toBe(0)
    expect(stdout).toBe(
      `О внесении изменения и дополнения в Конституцию Республики
Статья 1. Внести в Конституцию Республики следующие изменение и дополнение:
1. В пункте 2 статьи 1 слово «Совет» заменить словом «Суд».
2. Статью 2 дополнить пунктом 1-1 следующего содержания:
«1-1. Палата судит.».
`,
    )
  })

  it('M72: says when the law and parts of it come into force', () => {
    const inForce =
      'Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования, за исключением пункта 2 статьи 1, который вводится в действие с 1 января 2027 года.'
    const args = ['derive', 'base.txt', 'draft.txt', '--in-force']
    expect(bapta(...args, inForce).stdout).toContain(`\nСтатья 2. ${inForce}\n`)
    const { stderr, status } = bapta(...args, 'когда-нибудь')
    expect(status).toBe(2)
    expect(stderr).toContain('does not say when the law comes into force')
  })

  it('L15: what it writes, apply reads and does', () => {
    expect(bapta('derive', 'base.txt', 'draft.txt', '--out', 'law.txt').status).toBe(0)
    expect(bapta('apply', 'base.txt', 'law.txt', '--out', 'result.txt').status).toBe(0)
    expect(readFileSync(file('result.txt'), 'utf8')).toBe(bapta('text', 'draft.txt').stdout)
  })

  it('L15: writes Word and a web page', () => {
    expect(bapta('derive', 'base.txt', 'draft.txt', '--out', 'law.docx').status).toBe(0)
    expect(readFileSync(file('law.docx')).subarray(0, 2).toString()).toBe('PK')
    expect(bapta('derive', 'base.txt', 'draft.txt', '--out', 'law.html').status).toBe(0)
    expect(readFileSync(file('law.html'), 'utf8')).toContain('дополнить пунктом 1-1')
  })

  it('L30 L31: writes Akoma Ntoso and a PDF; apply reads the law from it and does it', () => {
    expect(bapta('derive', 'base.txt', 'draft.txt', '--out', 'law.xml').status).toBe(0)
    expect(readFileSync(file('law.xml'), 'utf8')).toContain('дополнить пунктом 1-1')
    expect(readFileSync(file('law.xml'), 'utf8')).toContain('type="insertion"')
    expect(bapta('apply', 'base.txt', 'law.xml', '--out', 'new.xml').status).toBe(0)
    expect(bapta('text', 'new.xml').stdout).toBe(bapta('text', 'draft.txt').stdout)
    expect(bapta('derive', 'base.txt', 'draft.txt', '--out', 'law.pdf').status).toBe(0)
    expect(readFileSync(file('law.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('L15: refuses a law that does not prove, and names the unit', () => {
    const { stdout, stderr, status } = bapta('derive', 'base.txt', 'unsaid.txt', '--out', 'no.txt')
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('the law does not prove, and is not written')
    expect(stderr).toContain('пункт 1 статьи 2')
    expect(() => readFileSync(file('no.txt'))).toThrow('ENOENT')
  })

  it('L15: two texts that say the same need no law', () => {
    const { stdout, stderr, status } = bapta('derive', 'base.txt', 'base.txt')
    expect([stdout, status]).toEqual(['', 0])
    expect(stderr).toContain('there is nothing to amend')
  })
})
