import { describe, expect, it } from 'vitest'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import type { InForce, TimeOfForce } from '#shared/schema/in-force.ts'
import { translator } from '../../../renderer/messages/messages.tsx'
import {
  chosenTime,
  shownTimes,
  timeInWords,
  typedTime,
} from '../../../renderer/panels/amending-law/times.ts'
import type { LawAnswer } from '../../../renderer/panels/amending-law/use-amending-law.ts'

const item = (level: number, ...units: readonly string[]): LawAnswer['lines'][number] => ({
  kind: 'item',
  level,
  num: '1)',
  text: '',
  units: [...units],
})
const DAY = { kind: 'date', date: '2027-01-01' } as const
const TEN = { kind: 'days', days: 10 } as const
const chosen: InForce = {
  law: TEN,
  units: new Map<UnitId, TimeOfForce>([
    [unitId('a'), DAY],
    [unitId('c'), TEN],
  ]),
}

describe('when the lines of the law come into force', () => {
  it('U193: each line that something is done by shows a time of its own, if it has one', () => {
    const lines = [item(0, 'a', 'b'), item(1, 'a'), item(1, 'b'), item(0, 'c'), item(0)]
    const shown = shownTimes([...lines, { ...item(0, 'a'), kind: 'quote' as const }], chosen)
    expect(shown.map((one) => one?.time)).toEqual([null, DAY, null, null, undefined, undefined])
    expect(shown.map((one) => one?.units.length)).toEqual([2, 1, 1, 1, undefined, undefined])
  })

  it('U193: a line of units with different times says so, and a lead-in leaves it to its lines', () => {
    const lines = [item(0, 'a', 'b'), item(1, 'a', 'b'), item(0, 'b')]
    const shown = shownTimes(lines, chosen)
    expect(shown.map((one) => one?.isMixed)).toEqual([false, true, false])
  })

  it('U193: a choice is a time at once, and what is typed as soon as it is one', () => {
    const now = new Date('2026-11-30T12:00:00')
    expect(chosenTime('none', now)).toBeNull()
    expect(chosenTime('date', now)).toEqual(DAY)
    expect(chosenTime('days', now)).toEqual(TEN)
    expect(chosenTime('publication', now)).toEqual({ kind: 'publication' })
    expect(typedTime('date', '0002-01-01')).toEqual({ kind: 'date', date: '' })
    expect(typedTime('days', '')).toEqual({ kind: 'days', days: null })
    expect(typedTime('days', '45')).toEqual({ kind: 'days', days: 45 })
  })

  it('U193: a time is said in the language of the window', () => {
    const said = (language: 'en' | 'ru' | 'kk', locale: string) =>
      timeInWords({ kind: 'days', days: 21 }, translator(language), locale)
    expect(said('en', 'en-GB')).toBe('in force 21 calendar days after publication')
    expect(said('ru', 'ru-RU')).toBe(
      'вводится по истечении 21 календарного дня после опубликования',
    )
    expect(said('kk', 'kk-KZ')).toContain('күнтізбелік 21 күн')
    expect(timeInWords(DAY, translator('en'), 'en-GB')).toBe('in force from 1 January 2027')
  })
})
