import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '#test/oracles/pdf.ts'

const MAIN = path.resolve(import.meta.dirname, '../../cli/main.ts')
const LAW = `Закон
О порядке

Статья 1. Предмет
1. По статье 2 Конституции Республики решает суд.
`
const CONSTITUTION = `Конституция Республики

Статья 1
1. Республика едина.

Статья 2
1. Суд решает.
`

let dir: string
const file = (name: string) => path.join(dir, name)
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'bapta-cli-'))
  writeFileSync(file('law.txt'), LAW)
  writeFileSync(file('constitution.txt'), CONSTITUTION)
})
afterAll(() => rmSync(dir, { recursive: true }))

function bapta(...args: readonly string[]) {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', cwd: dir })
}

describe('files of other formats', () => {
  it.each([
    ['act.docx', 'PK\u0003\u0004rest', 'Word'],
    ['act.pdf', '%PDF-1.7', 'PDF'],
    ['list.xml', '<?xml version="1.0"?><list/>', 'XML'],
    [
      'act.odt',
      'PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.text',
      'OpenDocument',
    ],
    ['blank.txt', '', 'empty'],
  ])('L8: refuses %s with its kind and a remedy', (name, content, kind) => {
    writeFileSync(file(name), content, 'latin1')
    const { status, stdout, stderr } = bapta('text', name)
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toContain(kind)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('L8: names the formats that it writes where it does not write one', () => {
    for (const out of ['act.csv', 'act.odt']) {
      const { status, stderr } = bapta('convert', 'law.txt', out)
      expect(status).toBe(2)
      expect(stderr).toContain('.docx')
    }
  })

  it('L8: a folder, and a place that cannot be written, end with 3', () => {
    expect(bapta('text', '.').status).toBe(3)
    expect(bapta('convert', 'law.txt', 'absent/law.html').status).toBe(3)
  })
})

describe('convert', () => {
  it('L9: writes text that reads as the same act, Word and a web page', () => {
    expect(bapta('convert', 'law.txt', 'out.txt').status).toBe(0)
    expect(bapta('text', 'out.txt').stdout).toBe(bapta('text', 'law.txt').stdout)
    expect(bapta('convert', 'law.txt', 'out.docx').status).toBe(0)
    expect(readFileSync(file('out.docx')).subarray(0, 2).toString()).toBe('PK')
    expect(bapta('convert', 'law.txt', 'out.html').status).toBe(0)
    expect(readFileSync(file('out.html'), 'utf8')).toContain('решает суд')
    expect(bapta('convert', 'law.txt', 'out.pdf').status).toBe(0)
    expect(readFileSync(file('out.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('a PDF', () => {
  it('X106: is made for archives by --pdf-a, and for screen readers without', () => {
    const claims = (name: string) => readPdf(readFileSync(file(name))).claims
    const pair = ['law.txt', 'constitution.txt', '--out']
    for (const [out, ...args] of [
      ['clean.pdf', 'convert', 'law.txt', 'clean.pdf'],
      ['redline.pdf', 'redline', ...pair, 'redline.pdf'],
      ['table.pdf', 'table', ...pair, 'table.pdf'],
    ] as const) {
      expect(bapta(...args, '--pdf-a').status, out).toBe(0)
      expect(claims(out), out).toEqual(['pdfaid:part 2', 'pdfaid:conformance A'])
    }
    expect(bapta('convert', 'law.txt', 'clean.pdf').status).toBe(0)
    expect(claims('clean.pdf')).toEqual(['pdfuaid:part 1'])
  })

  it('X106: is what --pdf-a is for, and nothing else', () => {
    for (const args of [
      ['convert', 'law.txt', 'out.html'],
      ['redline', 'law.txt', 'law.txt', '--out', 'out.docx'],
      ['derive', 'law.txt', 'law.txt'],
      ['apply', 'law.txt', 'law.txt'],
      ['table', 'law.txt', 'law.txt', '--out', 'table.csv'],
    ]) {
      const { status, stderr } = bapta(...args, '--pdf-a')
      expect([args[0], status]).toEqual([args[0], 2])
      expect(stderr).toContain('--pdf-a')
    }
  })
})

describe('table', () => {
  it('L14: writes the comparative table as a web page and as values', () => {
    writeFileSync(file('later.txt'), CONSTITUTION.replace('Суд решает.', 'Суд решает быстро.'))
    const args = ['table', 'constitution.txt', 'later.txt']
    expect(bapta(...args, '--out', 'table.csv').status).toBe(0)
    expect(readFileSync(file('table.csv'), 'utf8')).toContain(
      '1.,пункт 1 статьи 2,1. Суд решает.,1. Суд решает быстро.,',
    )
    expect(bapta(...args, '--out', 'table.html', '--layout', 'parliament').status).toBe(0)
    expect(readFileSync(file('table.html'), 'utf8')).toContain('Решение головного комитета')
  })

  it('L14: names the layouts where it has not the one that is asked for', () => {
    const { status, stderr } = bapta(
      ...['table', 'law.txt', 'law.txt', '--out', 'table.csv', '--layout', 'x'],
    )
    expect(status).toBe(2)
    expect(stderr).toContain('government, parliament')
  })
})

describe('refs', () => {
  it('L10: finds units of acts given by name', () => {
    const args = ['refs', 'law.txt', '--json']
    const status = (...more: readonly string[]) =>
      JSON.parse(bapta(...args, ...more).stdout).map((one: { status: string }) => one.status)
    expect(status()).toEqual(['external'])
    expect(status('--act', 'Конституция=constitution.txt')).toEqual(['valid'])
    const [reference] = JSON.parse(bapta(...args, '--act', 'К=constitution.txt').stdout)
    expect(reference.targets).toEqual([{ act: 'К', eId: 'art_2', label: 'статья 2' }])
  })

  it('L10: refuses an act without a name', () => {
    expect(bapta('refs', 'law.txt', '--act', 'constitution.txt').status).toBe(2)
  })
})

describe('options', () => {
  it('L11: language and profile overrule what the text speaks for', () => {
    expect(bapta('outline', 'law.txt', '--lang', 'en', '--profile', 'law').status).toBe(0)
    expect(bapta('outline', 'law.txt', '--lang', 'xx').status).toBe(2)
    expect(bapta('outline', 'law.txt', '--profile', 'novel').status).toBe(2)
    expect(bapta('outline', 'law.txt', '--fly').status).toBe(2)
    expect(bapta('outline').status).toBe(2)
    expect(bapta('outline', 'law.txt', 'law.txt').status).toBe(2)
  })

  it('L11: help tells of every command and of one', () => {
    const { status, stdout } = bapta('--help')
    expect(status).toBe(0)
    for (const command of ['text', 'outline', 'refs', 'check', 'convert', 'redline', 'serve']) {
      expect(stdout).toContain(`bapta ${command}`)
      expect(bapta(command, '--help').stdout).toContain(`bapta ${command}`)
    }
  })
})

it('L12: a reader that has seen enough ends the command without a fault', async () => {
  writeFileSync(file('long.txt'), LAW + 'Статья 9. Слова\n1. Много слов.\n'.repeat(20_000))
  const child = spawn(process.execPath, [MAIN, 'text', 'long.txt'], { cwd: dir })
  let stderr = ''
  child.stderr.on('data', (data) => {
    stderr += data
  })
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const [code, signal] = await once(child, 'exit')
  expect([code, signal]).toEqual([0, null])
  expect(stderr).not.toContain('EPIPE')
})

it('L13: serve prints the address of a host that answers, and ends when asked', async () => {
  const args = ['serve', 'law.txt', '--port', '0', '--data', file('library')]
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: dir })
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=\S+\n$/)
  const answer = await fetch(String(line).trim(), { redirect: 'manual' })
  expect(answer.status).toBe(303)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})

describe('Akoma Ntoso', () => {
  it('A17: is written, read by every command, and written again to the byte', () => {
    expect(bapta('convert', 'law.txt', 'law.xml').status).toBe(0)
    expect(bapta('text', 'law.xml').stdout).toBe(bapta('text', 'law.txt').stdout)
    expect(bapta('convert', 'law.xml', 'again.xml').status).toBe(0)
    expect(readFileSync(file('again.xml'))).toEqual(readFileSync(file('law.xml')))
    const outline = JSON.parse(bapta('outline', 'law.xml', '--json').stdout)
    expect(JSON.stringify(outline)).toContain('"eId":"art_1__para_1"')
  })

  it('A17: is a bill where it is asked for', () => {
    bapta('convert', 'law.txt', 'bill.xml', '--bill')
    expect(readFileSync(file('bill.xml'), 'utf8')).toContain('<bill name="law"')
  })
})

describe('Word files', () => {
  it('R63: both texts of a redline in Word are read by every command', () => {
    const longer = `${readFileSync(file('law.txt'), 'utf8')}\nСтатья 9. Новая\nСлова.`
    writeFileSync(file('law-2.txt'), longer)
    expect(bapta('redline', 'law.txt', 'law-2.txt', '--out', 'tracked.docx').status).toBe(0)
    expect(bapta('text', 'tracked.docx').stdout).toBe(bapta('text', 'law.txt').stdout)
    expect(bapta('redline', 'tracked.docx', '--out', 'again.html').status).toBeLessThan(2)
    expect(readFileSync(file('again.html'), 'utf8')).toContain('Новая')
  }, 240_000)
})
