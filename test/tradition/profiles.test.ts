import { describe, expect, it } from 'vitest'
import { UNIT_KINDS } from '#shared/schema/kind.ts'
import { profileFor, profilesIn, TRADITIONS } from '#shared/tradition/profiles.ts'
import { printLabel, styleOf } from '#shared/tradition/tradition.ts'

const profiles = TRADITIONS.flatMap((tradition) => tradition.profiles)

describe('profiles', () => {
  it('N14: call the same kind by each act’s own word', () => {
    const word = (profile: string) =>
      styleOf(profileFor({ tradition: 'kz', profile, language: 'ru' }), 'paragraph')?.word
    expect(word('constitution')).toBe('пункт')
    expect(word('code')).toBe('часть')
  })

  it('N14: print numbers as the sort of act does', () => {
    const printed = (profile: string) =>
      printLabel(profileFor({ tradition: 'kz', profile, language: 'ru' }), 'article', '44-1')
    expect(printed('constitution')).toBe('Статья 44-1')
    expect(printed('law')).toBe('Статья 44-1.')
  })

  it('N15: an unknown tradition or profile falls back to one that is there', () => {
    expect(profileFor({ tradition: 'mars', profile: 'edict', language: 'en' }).id).toBe('act')
    expect(profileFor({ tradition: 'kz', profile: 'edict', language: 'kk' }).language).toBe('kk')
  })

  it('N16: name each kind once, and let units hold known kinds only', () => {
    expect(profiles.length).toBeGreaterThan(8)
    for (const profile of profiles) {
      const kinds = profile.units.map(({ kind }) => kind)
      expect(new Set(kinds).size).toBe(kinds.length)
      for (const { holds } of profile.units)
        for (const kind of holds) expect(UNIT_KINDS).toContain(kind)
    }
  })

  it('N16: every language has a profile for constitutions and for laws', () => {
    for (const language of ['ru', 'kk', 'en'] as const)
      expect(profilesIn(language).map(({ id }) => id)).toEqual(
        expect.arrayContaining(['constitution', 'law']),
      )
  })
})
