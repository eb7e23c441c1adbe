import { describe, expect, it } from 'vitest'
import { unreached } from '#shared/bridge/client.ts'
import { deriveBridge, listeners } from '#shared/bridge/derive.ts'
import { createImports, isCutOff, type ReadState } from '../../../renderer/library/imports.ts'

describe('files being read', () => {
  it('U60: a file is read again under another profile before it enters the library', async () => {
    const { imports, asked, emit } = reading()
    await imports.start([new File(['Закон'], 'law.txt')])
    emit({ kind: 'job', job: 'job 1', state: read })
    expect(imports.looking.get()).toBe('file 1')
    await imports.readAgain('file 1', { ...law, profile: 'code' })
    expect(asked.slice(1)).toEqual([
      [
        'readFile',
        { name: 'law.txt', bytes: expect.any(Uint8Array), wish: { ...law, profile: 'code' } },
      ],
      ['dropReading', { job: 'job 1' }],
    ])
    expect(imports.jobs.get().map(({ id, job }) => [id, job])).toEqual([['file 1', 'job 2']])
    imports.dismiss('file 1')
    await imports.readAgain('file 1', law)
    expect(asked).toHaveLength(3)
    imports.close()
  })

  it('U190: several files wait in the list, and each is kept or dropped', async () => {
    const { imports, asked, emit } = reading()
    await imports.start([new File(['а'], 'a.txt'), new File(['б'], 'b.txt')])
    for (const job of ['job 1', 'job 2']) emit({ kind: 'job', job, state: read })
    expect(imports.looking.get()).toBeUndefined()
    expect(await imports.keep('file 1')).toBe('kept')
    imports.dismiss('file 2')
    expect(asked.slice(2)).toEqual([
      ['keepReading', { job: 'job 1', corrections: [] }],
      ['dropReading', { job: 'job 2' }],
    ])
    expect(imports.jobs.get().map(({ id, state }) => [id, state.kind])).toEqual([
      ['file 1', 'done'],
    ])
    imports.close()
  })

  it('U204: what a lost connection cuts off says so, and is read again when asked', async () => {
    const { imports, asked, emit } = reading()
    const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => new File(['а'], name))
    await imports.start(files)
    emit({ kind: 'job', job: 'job 1', state: read })
    emit({ kind: 'job', job: 'job 3', state: failure })
    emit({ kind: 'connection', state: 'lost' })
    const { code, message } = unreached('lost')
    const lost = { kind: 'failed', code, message }
    expect(imports.jobs.get().map(({ state }) => state)).toEqual([lost, lost, failure])
    expect(imports.jobs.get().map(isCutOff)).toEqual([true, true, false])
    emit({ kind: 'connection', state: 'restored' })
    await imports.tryAgain('file 2')
    expect(asked.at(-1)).toEqual(['readFile', { name: 'b.txt', bytes: expect.any(Uint8Array) }])
    emit({ kind: 'job', job: 'job 4', state: read })
    expect(imports.jobs.get().map(({ state }) => state.kind)).toEqual(['failed', 'read', 'failed'])
    imports.close()
  })
})

const failure = { kind: 'failed', code: 'read/not-text', message: 'It is no text.' } as const
const law = { language: 'ru', tradition: 'kz', profile: 'law' } as const
const read = {
  kind: 'read' as const,
  units: 3,
  problems: [],
  profile: law,
  format: 'text' as const,
} satisfies ReadState

/** Files on their way to a host that reads each at once. */
function reading() {
  const { emit, subscribe } = listeners()
  const asked: unknown[] = []
  let jobs = 0
  const bridge = deriveBridge(async (call, input) => {
    asked.push([call, input])
    const answers = {
      readFile: () => ({ job: `job ${++jobs}` }),
      keepReading: () => ({ document: 'kept' }),
    }
    const value = call in answers ? answers[call as keyof typeof answers]() : undefined
    return { ok: true, value } as never
  }, subscribe)
  return { imports: createImports(bridge), asked, emit }
}
