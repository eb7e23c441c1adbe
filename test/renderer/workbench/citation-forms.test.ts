import { expect, it } from 'vitest'
import { unitId } from '#shared/schema/act.ts'
import { act, actIn, art, para } from '#test/builders/act.ts'
import { citationForms } from '../../../renderer/workbench/citation-forms.ts'

const units = [art('4', '', para('1', 'Слова.')), art('5', '', para('1', 'Слова.'))]
const place = (before: string) => ({ from: unitId('article-5/paragraph-1'), before })

it('U75: the form that the words before the caret ask for comes first', () => {
  const russian = act(...units)
  const cited = unitId('article-4/paragraph-1')
  expect(citationForms(russian, cited, place('В соответствии с '))[0]).toBe('пунктом 1 статьи 4')
  expect(citationForms(russian, cited, place('Согласно '))[0]).toBe('пункту 1 статьи 4')
  expect(new Set(citationForms(russian, cited, place(''))).size).toBeGreaterThan(3)
})

it('U75: Kazakh forms are of the cases of Kazakh, each once', () => {
  const forms = citationForms(actIn('kk', ...units), unitId('article-4'), place(''))
  expect(forms).toContain('4-баптың')
  expect(new Set(forms).size).toBe(forms.length)
})
