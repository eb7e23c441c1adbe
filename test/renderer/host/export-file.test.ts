import { describe, expect, it } from 'vitest'
import type { Bridge } from '#shared/bridge/contract.ts'
import { exportFile } from '../../../renderer/host/export-file.ts'
import { exportHost, written } from './export-host.ts'

const asked = { document: 'a', form: 'clean', format: 'txt' } as const
const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 0))

function exporting(bridge: Bridge) {
  const cancel = new AbortController()
  const progress: string[] = []
  const file = exportFile(bridge, asked, {
    signal: cancel.signal,
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  })
  return { file, progress, cancel: () => cancel.abort() }
}

describe('a file that a host writes', () => {
  it('U197: comes with its progress, also where the host tells of it before it answers', async () => {
    const host = exportHost((_, job) => {
      host.emit({ kind: 'job', job: 'other', state: written('other.txt', 'other') })
      host.emit({ kind: 'job', job, state: { kind: 'progress', done: 1, total: 4 } })
    })
    const { file, progress } = exporting(host.bridge)
    await nextTurn()
    host.emit({ kind: 'job', job: 'job 1', state: { kind: 'progress', done: 3, total: 4 } })
    host.emit({ kind: 'job', job: 'job 1', state: written('a.txt', 'law') })
    expect(await file).toMatchObject({ ok: true, value: { name: 'a.txt' } })
    expect(progress).toEqual(['1/4', '3/4'])
    expect(host.cancelled).toEqual([])
  })

  it('U197: cancelled it is nothing, and the host hears of it whenever that was', async () => {
    const host = exportHost(() => {})
    const early = exporting(host.bridge)
    early.cancel()
    expect(await early.file).toBeUndefined()
    await nextTurn()
    expect(host.cancelled).toEqual(['job 1'])
    const late = exporting(host.bridge)
    await nextTurn()
    late.cancel()
    expect(await late.file).toBeUndefined()
    expect(host.cancelled).toEqual(['job 1', 'job 2'])
  })

  it('U197: ends as a problem where the host fails or cannot be reached', async () => {
    const host = exportHost(() => {})
    const failing = exporting(host.bridge)
    await nextTurn()
    const state = { kind: 'failed', code: 'desk/print', message: 'No PDF.' } as const
    host.emit({ kind: 'job', job: 'job 1', state })
    expect(await failing.file).toMatchObject({ problem: { code: 'desk/print' } })
    const lost = exporting(host.bridge)
    await nextTurn()
    host.emit({ kind: 'connection', state: 'lost' })
    expect(await lost.file).toMatchObject({ problem: { code: 'bridge/lost' } })
  })
})
