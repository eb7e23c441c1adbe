import { expect, it } from 'vitest'
import { act, art, para, withId } from '#test/builders/act.ts'
import { type ShownText, shownRows } from '../../../renderer/panels/comparison/model.ts'

const text = (words: string) =>
  act(withId('a', art('44', undefined, withId('p', para('1', words)))))
const marked = ({ lines }: ShownText) =>
  lines.map(({ runs }) => runs.map((run) => (run.isChanged ? `[${run.text}]` : run.text)).join(''))

it('U92: a row shows both texts of the smallest unit that changes, what differs marked', () => {
  const [row, ...more] = shownRows(text('Назначает послов.'), text('Отзывает послов.'))
  expect(more).toEqual([])
  expect(row?.element).toBe('пункт 1 статьи 44')
  expect(row?.current.name).toBe('Действующая редакция')
  expect(row && marked(row.current)).toEqual(['1. [Назначает] послов.'])
  expect(row && marked(row.proposed)).toEqual(['1. [Отзывает] послов.'])
})
