import { describe, expect, it } from 'vitest'
import { readText } from '#shared/read/read.ts'
import { type Act, unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { dump } from '#test/builders/act.ts'
import { type Correction, correctedAct } from '../../../renderer/library/preview/corrections.ts'
import { unitLines } from '../../../renderer/library/preview/unit-lines.ts'

const TEXT = `Глава 1. Знаки

Статья 1. Указатели
1. Указатель виден за тридцать шагов.
Абзац без номера.
2. Слова его:
1) ясны;
2) верны.`

function read(): Act {
  let made = 0
  const profile = { tradition: 'kz', profile: 'law', language: 'ru' } as const
  return readText(TEXT, { newId: () => `n${made++}`, profile }).act
}

function corrected(unit: string, correction: Correction): string {
  const act = correctedAct(read(), unitId(unit), correction)
  return act ? dump(act) : 'not possible'
}

describe('a look at what was read', () => {
  it('U191: a unit takes another kind, goes a level out, or becomes words of the unit before', () => {
    expect(dump(read()).split('\n')).toEqual([
      'chapter 1 #n1 "Знаки"',
      '  article 1 #n2 "Указатели"',
      '    paragraph 1 #n3 "Указатель виден за тридцать шагов."',
      '      subparagraph - #n4 "Абзац без номера."',
      '    paragraph 2 #n5 "Слова его:"',
      '      point 1 #n6 "ясны;"',
      '      point 2 #n7 "верны."',
    ])
    expect(corrected('n1', { kind: 'kind', to: 'part' })).toContain('part 1 #n1 "Знаки"')
    expect(corrected('n7', { kind: 'outdent' })).toContain('\n    point 2 #n7 "верны."')
    expect(corrected('n1', { kind: 'outdent' })).toBe('not possible')
    expect(corrected('n5', { kind: 'text' }).split('\n').slice(2)).toEqual([
      '    paragraph 1 #n3 "Указатель виден за тридцать шагов."',
      '      subparagraph - #n4 "Абзац без номера." "2. Слова его:"',
      '    point 1 #n6 "ясны;"',
      '    point 2 #n7 "верны."',
    ])
  })

  it('U191: no correction loses a word', () => {
    const letters = (act: Act) => canonicalText(act).text.replaceAll(/[^\\p{L}\\p{N}]/gu, '')
    for (const unit of ['n2', 'n3', 'n4', 'n5', 'n6', 'n7']) {
      const act = correctedAct(read(), unitId(unit), { kind: 'text' })
      expect(act && letters(act)).toBe(letters(read()))
    }
  })

  it('U192: each unit is found in the lines of its text', () => {
    const lines = TEXT.split('\n')
    const found = [...unitLines(read(), lines)].map(([unit, line]) => [unit, lines[line]])
    expect(found).toEqual([
      ['n1', 'Глава 1. Знаки'],
      ['n2', 'Статья 1. Указатели'],
      ['n3', '1. Указатель виден за тридцать шагов.'],
      ['n4', 'Абзац без номера.'],
      ['n5', '2. Слова его:'],
      ['n6', '1) ясны;'],
      ['n7', '2) верны.'],
    ])
  })
})
