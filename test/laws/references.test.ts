import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Node } from 'prosemirror-model'
import { expect, it } from 'vitest'
import { citationsByUnit, citationsByUnitNow } from '#shared/citation/by-unit.ts'
import { readText } from '#shared/read/read.ts'
import type { Act } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import { randomAct, randomEdit, randomEdits } from '#test/builders/random-act.ts'

function follow(act: Act, seeds: readonly number[]): void {
  let text = act
  let reading = citationsByUnitNow(text)
  for (const seed of seeds) {
    const edit = randomEdit(text, seed)
    const next = edit && applyEditToAct(text, edit)
    if (!next?.ok) continue
    text = next.value
    reading = citationsByUnitNow(text, reading.others, reading)
    const anew = citationsByUnitNow(Node.fromJSON(schema, text.toJSON()))
    expect([...reading.units]).toEqual([...anew.units])
  }
}

it('C52: references after any edits equal those read from scratch', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer(), { maxLength: 12 }), (seed, edits) => {
      follow(randomAct(seed), edits)
    }),
    { numRuns: 60 },
  )
})

it('C52: on a law that amends, the words that name the amended act reach the units under them', () => {
  let id = 0
  const source = readFileSync('../shared/corpora/kz/amending-laws/ru_2017-03-10_51-VI.md', 'utf8')
  const { act } = readText(source, { newId: () => `u${id++}` })
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 8 }), (edits) => {
      follow(randomEdits(act, edits[0] ?? 1, { edits: 1 }).draft, edits)
    }),
    { numRuns: 15 },
  )
})

it('C53: a keystroke has the references of the touched unit read, and no others', () => {
  let id = 0
  const source = readFileSync(
    '../shared/corpora/kz/constitution/ru/edition_2023-01-01_adilet-clean.txt',
    'utf8',
  )
  const { act } = readText(source, { newId: () => `u${id++}` })
  const before = citationsByUnitNow(act)
  const [[unit = ''] = []] = [...before.units].filter(([, found]) =>
    found.some(({ block }) => block === 0),
  )
  // The reader pauses every 40 units: an edit of one has none, the whole act many.
  const pauses = (steps: Generator) => [...steps].length
  expect(pauses(citationsByUnit(act))).toBeGreaterThan(5)
  expect(pauses(citationsByUnit(typeBehind(act, unit), before.others, before))).toBe(0)
})

/** The act with one letter more in a unit's first paragraph; all other nodes stay the same objects. */
function typeBehind(act: Act, unit: string): Act {
  const change = (node: Node): Node => {
    const children = node.children.map((child) => {
      if (child.type !== schema.nodes.unit) return child
      if (child.attrs['id'] !== unit) return change(child)
      const typed = child.children.map((block, i) =>
        i === child.children.findIndex((one) => one.type === schema.nodes.paragraph)
          ? block.copy(
              block.content.append(schema.nodes.paragraph.create(null, schema.text('я')).content),
            )
          : block,
      )
      return child.type.create(child.attrs, typed)
    })
    const same = children.every((child, i) => child === node.child(i))
    return same ? node : node.type.create(node.attrs, children)
  }
  return change(act)
}
