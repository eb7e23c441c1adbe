import { describe, expect, it } from 'vitest'
import { makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import { act, art, dump, para } from '#test/builders/act.ts'
import { identified } from '../../../renderer/editor/commands/identified.ts'

const law = act(art('1', 'Первая', para('1', 'Один.'), para('2', 'Два.')), art('2', 'Вторая'))

describe('units of an act that was edited on a copy', () => {
  it('U228: one of a kind and number that went from the same unit is that unit; others are new', () => {
    let n = 0
    const [first, second] = law.children
    const made = (label: string) =>
      makeUnit({ id: unitId(''), kind: 'paragraph', label }, { body: [makeParagraph('Иное.')] })
    const heading = first?.firstChild
    const kept = first?.child(1)
    if (!first || !second || !heading || !kept) throw new Error('the act has its units')
    const wish = law.type.create(law.attrs, [
      first.type.create(first.attrs, [heading, kept, made('2'), made('3'), kept]),
      second,
    ])
    const after = identified(law, wish, () => unitId(`n${++n}`))
    expect(dump(after)).toBe(
      dump(
        law.type.create(law.attrs, [
          first.type.create(first.attrs, [
            heading,
            kept,
            made('2').type.create(first.child(2).attrs, makeParagraph('Иное.')),
            made('3').type.create(
              { ...made('3').attrs, id: 'n1', state: 'draft' },
              makeParagraph('Иное.'),
            ),
            kept.type.create({ ...kept.attrs, id: 'n2', state: 'draft' }, kept.content),
          ]),
          second,
        ]),
      ),
    )
  })
})
