import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { timed } from './measure.ts'

/** Milliseconds after which a peer is stopped and its row says so; `PEER_LIMIT` gives it in seconds. */
export const PEER_LIMIT = Number(process.env['PEER_LIMIT'] ?? 120) * 1000

/** Without it jsdiff takes each Cyrillic letter for a word. */
const SEGMENTER = new Intl.Segmenter('ru', { granularity: 'word' })

/** Milliseconds, or undefined of a peer that was stopped. */
export type PeerTime = number | undefined

export function jsdiffTime(a: string, b: string): PeerTime {
  let isDone = true
  const ms = timed(() => {
    isDone = diffWords(a, b, { timeout: PEER_LIMIT, intlSegmenter: SEGMENTER }) !== undefined
  })
  return isDone ? ms : undefined
}

export function diffMatchPatchTime(a: string, b: string): number {
  const dmp = new DiffMatchPatch()
  dmp.Diff_Timeout = PEER_LIMIT / 1000
  return timed(() => dmp.diff_cleanupSemantic(dmp.diff_main(a, b)))
}

/** Two Word files to one with tracked changes, in the memory of a process that has warmed up. */
export function docxodusTime(base: string, draft: string): Promise<PeerTime> {
  const child = spawn('node', [path.join(import.meta.dirname, 'docxodus.ts'), base, draft])
  return new Promise((resolve) => {
    let out = ''
    child.stdout.on('data', (data) => {
      out += data
    })
    const limit = setTimeout(() => child.kill('SIGKILL'), PEER_LIMIT)
    child.once('close', () => {
      clearTimeout(limit)
      const ms = /^compared in ([\d.]+)$/m.exec(out)?.[1]
      resolve(ms === undefined ? undefined : Number(ms))
    })
  })
}

/** The draft opened, compared with the base and saved, in a LibreOffice that already runs. */
export async function officeTime(base: string, draft: string): Promise<PeerTime> {
  const script = path.join(import.meta.dirname, '../test/oracles/office.py')
  const child = spawn('/usr/bin/python3', [script], { stdio: ['pipe', 'pipe', 'ignore'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await answers.next()
  const start = performance.now()
  const request = { path: draft, mode: 'compare', base, limit: PEER_LIMIT / 1000 }
  child.stdin.end(`${JSON.stringify(request)}\n`)
  const { done } = await answers.next()
  const ms = performance.now() - start
  await new Promise((resolve) => child.once('close', resolve))
  return done ? undefined : ms
}
