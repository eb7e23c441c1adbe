import { describe, expect, it } from 'vitest'
import { createActPacker, createActUnpacker } from '#desk/amending/act-parcel.ts'
import { unitsOf } from '#shared/schema/act.ts'
import { act, art } from '../builders/act.ts'
import { randomAct, randomDraft } from '../builders/random-act.ts'

describe('J130: acts on their way to the thread that writes laws', () => {
  it('J130: arrive as they are, over any number of edits, with what stayed as the same objects', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const packer = createActPacker()
      const unpacker = createActUnpacker()
      const base = randomAct(seed)
      let draft = base
      let [baseThere, draftThere] = unpacker.unpack(packer.pack([base, draft]))
      expect(draftThere).toBe(baseThere)
      for (let round = 1; round <= 4; round++) {
        const next = randomDraft(draft, seed + round, { edits: 2 })
        const sent = structuredClone(packer.pack([base, next]))
        const [baseAgain, nextThere] = unpacker.unpack(sent)
        expect(baseAgain).toBe(baseThere)
        expect(nextThere?.toJSON()).toEqual(next.toJSON())
        const old = draftThere
        unitsOf(next).forEach((unit, i) => {
          const at = unitsOf(draft).indexOf(unit)
          if (old && nextThere && at >= 0) expect(unitsOf(nextThere)[i]).toBe(unitsOf(old)[at])
        })
        draft = next
        ;[baseThere, draftThere] = [baseAgain, nextThere]
      }
    }
  })

  it('J130: a change of one article sends that article', () => {
    const packer = createActPacker()
    const articles = Array.from({ length: 20 }, (_, n) =>
      art(`${n}`, '', 'Слова, которые остаются.'),
    )
    const base = act(...articles)
    packer.pack([base, base])
    const draft = base.copy(base.content.replaceChild(7, art('7', '', 'Стало.')))
    const sent = packer.pack([base, draft])
    expect(JSON.stringify(sent)).toContain('Стало.')
    expect(JSON.stringify(sent)).not.toContain('остаются')
  })
})
