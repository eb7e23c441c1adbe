import { describe, expect, it } from 'vitest'
import { pageWords } from '#shared/export/page/words.ts'
import { kk } from '../../../renderer/messages/kk.ts'
import { kkProblems } from '../../../renderer/messages/problems/kk.ts'
import { ruProblems } from '../../../renderer/messages/problems/ru.ts'
import { ru } from '../../../renderer/messages/ru.ts'

const RUSSIAN = Object.entries({ ...ru, ...ruProblems })
const KAZAKH = Object.entries({ ...kk, ...kkProblems })

/** Where a language says what it should not. */
function saying(words: readonly (readonly [string, string])[], form: RegExp): readonly string[] {
  expect(words.length).toBeGreaterThan(500)
  return words.flatMap(([key, text]) => (form.test(text) ? `${key}: ${text}` : []))
}

describe('one word for one thing', () => {
  it('U159: comments are not called as notes of law are', () => {
    expect(saying(RUSSIAN, /примечани/iu)).toEqual([])
    expect(saying(KAZAKH, /ескертпе/iu)).toEqual([])
  })

  it('U159: no Kazakh suffix hangs on a value', () => {
    expect(saying(KAZAKH, SUFFIXED)).toEqual([])
    expect(SUFFIXED.test('{n}-де тұр')).toBe(true)
    expect(SUFFIXED.test('{to}ге')).toBe(true)
    expect(SUFFIXED.test('{n}-бапта')).toBe(false)
  })

  it('U159: no Kazakh conjunction that follows the sound before it stands behind a value', () => {
    expect(saying(KAZAKH, /\} (?:мен|бен|пен)(?!\p{L})/u)).toEqual([])
  })

  it('U159: an exported page says moved as the window does, and an insertion is no annex', () => {
    const { movedHere, movedAway, inserted } = pageWords('kk')
    expect(movedHere).toContain(kk['redline.movedHere'])
    expect(movedAway).toContain(kk['redline.movedAway'])
    expect(inserted.join()).not.toContain('қосымша')
  })
})

/** Case endings, which follow the vowels and the last sound of the word before them. */
const SUFFIXED =
  /\}-?(?:н[ыі]ң|д[ыі]ң|т[ыі]ң|ғ?а|г?е|қа|ке|н[ыі]|д[ыі]|т[ыі]|[дт][ае]|н?[дт][ае]н|нан|нен)(?!\p{L})/u
