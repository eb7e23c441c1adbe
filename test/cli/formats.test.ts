import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { present } from '#shared/base/assert.ts'
import { openFile } from '#shared/open/open.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { carriedFile } from '#test/builders/carried-file.ts'
import { readPdf } from '#test/oracles/pdf.ts'
import { bapta } from './in-process.ts'

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
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'bapta-cli-'))
  writeFileSync(file('law.txt'), LAW)
  writeFileSync(file('constitution.txt'), CONSTITUTION)
  writeFileSync(file('law.md'), LAW.replace('Закон\n', '# Закон\n').replace('Статья', '## Статья'))
  writeFileSync(file('utf-16.txt'), Buffer.from(`\ufeff${LAW}`, 'utf16le'))
  writeFileSync(file('windows-1251.txt'), windows1251(LAW))
  writeFileSync(
    file('page.html'),
    `<html><body>${LAW.replaceAll(/.+/gu, '<p>$&</p>')}</body></html>`,
  )
  for (const name of WRITTEN) await bapta('convert', file('law.txt'), file(name))
  const rest = LAW.replace('решает суд', 'решает высший суд')
  writeFileSync(file('law-2.txt'), rest)
  await bapta('redline', file('law.txt'), file('law-2.txt'), '--out', file('tracked.docx'))
  writeFileSync(file('law.bapta'), await carriedLaw())
})
afterAll(() => rmSync(dir, { recursive: true }))

/** Files that convert writes of the law. */
const WRITTEN = ['out.txt', 'out.docx', 'out.html', 'out.xml', 'out.pdf'] as const

/** Files of every format that Bapta reads, each with the same law, and what `check` tells of its form. */
const READ: Readonly<Record<string, readonly string[]>> = {
  'law.md': ['read/markup', 'read/markup'],
  'utf-16.txt': [],
  'windows-1251.txt': [],
  'page.html': [],
  'tracked.docx': ['docx/tracked', 'docx/page-furniture', 'docx/page-furniture'],
  'law.bapta': [],
  'out.txt': [],
  'out.docx': ['docx/page-furniture', 'docx/page-furniture'],
  'out.html': [],
  'out.xml': [],
}

/** Cyrillic letters stand in a row in windows-1251; the rest of the law is ASCII. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const code = char.charCodeAt(0)
    return code < 128 ? code : code - 0x410 + 0xc0
  })
}

/** The law as a carried draft that changes nothing. */
function carriedLaw(): Promise<Uint8Array> {
  let last = 0
  const opened = openFile(
    { name: 'law.txt', bytes: Buffer.from(LAW) },
    { newId: () => `unit-${last++}` },
  )
  const act = present(opened.ok ? opened.value.acts[0]?.act : undefined, 'the law is read')
  return carriedFile(act, { text: seedDraft(act) })
}

describe('files of every format', () => {
  it.each(Object.entries(READ))(
    'L9 L24 A17: %s gives text, outline, findings and any other format as plain text does',
    async (name, told) => {
      const plain = await bapta('text', file('law.txt'))
      expect(plain.status).toBe(0)
      expect(plain.stdout).toContain('решает суд')
      expect(await bapta('text', file(name))).toMatchObject({ status: 0, stdout: plain.stdout })
      const outline = await bapta('outline', file('law.txt'))
      expect(await bapta('outline', file(name))).toMatchObject({
        status: 0,
        stdout: outline.stdout,
      })
      const { status, stdout } = await bapta('check', file(name), '--json')
      expect(JSON.parse(stdout).map(({ code }: { code: string }) => code)).toEqual(told)
      expect(status).toBe(0)
      for (const out of WRITTEN) {
        const again = file(`again-${out}`)
        expect([out, (await bapta('convert', file(name), again)).status]).toEqual([out, 0])
        if (out === 'out.pdf')
          expect(readPdf(readFileSync(again)).claims).toEqual(['pdfuaid:part 1'])
        else expect((await bapta('text', again)).stdout).toBe(plain.stdout)
      }
    },
  )
})

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
  ])('L8: refuses %s with its kind and a remedy', async (name, content, kind) => {
    writeFileSync(file(name), content, 'latin1')
    for (const command of ['text', 'outline', 'check']) {
      const { status, stdout, stderr } = await bapta(command, file(name))
      expect([command, status, stdout]).toEqual([command, 3, ''])
      expect(stderr).toContain(kind)
      expect(stderr).not.toMatch(/\n\s+at /)
    }
    expect((await bapta('convert', file(name), file('never.txt'))).status).toBe(3)
    expect(existsSync(file('never.txt'))).toBe(false)
  })

  it('L8: names the formats that it writes where it does not write one', async () => {
    for (const out of ['act.csv', 'act.odt']) {
      const { status, stderr } = await bapta('convert', file('law.txt'), file(out))
      expect(status).toBe(2)
      expect(stderr).toContain('.docx')
    }
  })

  it('L8: a folder, and a place that cannot be written, end with 3', async () => {
    expect((await bapta('text', dir)).status).toBe(3)
    expect((await bapta('convert', file('law.txt'), file('absent/law.html'))).status).toBe(3)
  })
})

describe('convert', () => {
  it('L9: writes text that reads as the same act, Word and a web page', async () => {
    expect(readFileSync(file('out.txt'), 'utf8')).toBe(
      (await bapta('text', file('law.txt'))).stdout,
    )
    expect(readFileSync(file('out.docx')).subarray(0, 2).toString()).toBe('PK')
    expect(readFileSync(file('out.html'), 'utf8')).toContain('решает суд')
    expect(readFileSync(file('out.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('a PDF', () => {
  it('X106: is made for archives by --pdf-a, and for screen readers without', async () => {
    const claims = (name: string) => readPdf(readFileSync(file(name))).claims
    const pair = [file('law.txt'), file('constitution.txt'), '--out']
    for (const [out, ...args] of [
      ['clean.pdf', 'convert', file('law.txt'), file('clean.pdf')],
      ['redline.pdf', 'redline', ...pair, file('redline.pdf')],
      ['table.pdf', 'table', ...pair, file('table.pdf')],
    ] as const) {
      expect((await bapta(...args, '--pdf-a')).status, out).toBe(0)
      expect(claims(out), out).toEqual(['pdfaid:part 2', 'pdfaid:conformance A'])
    }
    expect((await bapta('convert', file('law.txt'), file('clean.pdf'))).status).toBe(0)
    expect(claims('clean.pdf')).toEqual(['pdfuaid:part 1'])
  })

  it('X106: is what --pdf-a is for, and nothing else', async () => {
    const law = file('law.txt')
    for (const args of [
      ['convert', law, file('wrong.html')],
      ['redline', law, law, '--out', file('wrong.docx')],
      ['derive', law, law],
      ['apply', law, law],
      ['table', law, law, '--out', file('wrong.csv')],
    ]) {
      const { status, stderr } = await bapta(...args, '--pdf-a')
      expect([args[0], status]).toEqual([args[0], 2])
      expect(stderr).toContain('--pdf-a')
    }
  })
})

describe('table', () => {
  it('L14: writes the comparative table as a web page and as values', async () => {
    writeFileSync(file('later.txt'), CONSTITUTION.replace('Суд решает.', 'Суд решает быстро.'))
    const args = ['table', file('constitution.txt'), file('later.txt')]
    expect((await bapta(...args, '--out', file('table.csv'))).status).toBe(0)
    expect(readFileSync(file('table.csv'), 'utf8')).toContain(
      '1.,пункт 1 статьи 2,1. Суд решает.,1. Суд решает быстро.,',
    )
    expect(
      (await bapta(...args, '--out', file('table.html'), '--layout', 'parliament')).status,
    ).toBe(0)
    expect(readFileSync(file('table.html'), 'utf8')).toContain('Решение головного комитета')
  })

  it('L14: names the layouts where it has not the one that is asked for', async () => {
    const { status, stderr } = await bapta(
      ...['table', file('law.txt'), file('law.txt'), '--out', file('x.csv'), '--layout', 'x'],
    )
    expect(status).toBe(2)
    expect(stderr).toContain('government, parliament')
  })
})

describe('refs', () => {
  it('L10: finds units of acts given by name', async () => {
    const args = ['refs', file('law.txt'), '--json']
    const found = async (...more: readonly string[]) =>
      JSON.parse((await bapta(...args, ...more)).stdout)
    const other = (name: string) => ['--act', `${name}=${file('constitution.txt')}`]
    expect(await found()).toMatchObject([{ status: 'external' }])
    expect(await found(...other('Конституция'))).toMatchObject([{ status: 'valid' }])
    const [reference] = await found(...other('К'))
    expect(reference.targets).toEqual([{ act: 'К', eId: 'art_2', label: 'статья 2' }])
  })

  it('L10: refuses an act without a name', async () => {
    expect((await bapta('refs', file('law.txt'), '--act', 'constitution.txt')).status).toBe(2)
  })
})

describe('options', () => {
  it('L11: language and profile overrule what the text speaks for', async () => {
    expect(
      (await bapta('outline', file('law.txt'), '--lang', 'en', '--profile', 'law')).status,
    ).toBe(0)
    expect((await bapta('outline', file('law.txt'), '--lang', 'xx')).status).toBe(2)
    expect((await bapta('outline', file('law.txt'), '--profile', 'novel')).status).toBe(2)
    expect((await bapta('outline', file('law.txt'), '--fly')).status).toBe(2)
    expect((await bapta('outline')).status).toBe(2)
    expect((await bapta('outline', file('law.txt'), file('law.txt'))).status).toBe(2)
  })

  it('L11: help tells of every command and of one', async () => {
    const { status, stdout } = await bapta('--help')
    expect(status).toBe(0)
    for (const command of ['text', 'outline', 'refs', 'check', 'convert', 'redline', 'serve']) {
      expect(stdout).toContain(`bapta ${command}`)
      expect((await bapta(command, '--help')).stdout).toContain(`bapta ${command}`)
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
  it('A17: is written, and written again to the byte', async () => {
    expect((await bapta('convert', file('out.xml'), file('again.xml'))).status).toBe(0)
    expect(readFileSync(file('again.xml'))).toEqual(readFileSync(file('out.xml')))
    const outline = JSON.parse((await bapta('outline', file('out.xml'), '--json')).stdout)
    expect(JSON.stringify(outline)).toContain('"eId":"art_1__para_1"')
  })

  it('A17: is a bill where it is asked for', async () => {
    await bapta('convert', file('law.txt'), file('bill.xml'), '--bill')
    expect(readFileSync(file('bill.xml'), 'utf8')).toContain('<bill name="law"')
  })
})

describe('Word files', () => {
  it('R63: both texts of a redline in Word are read', async () => {
    const again = ['redline', file('tracked.docx'), '--out', file('again.html')]
    expect((await bapta(...again)).status).toBeLessThan(2)
    expect(readFileSync(file('again.html'), 'utf8')).toContain('высший')
  })
})
