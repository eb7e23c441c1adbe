import { expect, it } from 'vitest'
import {
  citationsBound,
  type OtherAct,
  referencesOf,
  resolveElsewhere,
} from '#shared/citation/references.ts'
import type { Act } from '#shared/schema/act.ts'
import { unitsOf } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { act, art, lawIn, para, preface } from '#test/builders/act.ts'

const other = (id: string, title: string, more: Partial<OtherAct> = {}): OtherAct => ({
  id,
  names: [],
  act: lawIn('ru', preface(title), art('5', 'О чем', para('1', 'Слова.'))),
  ...more,
})
const citing = (words: string): Act =>
  lawIn('ru', preface('Закон'), art('1', 'О чем', para('1', words)))
const found = (words: string, others: readonly OtherAct[]) =>
  referencesOf(citing(words), others).map(({ status, targets }) => [
    status,
    ...targets.map((target) => target.act),
  ])

const SENTENCE = 'Согласно пункту 1 статьи 5 Закона «О садах» сад цветет.'

it('C80: each act of a name is a candidate', () => {
  const constitutions = ['one', 'two'].map((id) => ({
    id,
    names: ['Конституция'],
    act: act(preface(`Основной закон ${id}`), art('5', 'О чем', para('1', 'Слова.'))),
  }))
  expect(found('Согласно статье 5 Конституции.', constitutions)).toEqual([
    ['ambiguous', 'one', 'two'],
  ])
  expect(found('Согласно статье 5 Конституции.', constitutions.slice(1))).toEqual([
    ['valid', 'two'],
  ])
})

it('C81: the act of exactly that name goes before one with more words', () => {
  const others = [other('more', 'О садах и парках'), other('exact', 'О садах')]
  expect(found(SENTENCE, others)).toEqual([['valid', 'exact']])
  expect(found(SENTENCE, others.slice(0, 1))).toEqual([['valid', 'more']])
})

it('C81: a spare act answers only where no other does', () => {
  const spare = other('spare', 'О садах', { isSpare: true })
  expect(found(SENTENCE, [spare, other('own', 'О садах')])).toEqual([['valid', 'own']])
  expect(found(SENTENCE, [spare])).toEqual([['valid', 'spare']])
})

it('C82: what is said of another act resolves as reading does', () => {
  const law = citing(`${SENTENCE} Статья 9 Закона «О садах» иное. Закон «О реках» тоже.`)
  const others = [other('gardens', 'О садах')]
  const [article] = unitsOf(law).slice(1)
  const [paragraph] = article ? unitsOf(article) : []
  if (!article || !paragraph) throw new Error('the law has a paragraph')
  const bound = citationsBound(law, { unit: paragraph, parents: [article] }, others)
  expect(bound.map(({ status }) => status)).toEqual(['valid', 'broken', 'external'])
  for (const { elsewhere, text, status, targets } of bound) {
    if (!elsewhere) throw new Error('each names another act')
    expect(resolveElsewhere(profileOf(law), elsewhere, text, others)).toEqual({ status, targets })
  }
})
