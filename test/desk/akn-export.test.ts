import { describe, expect, it } from 'vitest'
import { aknFile } from '#desk/akn-export.ts'
import { validateAkn } from '#desk/akn-validator.ts'
import { writeAkn } from '#shared/akn/write.ts'
import { actOf, documentText, inventoried } from '#test/akn/documents.ts'
import { act, art } from '#test/builders/act.ts'

describe('the validator', () => {
  it('A16: agrees with xmllint on every document of the corpus', () => {
    const differing = inventoried()
      .filter(({ file }) => documentText(file).length < 400_000)
      .filter(({ file, isValid }) => (validateAkn(documentText(file)).length === 0) !== isValid)
    expect(differing).toEqual([])
  }, 120_000)

  it('A16: tells line, unit and fault', () => {
    const written = writeAkn(act(art('1', 'А', 'А.'))).replace('<num>', '<num colour="red">')
    const [problem] = validateAkn(written)
    expect(problem?.message).toMatch(/line \d+, in art_1: Element 'num', attribute 'colour'/)
  })

  it('A16: takes what is no XML for what it is', () => {
    expect(validateAkn('<akomaNtoso>')).not.toEqual([])
  })
})

describe('an export', () => {
  it('A16: of a document of ours that is not valid is refused with the place', () => {
    const file = aknFile(act(art('1', 'А', 'А.')), { metadata: { date: 'yesterday' } })
    expect(file.ok ? 'written' : file.problem.message).toMatch(/not valid.*yesterday/)
  })

  it('A16: of a document of others is as it came, with what is wrong in it', () => {
    const faulty = documentText('bungenix/akomantoso_doc_30release_fail.xml')
    const file = aknFile(actOf(faulty))
    expect(file.ok && file.value.text).toBe(faulty)
    expect(file.ok && file.value.problems[0]?.message).toContain("'blah'")
  })
})
