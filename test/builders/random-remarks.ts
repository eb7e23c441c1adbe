import type { Node } from 'prosemirror-model'
import { type Act, bodyOf, headingOf, type Unit, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import { lastingId } from '#shared/structure/lasting-id.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { Chance } from './chance.ts'

/** Remarks at random on units of both texts and on words of the draft, some of them settled. */
export function randomRemarks(
  { base, draft }: { readonly base: Act; readonly draft: Act },
  seed: number,
): readonly Remark[] {
  const chance = new Chance(seed)
  const remarks: Remark[] = []
  let said = 0
  for (const act of [base, draft]) {
    walkUnits(act, (unit) => {
      if (!chance.chance(0.2)) return
      const texts = textsOf(unit).filter(({ node }) => node.content.size > 0)
      const isOnWords = act === draft && texts.length > 0 && chance.chance(0.7)
      const comments = Array.from({ length: 1 + chance.below(3) }, (_, i) => ({
        author: chance.pick(['Дана & Ко', 'Ерлан']),
        date: '2026-11-24T08:00:10.123Z',
        words: `<${i}>\nвторая строка ${said}`,
        lasting: lastingId(`${said++}`),
      }))
      remarks.push({
        unit: unitAttrs(unit).id,
        ...(isOnWords ? { words: wordsIn(chance.pick(texts), chance) } : {}),
        comments,
        isResolved: chance.chance(0.3),
      })
    })
  }
  return remarks
}

interface UnitText {
  readonly text: number
  readonly node: Node
}

/** The heading and the texts of a unit, those of cells too. */
export function textsOf(unit: Unit): readonly UnitText[] {
  const nodes: Node[] = []
  for (const block of bodyOf(unit)) {
    if (block.isTextblock) nodes.push(block)
    block.descendants((node) => {
      if (node.isTextblock) nodes.push(node)
      return !node.isTextblock
    })
  }
  const heading = headingOf(unit)
  const body = nodes.map((node, text) => ({ node, text }))
  return heading ? [{ node: heading, text: -1 }, ...body] : body
}

function wordsIn({ text, node }: UnitText, chance: Chance) {
  const { size } = node.content
  const from = chance.below(size)
  return { text, from, to: from + 1 + chance.below(size - from) }
}
