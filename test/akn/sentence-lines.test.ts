import { describe, expect, it } from 'vitest'
import { validateAkn } from '#desk/akn-validator.ts'
import { readAkn } from '#shared/akn/read.ts'
import { writeExpressions, writeMarked } from '#shared/akn/redline/write-redline.ts'
import { writeAkn } from '#shared/akn/write.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { Act } from '#shared/schema/act.ts'
import { art, chapter, lawIn, para } from '#test/builders/act.ts'

const LEAD = 'Внести в Закон «О выборах» следующие изменения:'
const ALONE = 'Настоящий Закон вводится в действие со дня его опубликования.'
const LAW = lawIn('ru', art('1', LEAD, para('1', 'Слово.')), art('2', ALONE))
const HEADED = lawIn('ru', chapter('1', 'Сроки:'), art('1', 'Сроки.', para('1', 'Слово.')))

describe('A50: words on the line of an article’s number that are no heading are its text', () => {
  it('A50: they lead in the units of the article, or are its content', () => {
    const written = writeAkn(LAW)
    expect(written).toContain(
      `<num>Статья 1.</num>\n<intro><p bapta:as="heading">${LEAD}</p></intro>`,
    )
    expect(written).toContain(
      `<num>Статья 2.</num>\n<content><p bapta:as="heading">${ALONE}</p></content>`,
    )
    expect(written).not.toContain('<heading>')
    expect(validateAkn(written)).toEqual([])
    expect(readBack(written)).toEqual(LAW.toJSON())
  })

  it('A50: a heading stays one', () => {
    const written = writeAkn(HEADED)
    expect(written).toContain('<heading>Сроки:</heading>')
    expect(written).toContain('<heading>Сроки.</heading>')
    expect(readBack(written)).toEqual(HEADED.toJSON())
  })

  it('A50: in both texts of a redline, and in the marked one', () => {
    const draft = lawIn('ru', art('1', `${LEAD.slice(0, -1)} и дополнения:`, para('1', 'Слово.')))
    const texts = { redline: compareActs(LAW, draft), base: LAW, draft }
    const { base, draft: after } = writeExpressions(texts)
    for (const text of [base, after, writeMarked(texts)]) expect(validateAkn(text)).toEqual([])
    expect(readBack(base)).toEqual(LAW.toJSON())
    expect(readBack(after)).toEqual(draft.toJSON())
    expect(writeMarked(texts)).toMatch(
      /<intro><p [^>]*bapta:as="heading"[^>]*>Внести .*изменения<ins> и дополнения<\/ins>:<\/p><\/intro>/u,
    )
  })
})

function readBack(written: string): unknown {
  let last = 0
  const read = readAkn(written, { newId: () => `r${last++}` })
  if (!read.ok) throw new Error(read.problem.message)
  const act: Act = read.value.act
  return act.type.create({ ...act.attrs, source: null }, act.content).toJSON()
}
