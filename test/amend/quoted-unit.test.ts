import { expect, it } from 'vitest'
import { quotedUnit, unitFromQuoted } from '#shared/amend/quoted-unit.ts'
import { unitId } from '#shared/schema/act.ts'
import { art, indent, para, point, sub } from '#test/builders/act.ts'

const article = art(
  '10-1',
  'Заголовок',
  para('1', 'Слова пункта:', point('1', 'первый;', indent('абзац;')), point('2', 'второй.')),
  sub('Часть без номера.'),
)

it('M1: a quoted unit keeps kinds, numbers, headings and words', () => {
  let last = 0
  const again = unitFromQuoted(quotedUnit(article), () => unitId(`q${last++}`))
  expect(quotedUnit(again)).toEqual(quotedUnit(article))
  expect(again.textContent).toBe(article.textContent)
})

it('M1: a quoted unit is JSON', () => {
  const quoted = quotedUnit(article)
  expect(JSON.parse(JSON.stringify(quoted))).toEqual(quoted)
})
