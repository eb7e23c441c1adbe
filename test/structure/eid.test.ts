import { describe, expect, it } from 'vitest'
import type { Unit } from '#shared/schema/act.ts'
import { eids } from '#shared/structure/eid.ts'
import { outline } from '#shared/structure/outline.ts'
import { act, art, chapter, para, part, point, preamble, withId } from '#test/builders/act.ts'

const eidList = (...units: readonly Unit[]) => [...eids(act(...units)).values()]

describe('eids', () => {
  it('N5: name a unit after its place and bare number, by the Akoma Ntoso naming convention', () => {
    expect(
      eidList(part('III', 'Президент', art('44', '', para('1', 'a', point('10-1', 'b'))))),
    ).toEqual(['part_iii', 'art_44', 'art_44__para_1', 'art_44__para_1__point_10-1'])
  })

  it('N5: keep the number of kinds that run through the act free of their parents', () => {
    expect(eidList(chapter('1', 'A', art('1', '')), chapter('2', 'B', art('2', '')))).toEqual([
      'chp_1',
      'art_1',
      'chp_2',
      'art_2',
    ])
  })

  it('N6: are unique even where numbers are not', () => {
    expect(eidList(withId('x', art('1', '')), withId('y', art('1', '')), preamble('a'))).toEqual([
      'art_1',
      'art_1_2',
      'preamble',
    ])
  })
})

describe('outline', () => {
  it('N7: nests units as the act does, with number, heading and eId', () => {
    const [entry] = outline(act(chapter('1', 'Общие положения', art('2', 'Предмет'))))
    expect(entry).toMatchObject({
      kind: 'chapter',
      label: '1',
      eId: 'chp_1',
      heading: 'Общие положения',
      children: [{ kind: 'article', label: '2', eId: 'art_2', heading: 'Предмет', children: [] }],
    })
  })
})
