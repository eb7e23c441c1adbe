import { describe, expect, it } from 'vitest'
import { type Problem, problem, problemAndMore, problemInFile } from '#shared/base/problem.ts'
import { SENTENCES } from '#shared/base/sentences.ts'
import { problemShape } from '#shared/bridge/wire.ts'
import { openFile } from '#shared/open/open.ts'
import { draftFault } from '#shared/sync/gate.ts'
import { sayer } from '../../../renderer/messages/messages.tsx'
import { kkProblems } from '../../../renderer/messages/problems/kk.ts'
import { ruProblems } from '../../../renderer/messages/problems/ru.ts'

const options = {
  newId: () => 'a',
} as const
const inRussian = sayer('ru')
const inKazakh = sayer('kk')

describe('what problems say', () => {
  it('U220: every sentence is told in Russian and Kazakh, with the same values', () => {
    const keys = Object.keys(SENTENCES).sort()
    expect(keys.length).toBeGreaterThan(150)
    for (const told of [ruProblems, kkProblems]) {
      expect(Object.keys(told).sort()).toEqual(keys)
      for (const [key, english] of Object.entries(SENTENCES)) {
        const words = Object.entries(told).find(([known]) => known === key)?.[1] ?? ''
        expect(words.trim(), key).not.toBe('')
        expect(valuesOf(words), key).toEqual(valuesOf(english))
        expect(words, key).not.toBe(english)
      }
    }
  })

  it('U220: every sentence fills in each language, and plurals have every form', () => {
    for (const [key, english] of Object.entries(SENTENCES)) {
      if (key.startsWith('told/')) continue
      const [code = key, variant] = key.split(':')
      const values = {
        ...Object.fromEntries(valuesOf(english).map((name) => [name, 5])),
        ...(variant !== undefined && { variant }),
      }
      for (const say of [inRussian, inKazakh])
        expect(say({ code, message: english, values }), key).not.toMatch(/[{}]/)
    }
    for (const words of Object.values(ruProblems).filter((one) => one.includes(', plural,')))
      for (const form of ['one {', 'few {', 'many {', 'other {']) expect(words).toContain(form)
  })

  it('U220: a file that cannot be read is told in the language of the window', () => {
    const opened = openFile({ name: 'закон.txt', bytes: new Uint8Array(0) }, options)
    const found = opened.ok ? undefined : overTheBridge(opened.problem)
    expect(found?.message).toBe('“закон.txt” is empty.')
    expect(found && inKazakh(found)).toBe('«закон.txt» файлы бос.')
    expect(found && inRussian(found)).toBe('Файл «закон.txt» пуст.')
  })

  it('U221: why a draft is read only is told in the language of the window', () => {
    const fault = draftFault(new Uint8Array([9, 9, 9]))
    expect(fault && inKazakh(overTheBridge(fault))).toBe(
      'Жоба оқылмайды: оның сақталған деректері бүлінген.',
    )
    const role = overTheBridge(problem('desk/role:reviewer'))
    expect(role.code).toBe('desk/role')
    expect(inKazakh(role)).toContain('оның мәтінін әзірлеушілер өзгертеді')
    expect(inRussian(role)).toContain('его текст изменяют разработчики')
  })

  it('U220: what is told around a sentence is told in its language', () => {
    const found = problemInFile('a.xml', problem('akn/other-format', { root: 'html' }))
    expect(inKazakh(problemAndMore(found, 3))).toBe(
      '«a.xml»: Бұл — басқа пішімдегі XML (түбір элементі <html>); Bapta тек Akoma Ntoso XML-ін оқиды. (тағы 3)',
    )
  })

  it('U222: a problem that a newer desk tells is told in the words it came with', () => {
    const newer = { code: 'desk/of-tomorrow', message: 'Something new.', values: { name: 'x' } }
    expect(inKazakh(newer)).toBe('Something new.')
    expect(inRussian({ ...newer, code: 'constructor' })).toBe('Something new.')
  })
})

function overTheBridge(found: Problem): Problem {
  return problemShape.parse(structuredClone(found))
}

function valuesOf(words: string): readonly string[] {
  return [...new Set([...words.matchAll(/\{(\w+)(?:,|\})/g)].map((match) => match[1] ?? ''))].sort()
}
