import { expect, it } from 'vitest'
import { actName } from '#shared/amend/derive/act-name.ts'
import { readText } from '#shared/read/read.ts'
import { amendingPhrasesFor } from '#shared/tradition/amending-words.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { actIn, art, para, preface } from '#test/builders/act.ts'

it('M54: an act printed in capitals is cited with the capitals that its own sentences give', () => {
  const act = actIn(
    'ru',
    preface('КОНСТИТУЦИЯ РЕСПУБЛИКИ АРАТАУ'),
    art('1', undefined, para('1', 'Столицей Республики является город; граждане Аратау равны.')),
  )
  const phrases = amendingPhrasesFor({ tradition: 'kz', language: 'ru' })
  expect(actName(phrases, profileOf(act), act)).toBe('Конституция Республики Аратау')
})

it('M54: and a Kazakh name in whatever case', () => {
  const act = actIn('kk', preface('АРАТАУ РЕСПУБЛИКАСЫНЫҢ КОНСТИТУЦИЯСЫ'), art('1', undefined))
  const phrases = amendingPhrasesFor({ tradition: 'kz', language: 'kk' })
  expect(actName(phrases, profileOf(act), act)).toBe('Аратау Республикасының Конституциясы')
})

it('M108: an act whose title tells but its sort is cited by the name below it', () => {
  const phrases = amendingPhrasesFor({ tradition: 'kz', language: 'ru' })
  const named = (text: string) => {
    let last = 0
    const { act } = readText(`${text}\n\nСтатья 1. Флот\n\nФлот един.`, {
      newId: () => `u${last++}`,
    })
    return actName(phrases, profileOf(act), act)
  }
  expect(named('Закон Республики Казахстан\n\nО речном флоте')).toBe('О речном флоте')
  expect(named('ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\n\nО речном флоте')).toBe('О речном флоте')
  expect(named('Кодекс Республики Казахстан\n\nОб укладе флота')).toBe(
    'Кодекс Республики Казахстан об укладе флота',
  )
  expect(named('О речном флоте\n\nЗакон Республики Казахстан')).toBe('О речном флоте')
})
