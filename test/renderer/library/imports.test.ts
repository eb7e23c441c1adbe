import { describe, expect, it } from 'vitest'
import { deriveBridge, listeners } from '#shared/bridge/derive.ts'
import { createImports } from '../../../renderer/library/imports.ts'

describe('files being read', () => {
  it('U60: a file is read again under another profile, and the first reading makes room', async () => {
    const { emit, subscribe } = listeners()
    const asked: unknown[] = []
    let jobs = 0
    const bridge = deriveBridge(async (call, input) => {
      asked.push([call, input])
      const value = call === 'importFile' ? { job: `job ${++jobs}` } : undefined
      return { ok: true, value } as never
    }, subscribe)
    const imports = createImports(bridge)
    await imports.start([new File(['Закон'], 'law.txt')])
    const law = { language: 'ru', tradition: 'kz', profile: 'law' } as const
    const done = { kind: 'done', document: 'first', profile: law, format: 'text' } as const
    emit({ kind: 'job', job: 'job 1', state: { ...done, problems: [] } })
    await imports.readAgain('job 1', { ...law, profile: 'code' })
    expect(asked.slice(1)).toEqual([
      [
        'importFile',
        { name: 'law.txt', bytes: expect.any(Uint8Array), wish: { ...law, profile: 'code' } },
      ],
      ['removeDocument', { document: 'first' }],
    ])
    expect(imports.jobs.get().map(({ job }) => job)).toEqual(['job 2'])
    imports.dismiss('job 2')
    await imports.readAgain('job 2', law)
    expect(asked).toHaveLength(3)
    imports.close()
  })
})
