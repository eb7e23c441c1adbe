import { describe, expect, it } from 'vitest'
import { check } from '#shared/check/check.ts'
import { type Act, makeAct, makeUnit, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { act, art, chapter, para, part, point, sub, withId } from '../builders/act.ts'

const codes = (of: Act) => check(of).map(({ code, unit }) => [code.replace('check/', ''), unit])

describe('check', () => {
  it('K1: finds nothing to say of an act in order', () => {
    expect(
      check(
        act(
          part(
            'I',
            'Основы',
            art('1', '', para('1', 'Слова.'), para('1-1', 'Слова.'), para('2', 'Слова.')),
          ),
        ),
      ),
    ).toEqual([])
  })

  it('K2: reports a number given twice among siblings and in a series through the act', () => {
    expect(
      codes(
        act(
          part('I', 'А', art('1', '', para('1', 'А.'), withId('paragraph-1b', para('1', 'Б.')))),
          part('II', 'Б', withId('again', art('1', '', para('1', 'В.')))),
        ),
      ),
    ).toEqual([
      ['duplicate-label', 'part-I/article-1/paragraph-1b'],
      ['duplicate-label', 'part-II/again'],
    ])
  })

  it('K3: reports gaps as information and disorder as a warning', () => {
    const found = check(
      act(art('1', '', para('1', 'А.'), para('3', 'Б.'), para('2', 'В.'), point('4', 'Г;'))),
    )
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['check/gap', 'info'],
      ['check/disorder', 'warning'],
      ['check/gap', 'info'],
    ])
  })

  it('K3: lets chapters be numbered on from part to part', () => {
    const words = sub('Слова.')
    expect(
      codes(
        act(
          part(
            'I',
            'А',
            chapter('1', 'А', art('1', '', words)),
            chapter('2', 'Б', art('2', '', words)),
          ),
          part('II', 'Б', chapter('3', 'В', art('3', '', words))),
        ),
      ).filter(([code]) => code === 'gap'),
    ).toEqual([])
  })

  it('K4: reports a unit where the profile holds none of its kind', () => {
    const found = check(act(art('1', '', para('1', 'А.', art('2', '', para('1', 'Б.'))))))
    expect(found.map(({ code, unit }) => [code, unit])).toEqual([
      ['check/misnested', 'article-1/paragraph-1/article-2'],
    ])
    expect(found[0]?.message).toContain('пункт 1')
  })

  it('K5: reports empty units and headings, but no repealed ones', () => {
    const repealed = makeUnit({
      id: unitId('gone'),
      kind: 'article',
      label: '2',
      state: 'repealed',
    })
    const untitled = makeUnit(
      { id: unitId('untitled'), kind: 'article', label: '3' },
      { heading: ' ' },
    )
    const empty = makeUnit({ id: unitId('empty'), kind: 'article', label: '1' })
    expect(codes(act(empty, repealed, untitled))).toEqual([
      ['empty', 'empty'],
      ['empty-heading', 'untitled'],
      ['empty', 'untitled'],
    ])
  })

  it('K6: reports units that share an identity or have none', () => {
    const attrs = { id: 'act', language: 'ru', tradition: 'kz', profile: 'constitution' } as const
    const twin = (label: string) =>
      withId('same', art(label, '', withId(`p${label}`, para('1', 'А.'))))
    const none = withId('', art('3', '', withId('p3', para('1', 'А.'))))
    expect(codes(makeAct(attrs, [twin('1'), twin('2'), none]))).toEqual([
      ['duplicate-id', 'same'],
      ['no-id', ''],
    ])
  })

  it('K7: reports content and kinds that the program does not know', () => {
    const unknown = schema.nodes.unknown.create({ source: '<math/>' })
    const odd = makeUnit({ id: unitId('odd'), kind: 'article', label: '1' }, { body: [unknown] })
    const clause = makeUnit({ id: unitId('clause'), kind: 'clause', label: '1' }, { body: [] })
    expect(codes(act(odd, clause))).toEqual([
      ['unknown-content', 'odd'],
      ['unknown-kind', 'clause'],
      ['empty', 'clause'],
    ])
  })

  it('K8: names the unit, the fact and the remedy in the drafter’s words', () => {
    const [problem] = check(act(art('1', '', para('1', 'А.'), withId('b', para('1', 'Б.')))))
    expect(problem?.message).toBe(
      'Пункт 1 bears a number already given to a unit before it: number it otherwise.',
    )
  })
})
