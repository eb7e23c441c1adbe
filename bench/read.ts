/**
 * Speed of reading plain text: bytes a second at two sizes, and that ten times the text costs ten times
 * the time. Then keywords of the grammars in any order, of which a million bytes may take two seconds.
 * Bluebell, which makes the same promise of any text, publishes a benchmark and no figure of it.
 */
import { globSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { check } from '../shared/check/check.ts'
import { readText } from '../shared/read/read.ts'
import { recombined } from '../test/laws/keywords.ts'

const MB = 1_000_000
const corpus = globSync('../shared/corpora/kz/laws/ru/*.txt')
  .sort()
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** Characters of the codes, repeated as often as the size asks for. */
function textOf(chars: number): string {
  return corpus.repeat(Math.ceil(chars / corpus.length)).slice(0, chars)
}

interface Timing {
  readonly seconds: number
  readonly bytes: number
  readonly peer: number
}

/** The best of three runs: other work on the machine only adds. The peer splits and trims the same lines. */
function timing(text: string): Timing {
  const runs = Array.from({ length: 3 }, () => {
    let id = 0
    const start = performance.now()
    const { act } = readText(text, { newId: () => String(id++) })
    const read = performance.now()
    check(act)
    const checked = performance.now()
    text.split('\n').map((line) => line.trim().replaceAll(/\s+/gu, ' '))
    return { read: read - start, check: checked - read, peer: performance.now() - checked }
  })
  const best = (of: 'read' | 'check' | 'peer') => Math.min(...runs.map((run) => run[of])) / 1000
  console.log(
    `${(text.length / MB).toFixed(1)} M characters: read ${best('read').toFixed(2)} s, check ${best('check').toFixed(3)} s, split and trim ${best('peer').toFixed(2)} s`,
  )
  return { seconds: best('read'), bytes: Buffer.byteLength(text), peer: best('peer') }
}

timing(textOf(MB / 10))
const [small, large] = [timing(textOf(MB)), timing(textOf(10 * MB))]
const perByte = large.seconds / large.bytes / (small.seconds / small.bytes)
console.log(`1 M characters: ${(small.bytes / MB / small.seconds).toFixed(1)} MB/s`)
console.log(`10 M characters: ${(large.bytes / MB / large.seconds).toFixed(1)} MB/s`)
console.log(`time per byte at 10 M against 1 M: ${perByte.toFixed(2)} (1 is linear)`)
console.log(
  `reading against splitting and trimming lines: ${(large.seconds / large.peer).toFixed(1)} times`,
)

/** Seconds that no text of a million bytes may take. */
const MOST = 2

/** Bytes of recombined keywords. */
const SIZES = [MB / 4, MB / 2, MB]

/** The best of three: the seconds that reading a text takes. */
function seconds(text: string): number {
  const runs = Array.from({ length: 3 }, () => {
    let id = 0
    const start = performance.now()
    readText(text, { newId: () => String(id++) })
    return (performance.now() - start) / 1000
  })
  return Math.min(...runs)
}

/** The first characters of a text that have so many bytes. */
function ofBytes(text: string, bytes: number): string {
  return Buffer.from(text).subarray(0, bytes).toString()
}

console.log(
  `\nrecombined keywords: seconds for ${SIZES.map((size) => `${size / 1000} KB`).join(', ')}`,
)
let worst = 0
for (let seed = 1; seed <= 8; seed++) {
  const text = recombined(seed, MB)
  const [quarter = 0, half = 0, whole = 0] = SIZES.map((size) => seconds(ofBytes(text, size)))
  worst = Math.max(worst, whole)
  console.log(
    `${seed}: ${[quarter, half, whole].map((s) => s.toFixed(2)).join(' ')}, growth ${(half / quarter).toFixed(1)} and ${(whole / half).toFixed(1)} (2 is linear)`,
  )
}
console.log(`slowest million bytes: ${worst.toFixed(2)} s (${MOST} s allowed)`)
