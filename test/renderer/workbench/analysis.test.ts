import { describe, expect, it } from 'vitest'
import { createAnalysis } from '../../../renderer/workbench/analysis.ts'

describe('analysis', () => {
  it('U6: nothing is worked out before the drafter pauses', () => {
    const { analysis, done } = started()
    analysis.changed('a')
    expect(done).toEqual([])
  })

  it('U6: each step has an idle moment of its own', () => {
    const { analysis, done, next } = started()
    analysis.changed('a')
    next()
    expect(done).toEqual([])
    next()
    expect(done).toEqual(['first a'])
    next()
    expect(done).toEqual(['first a', 'second a'])
  })

  it('U6: a change between two steps starts over on the new text', () => {
    const { analysis, done, next } = started()
    analysis.changed('a')
    next()
    next()
    analysis.changed('b')
    for (let turn = 0; turn < 4; turn++) next()
    expect(done).toEqual(['first a', 'first b', 'second b'])
  })

  it('U6: a closed analysis does nothing more', () => {
    const { analysis, done, next } = started()
    analysis.changed('a')
    analysis.close()
    next()
    expect(done).toEqual([])
  })
})

function started() {
  const done: string[] = []
  let waiting: (() => void) | undefined
  const wait = (callback: () => void) => {
    waiting = callback
    return () => {
      if (waiting === callback) waiting = undefined
    }
  }
  const analysis = createAnalysis<string>({
    steps: [(text) => done.push(`first ${text}`), (text) => done.push(`second ${text}`)],
    paused: wait,
    idle: wait,
  })
  const next = () => {
    const callback = waiting
    waiting = undefined
    callback?.()
  }
  return { analysis, done, next }
}
