/** Speed of reading plain text: bytes a second at two sizes, and that ten times the text costs ten times the time. */
import { globSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { check } from '../shared/check/check.ts'
import { readText } from '../shared/read/read.ts'

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
