import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const BASE = `Закон
О садах

Статья 1. Сад
1. Сад цветет весной.
2. Сад открыт.

Статья 2. Парк
1. Парк открыт.
`
const LAW = `Внести в Закон Республики Казахстан от 1 мая 2001 года "О садах" следующие изменения:
1) в пункте 1 статьи 1 слово "весной" заменить словом "летом";
2) статью 2 исключить.
`

let dir: string
const file = (name: string) => path.join(dir, name)
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'bapta-apply-'))
  writeFileSync(file('base.txt'), BASE)
  writeFileSync(file('law.txt'), LAW)
  writeFileSync(file('wrong.txt'), LAW.replace('"весной"', '"зимой"'))
})
afterAll(() => rmSync(dir, { recursive: true }))

function apply(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'cli/main.ts'), 'apply', ...args],
    { encoding: 'utf8', cwd: dir },
  )
  return { status, stdout, stderr }
}

describe('bapta apply', () => {
  it('M34: prints the consolidated text and tells what was done', () => {
    const { status, stdout, stderr } = apply('base.txt', 'law.txt')
    expect(status).toBe(0)
    expect(stdout).toContain('1. Сад цветет летом.')
    expect(stdout).not.toContain('Парк')
    expect(stderr).toContain('2 of 2 instructions applied')
  })

  it('M34: gives one outcome for each instruction as JSON, and 1 when one was not applied', () => {
    const { status, stdout } = apply('base.txt', 'wrong.txt', '--json', '--out', 'new.txt')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toEqual([
      {
        n: 1,
        text: '1) в пункте 1 статьи 1 слово "зимой" заменить словом "летом";',
        outcome: 'not-found',
        at: 'пункт 1 статьи 1',
        reason: 'The unit does not have the words “зимой”.',
        code: 'amend/no-words',
      },
      { n: 2, text: '2) статью 2 исключить.', outcome: 'applied', at: 'статья 2', reason: '' },
    ])
    expect(readFileSync(file('new.txt'), 'utf8')).toContain('1. Сад цветет весной.')
  })

  it('M34: a text that amends nothing ends with 1', () => {
    expect(apply('base.txt', 'base.txt').status).toBe(1)
  })

  it('L30: writes the consolidated text as Word, a web page and a PDF', () => {
    for (const [name, head] of [
      ['new.docx', 'PK'],
      ['new.html', '<!'],
      ['new.pdf', '%P'],
    ] as const) {
      expect(apply('base.txt', 'law.txt', '--out', name).status).toBe(0)
      expect(readFileSync(file(name)).subarray(0, 2).toString()).toBe(head)
    }
  })
})
