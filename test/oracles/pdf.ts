import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** What poppler's tools say of a PDF. */
export interface ReadPdf {
  /** `Title`, `Tagged`, `Pages` and the like. */
  readonly info: ReadonlyMap<string, string>
  /** The words between header and footer, without the numbers of lines in the margin, page by page. */
  readonly pages: readonly string[]
  /** What stands above the words of each page. */
  readonly heads: readonly string[]
  /** The numbers in the left margin, page by page. */
  readonly lineNumbers: readonly (readonly number[])[]
  readonly bookmarks: readonly string[]
  /** Where each word begins and ends from the left of its page; of equal words, the last. */
  readonly places: ReadonlyMap<string, { readonly left: number; readonly right: number }>
  /** Standards that its metadata claim: `pdfuaid:part 1`, `pdfaid:conformance A`. */
  readonly claims: readonly string[]
  readonly raw: string
}

/** In points at 72 to the inch; see the template's margins of an upright page. */
const TEXT = { x: 84, y: 55, width: 460, height: 735 }

export function readPdf(bytes: Uint8Array): ReadPdf {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-pdf-'))
  const file = path.join(dir, 'a.pdf')
  try {
    writeFileSync(file, bytes)
    const info = new Map(
      run('pdfinfo', file)
        .split('\n')
        .map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]),
    )
    const crop = (x: number, width: number) =>
      ['-x', x, '-y', TEXT.y, '-W', width, '-H', TEXT.height].map(String)
    const head = ['-x', '0', '-y', '0', '-W', '600', '-H', String(TEXT.y)]
    const text = (...area: readonly string[]) =>
      run('pdftotext', '-raw', ...area, file, '-')
        .split('\f')
        .slice(0, -1)
    return {
      info,
      pages: text(...crop(TEXT.x, TEXT.width)),
      heads: text(...head),
      lineNumbers: text(...crop(0, TEXT.x)).map((page) => page.match(/\d+/g)?.map(Number) ?? []),
      bookmarks: [...run('pdftohtml', '-xml', '-i', '-stdout', file).matchAll(BOOKMARK)].map(
        ([, title = '']) => title,
      ),
      places: new Map(
        [...run('pdftotext', '-bbox', file, '-').matchAll(WORD)].map(
          ([, left, right, word = '']) => [word, { left: Number(left), right: Number(right) }],
        ),
      ),
      claims: [...run('pdfinfo', '-meta', file).matchAll(CLAIM)].map(
        ([, name, value]) => `${name} ${value}`,
      ),
      raw: Buffer.from(bytes).toString('latin1'),
    }
  } finally {
    rmSync(dir, { recursive: true })
  }
}

const WORD = /<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g

const CLAIM = /<(pdf(?:ua|a)id:\w+)>([^<]*)</g

const BOOKMARK = /<item page="\d+">([^<]*)<\/item>/g

function run(tool: string, ...args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
