import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Bridge } from '#shared/bridge/contract.ts'
import { exportPackage } from '../../../renderer/library/export-package.ts'

const documents = [
  { id: 'a', title: 'Закон А' },
  { id: 'b', title: 'Закон Б' },
]
const choices = [
  { form: 'clean', format: 'txt' },
  { form: 'law', format: 'txt' },
] as const

function packing(signal: AbortSignal, afterEach: (made: number) => void = () => {}) {
  const progress: string[] = []
  let made = 0
  const bridge: Pick<Bridge, 'exportDocument'> = {
    async exportDocument({ document, form, format }) {
      afterEach(++made)
      if (form === 'law') {
        const message = 'The amending law could not be proved.'
        return { ok: false, problem: { code: 'desk/unproved', severity: 'error', message } }
      }
      const bytes = new TextEncoder().encode(document)
      return { ok: true, value: { name: `${document}.${format}`, mime: 'text/plain', bytes } }
    },
  }
  const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`)
  const at = Date.UTC(2026, 10, 25)
  const packed = exportPackage(bridge, { documents, choices, at, signal, onProgress })
  return { packed, progress, made: () => made }
}

describe('package of exports', () => {
  it('U185: tells how far it is, and packs what could be written', async () => {
    const { packed, progress } = packing(new AbortController().signal)
    const made = await packed
    expect(progress).toEqual(['0/4', '1/4', '2/4', '3/4'])
    expect(made).toMatchObject({ missing: 2, file: { name: 'Bapta 2026-11-25.zip' } })
    const entries = unzipSync(made?.file.bytes ?? new Uint8Array())
    expect(Object.keys(entries).sort()).toEqual(['a.txt', 'b.txt', 'manifest.json'])
    expect(strFromU8(entries['b.txt'] ?? new Uint8Array())).toBe('b')
  })

  it('U185: ends behind the file under way when it is cancelled', async () => {
    const cancel = new AbortController()
    const { packed, made } = packing(cancel.signal, (n) => n === 2 && cancel.abort())
    expect(await packed).toBeUndefined()
    expect(made()).toBe(2)
  })
})
