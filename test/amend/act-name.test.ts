import { expect, it } from 'vitest'
import { actName } from '#shared/amend/derive/act-name.ts'
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
