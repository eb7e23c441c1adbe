import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { type Act, bodyOf, unitsOf } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { replaceFound } from '../../../renderer/editor/commands/replace-found.ts'
import { findWords } from '../../../renderer/editor/queries/find-words.ts'
import { act, para } from '../../builders/act.ts'

function replaced(doc: Act, query: string, words: string) {
  const { tr, ...told } = replaceFound(EditorState.create({ doc }), findWords(doc, query), words)
  return { ...told, act: tr.doc, texts: textsOf(tr.doc) }
}

function textsOf(doc: Act): readonly string[] {
  return unitsOf(doc).flatMap((unit) => bodyOf(unit).map(({ textContent }) => textContent))
}

describe('U256: replacing found words', () => {
  it('puts the words in every place and touches nothing else', () => {
    const doc = act(para('1', 'суд и суды; судья'), para('2', 'о суде'))
    const { replaced: count, left, texts } = replaced(doc, 'суд', 'трибунал')
    expect(texts).toEqual(['трибунал и трибуналы; трибуналья', 'о трибунале'])
    expect([count, left]).toEqual([4, 0])
  })

  it('keeps a first capital and capitals as long as the words are written small', () => {
    const doc = act(para('1', 'Совет, совет, СОВЕТ'))
    expect(replaced(doc, 'совет', 'палата').texts).toEqual(['Палата, палата, ПАЛАТА'])
    expect(replaced(doc, 'совет', 'Палата').texts).toEqual(['Палата, Палата, Палата'])
  })

  it('takes words away without the paragraph that they were', () => {
    expect(replaced(act(para('1', 'суд'), para('2', 'о суде')), 'суд', '').texts).toEqual([
      '',
      'о е',
    ])
  })

  it('keeps the marks of the first letter', () => {
    const strong = schema.text('суд', [schema.mark('strong')])
    const words = schema.node('paragraph', null, [strong, schema.text(' решает')])
    const doc = act(para('1', 'Да.', words))
    const [, paragraph] = unitsOf(replaced(doc, 'суд решает', 'трибунал решит').act).flatMap(bodyOf)
    expect(paragraph?.firstChild?.text).toBe('трибунал решит')
    expect(paragraph?.firstChild?.marks.map(({ type }) => type.name)).toEqual(['strong'])
  })

  it('leaves and counts a place among whose words a footnote stands', () => {
    const note = schema.node('footnote', { marker: '1', text: 'прим.' })
    const words = [schema.text('Верховный'), note, schema.text('суд и Верховный суд')]
    const doc = act(para('1', 'Да.', schema.node('paragraph', null, words)))
    const { replaced: count, left, texts } = replaced(doc, 'верховный суд', 'трибунал')
    expect([count, left]).toEqual([1, 1])
    expect(texts).toEqual(['Да.', 'Верховный суд и Трибунал'])
  })
})
