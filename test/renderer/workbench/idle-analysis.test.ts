import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { idleAnalysis } from '../../../renderer/workbench/idle-analysis.ts'

/** Milliseconds that a piece of work takes here. */
const PIECE = 2

let time: number
let isKeyWaiting: boolean
/** What waits for an idle moment, and how long at most. */
let waiting: { callback: IdleRequestCallback; timeout: number } | undefined
let done: number

beforeEach(() => {
  time = 0
  isKeyWaiting = false
  waiting = undefined
  done = 0
  vi.stubGlobal('performance', { now: () => time })
  vi.stubGlobal('navigator', { scheduling: { isInputPending: () => isKeyWaiting } })
  vi.stubGlobal('window', {
    setTimeout: (callback: () => void) => callback(),
    requestIdleCallback(callback: IdleRequestCallback, { timeout }: { timeout: number }) {
      waiting = { callback, timeout }
    },
    cancelIdleCallback() {},
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('an analysis on a busy machine', () => {
  it('U205: is done in some seconds though no moment is idle', () => {
    begin(400)
    while (waiting) busy()
    expect(done).toBe(400)
    expect(time).toBeLessThan(6000)
  })

  it('U205: leaves a key its frame', () => {
    begin(400)
    expect(busy()).toBeGreaterThan(4 * PIECE)
    while (waiting) expect(busy()).toBeLessThan(33 - PIECE)
  })

  it('U205: ends a slice at the piece at which a key waits, and still goes on', () => {
    begin(10)
    isKeyWaiting = true
    for (let piece = 1; piece <= 10; piece++) {
      busy()
      expect(done).toBe(piece)
    }
  })

  it('U205: takes short slices where no key can be seen to wait', () => {
    vi.stubGlobal('navigator', {})
    begin(10)
    expect(busy()).toBe(2 * PIECE)
  })

  it('U205: takes short slices again and waits for them once moments are idle', () => {
    begin(400)
    const first = waiting?.timeout
    busy()
    expect(waiting?.timeout).toBeLessThan(first ?? 0)
    expect(idle()).toBe(2 * PIECE)
    expect(waiting?.timeout).toBe(first)
  })
})

describe('an analysis after a pause', () => {
  it('U208: begins a pause after the last key, by one timer that runs on', () => {
    const timers: { readonly callback: () => void; readonly at: number }[] = []
    const setTimeout = (callback: () => void, ms: number) =>
      timers.push({ callback, at: time + ms })
    vi.stubGlobal('window', { ...window, setTimeout })
    const analysis = idleAnalysis<number>(180, [
      function* (count) {
        done += count
        yield
      },
    ])
    for (let key = 0; key < 5; key++) {
      time = 20 * key
      analysis.changed(1)
    }
    expect(timers).toHaveLength(1)
    const ring = () => {
      const timer = timers.shift()
      time = timer?.at ?? Number.NaN
      timer?.callback()
    }
    ring()
    expect([time, waiting]).toEqual([180, undefined])
    ring()
    expect(time).toBe(80 + 180)
    idle()
    expect(done).toBe(1)
    expect(timers).toHaveLength(0)
  })

  it('U208: is forgotten when closed', () => {
    let ring = () => {}
    const setTimeout = (callback: () => void) => {
      ring = callback
      return 1
    }
    vi.stubGlobal('window', { ...window, setTimeout })
    const analysis = idleAnalysis<number>(180, [])
    analysis.changed(1)
    analysis.close()
    time = 180
    ring()
    expect(waiting).toBeUndefined()
  })
})

function begin(pieces: number): void {
  const analysis = idleAnalysis<number>(0, [
    function* (count) {
      for (let n = 0; n < count; n++) {
        time += PIECE
        done++
        yield
      }
    },
  ])
  analysis.changed(pieces)
}

/** The wait runs out; gives how long the work then took. */
function busy(): number {
  time += waiting?.timeout ?? 0
  return moment({ didTimeout: true, timeRemaining: () => 0 })
}

function idle(): number {
  return moment({ didTimeout: false, timeRemaining: () => 50 })
}

function moment(deadline: IdleDeadline): number {
  const start = time
  const callback = waiting?.callback
  waiting = undefined
  callback?.(deadline)
  return time - start
}
