import { describe, expect, it } from 'vitest'
import { check } from '#shared/check/check.ts'
import { SAMPLES } from '#shared/samples/samples.ts'
import { type Act, titleOf, walkUnits } from '#shared/schema/act.ts'
import { read } from './lost.ts'

const acts = SAMPLES.map((sample) => ({ ...read(sample.text), ...sample }))

describe('the samples', () => {
  it.each(acts)('R20: $name is read as what it is, without a doubt', (sample) => {
    expect(sample.problems).toEqual([])
    expect(check(sample.act)).toEqual([])
    expect({
      profile: sample.act.attrs['profile'],
      language: sample.act.attrs['language'],
    }).toEqual({
      profile: sample.profile,
      language: sample.language,
    })
    expect(titleOf(sample.act)).not.toBe('')
  })

  it('R20: the three languages of an act have the same units', () => {
    for (const profile of ['constitution', 'law']) {
      const [first, ...others] = acts.filter(({ act }) => act.attrs['profile'] === profile)
      expect(others).toHaveLength(2)
      for (const other of others) expect(shape(other.act)).toEqual(first ? shape(first.act) : [])
    }
  })

  it('R20: the constitution has sections, inserted numbers and unnumbered parts', () => {
    const constitution = acts[0]
    const units = constitution ? shape(constitution.act) : []
    expect(units.filter((unit) => unit.startsWith('article'))).toHaveLength(26)
    expect(units.filter((unit) => unit.startsWith('part'))).toHaveLength(6)
    expect(units).toEqual(
      expect.arrayContaining(['point 10-1', 'article 21-1', 'paragraph 3-1', 'subparagraph null']),
    )
  })
})

function shape(act: Act): readonly string[] {
  const units: string[] = []
  walkUnits(act, (unit) => units.push(`${unit.attrs['kind']} ${unit.attrs['label']}`))
  return units
}
