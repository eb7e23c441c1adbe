import { describe, expect, it } from 'vitest'
import { present } from '#shared/base/assert.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Act } from '#shared/schema/act.ts'
import { act, art } from '#test/builders/act.ts'
import { createStore } from '../../../renderer/host/store.ts'
import { createComparison } from '../../../renderer/workbench/comparison.ts'
import { createToldFrom } from '../../../renderer/workbench/told-from.ts'

const inForce = act(art('1', '', 'Два дня.'))
const sent = act(art('1', '', 'Три дня.'))
const draft = act(art('1', '', 'Пять дней.'))
const lost = (code: string, message: string): Result<Act> =>
  fail({ code, severity: 'error', message })
const gone = lost('version/unknown', 'Gone.')

/** A choice whose texts come when the test says so. */
function choice(remembered: string) {
  const base = createStore<Act | undefined>(undefined)
  const told: Act[] = []
  const kept: string[] = []
  const asked = new Map<string, (text: Result<Act>) => void>()
  const toldFrom = createToldFrom({
    remembered,
    remember: (key) => kept.push(key),
    readText: (key) => new Promise((resolve) => asked.set(key, resolve)),
    base,
    setAgainst: (text) => told.push(text),
  })
  const come = async (key: string, text: Result<Act>) => {
    present(asked.get(key), 'it was asked for')(text)
    await Promise.resolve()
    await Promise.resolve()
  }
  return { toldFrom, base, told, kept, come }
}

describe('the text that changes are told from', () => {
  it('U154: is the law in force at first, and what was chosen the last time after that', async () => {
    const first = choice('base')
    first.base.set(inForce)
    expect(first.told).toEqual([inForce])
    const chosen = first.toldFrom.tellFrom('v1')
    await first.come('v1', ok(sent))
    await chosen
    expect([first.told.at(-1), first.kept]).toEqual([sent, ['v1']])

    const again = choice('v1')
    again.base.set(inForce)
    expect([again.toldFrom.againstKey.get(), again.told]).toEqual(['v1', []])
    await again.come('v1', ok(sent))
    expect([again.told, again.kept]).toEqual([[sent], []])
  })

  it('U154: is the law in force where the version is gone, and says so', async () => {
    for (const order of ['base first', 'base last']) {
      const { toldFrom, base, told, kept, come } = choice('v1')
      if (order === 'base first') base.set(inForce)
      await come('v1', gone)
      base.set(inForce)
      expect([order, toldFrom.againstKey.get(), told, kept]).toEqual([
        order,
        'base',
        [inForce],
        ['base'],
      ])
      expect(toldFrom.lostText.get()?.message).toBe('Gone.')
    }
  })

  it('U154: is kept for the next time where the host is out of reach', async () => {
    const { toldFrom, kept, come } = choice('v1')
    await come('v1', lost('bridge/lost', 'Lost.'))
    expect([toldFrom.againstKey.get(), kept]).toEqual(['base', []])
  })

  it('U156: is the one chosen last, whichever came first, and none after the draft is closed', async () => {
    const { toldFrom, told, kept, come } = choice('base')
    const [first, second] = [toldFrom.tellFrom('v1'), toldFrom.tellFrom('v2')]
    await come('v2', ok(sent))
    await come('v1', ok(inForce))
    expect([(await first).ok, (await second).ok]).toEqual([true, true])
    expect([told, kept, toldFrom.againstKey.get()]).toEqual([[sent], ['v2'], 'v2'])
    const late = toldFrom.tellFrom('v3')
    toldFrom.closeToldFrom()
    await come('v3', ok(draft))
    await late
    expect(told).toEqual([sent])
  })

  it('U156: what was compared with another text is let go, though it ends last', () => {
    const { against, redline, changes, compare } = createComparison(() => {})
    against.set(inForce)
    const old = compare(draft)
    old.next()
    against.set(draft)
    for (const _ of compare(draft));
    for (const _ of old);
    expect(changes.get()).toEqual([])
    expect(redline.get()?.units.map(({ kind }) => kind)).toEqual(['kept'])
  })
})
