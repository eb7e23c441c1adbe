import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportPackage } from '../../../renderer/library/export-package.ts'
import { exportHost, written } from '../host/export-host.ts'

const documents = [
  { id: 'a', title: 'Закон А' },
  { id: 'b', title: 'Закон Б' },
]
const choices = [
  { form: 'clean', format: 'txt', title: 'export.cleanText' },
  { form: 'law', format: 'pdf', title: 'export.lawPdf' },
] as const

function packing(signal: AbortSignal, begun: (made: number) => 'goes on' | 'hangs') {
  const progress: string[] = []
  let made = 0
  const message = 'The amending law could not be proved.'
  const host = exportHost(({ document, form }, job) => {
    if (begun(++made) === 'hangs') return
    const state =
      form === 'law'
        ? ({ kind: 'failed', code: 'desk/unproved', message } as const)
        : written(`${document}.txt`, document)
    host.emit({ kind: 'job', job, state })
  })
  const packed = exportPackage(host.bridge, {
    documents,
    choices,
    standard: 'ua-1',
    at: Date.UTC(2026, 10, 25),
    signal,
    onProgress: ({ done, total, document, choice }) =>
      progress.push(`${done}/${total} ${document.title} ${choice.format}`),
  })
  return { packed, progress, made: () => made, cancelled: host.cancelled }
}

describe('package of exports', () => {
  it('U185: tells which file it is at, and packs what could be written', async () => {
    const { packed, progress } = packing(new AbortController().signal, () => 'goes on')
    const made = await packed
    expect(progress).toEqual([
      '0/4 Закон А txt',
      '1/4 Закон А pdf',
      '2/4 Закон Б txt',
      '3/4 Закон Б pdf',
    ])
    expect(made).toMatchObject({ missing: 2, file: { name: 'Bapta 2026-11-25.zip' } })
    const entries = unzipSync(made?.file.bytes ?? new Uint8Array())
    expect(Object.keys(entries).sort()).toEqual(['a.txt', 'b.txt', 'manifest.json'])
    expect(strFromU8(entries['b.txt'] ?? new Uint8Array())).toBe('b')
  })

  it('U185: ends at once when it is cancelled, with the file under way', async () => {
    const cancel = new AbortController()
    const { packed, made, cancelled } = packing(cancel.signal, (n) => {
      if (n < 2) return 'goes on'
      setTimeout(() => cancel.abort(), 0)
      return 'hangs'
    })
    expect(await packed).toBeUndefined()
    expect(made()).toBe(2)
    expect(cancelled).toEqual(['job 2'])
  })
})
