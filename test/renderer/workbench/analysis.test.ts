import { describe, expect, it } from 'vitest'
import { createAnalysis } from '../../../renderer/workbench/analysis.ts'

describe('analysis', () => {
  it('U6: nothing is worked out before the drafter pauses', () => {
    const { analysis, done } = started()
    analysis.changed('a')
    expect(done).toEqual([])
  })

  it('U6: work goes on piece by piece while there is time, then in the next idle moment', () => {
    const { analysis, done, next } = started()
    analysis.changed('a')
    next()
    expect(done).toEqual([])
    next(1)
    expect(done).toEqual(['first half a'])
    next(3)
    expect(done).toEqual(['first half a', 'second half a', 'second step a'])
  })

  it('U6: a change between two pieces starts over on the new text', () => {
    const { analysis, done, next } = started()
    analysis.changed('a')
    next()
    next(1)
    analysis.changed('b')
    next()
    next(4)
    expect(done).toEqual(['first half a', 'first half b', 'second half b', 'second step b'])
  })

  it('U6: a closed analysis does nothing more', () => {
    const { analysis, done, next } = started()
    analysis.changed('a')
    next()
    analysis.close()
    next(4)
    expect(done).toEqual([])
  })
})

function started() {
  const done: string[] = []
  let waiting: ((hasTime: () => boolean) => void) | undefined
  const wait = (callback: (hasTime: () => boolean) => void) => {
    waiting = callback
    return () => {
      if (waiting === callback) waiting = undefined
    }
  }
  const analysis = createAnalysis<string>({
    steps: [
      function* (text) {
        done.push(`first half ${text}`)
        yield
        done.push(`second half ${text}`)
        yield
      },
      function* (text) {
        done.push(`second step ${text}`)
        yield
      },
    ],
    paused: wait,
    idle: wait,
  })
  /** The pause comes, or an idle moment with time for some pieces. */
  const next = (pieces = 1) => {
    const callback = waiting
    waiting = undefined
    let left = pieces
    callback?.(() => --left > 0)
  }
  return { analysis, done, next }
}
