import type * as Y from 'yjs'
import { pairByContent } from '#shared/diff/pair-by-content.ts'
import { type Anchor, anchorToQuote, anchorToUnit, PLAIN_OBJECT } from '#shared/review/anchor.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  walkUnits,
} from '#shared/schema/act.ts'
import type { Remark, RemarkedWords } from '#shared/structure/remark.ts'
import { layoutOf } from '#shared/sync/project.ts'

/** A text that remarks were made on; `draft` is the one with the changes of its file. */
export interface RemarkedText {
  readonly act: Act
  readonly draft?: Act | undefined
}

/** Which unit of a draft each unit of another text is. */
export type SameUnits = ReadonlyMap<UnitId, UnitId>

/** The units of a text that came back, by what they say: a Word file knows no ids of ours. */
export function sameUnits(
  text: RemarkedText,
  own: { readonly base: Act; readonly draft: Act },
): SameUnits {
  const same = new Map<UnitId, UnitId>()
  const pair = (theirs: Act, ours: Act): void => {
    for (const [unit, found] of pairByContent(theirs, ours)) {
      const id = unitAttrs(found).id
      if (!same.has(id)) same.set(id, unitAttrs(unit).id)
    }
  }
  pair(text.draft ?? text.act, own.draft)
  // Units that the draft has no more are known from the law in force.
  pair(text.act, own.base)
  return same
}

/**
 * Gives the place in a draft of what was said of another text of it: the same words in the same unit, or
 * in the one around it that both have, else that unit; undefined: they have none in common.
 */
export function remarkPlaces(
  draft: Y.Doc,
  { act, draft: changed = act }: RemarkedText,
  same: SameUnits,
): (remark: Remark) => Anchor | undefined {
  const layout = layoutOf(draft)
  const before = pathsIn(act)
  const after = changed === act ? before : pathsIn(changed)
  return ({ unit, words, wordsBase }) => {
    const path = after.get(unit) ?? before.get(unit) ?? []
    const home = path.findLast((each) => same.has(unitAttrs(each).id))
    const own = home && same.get(unitAttrs(home).id)
    if (own === undefined) return undefined
    const place = words ?? wordsBase
    const said = place && textOf((words ? after : before).get(unit)?.at(-1), place)
    if (!place || said === undefined) return anchorToUnit(own)
    return anchorToQuote(draft, layout, { unit: own, ...place }, said)
  }
}

/** Each unit with those around it, from the outermost to itself. */
function pathsIn(act: Act): ReadonlyMap<UnitId, readonly Unit[]> {
  const paths = new Map<UnitId, readonly Unit[]>()
  walkUnits(act, (unit, parents) => paths.set(unitAttrs(unit).id, [...parents, unit]))
  return paths
}

/** One text of a unit, counted as remarks count them. */
function textOf(unit: Unit | undefined, { text }: RemarkedWords): string | undefined {
  if (!unit) return undefined
  const blocks = bodyOf(unit).flatMap((block) => {
    const texts = block.isTextblock ? [block] : []
    block.descendants((node) => {
      if (node.isTextblock) texts.push(node)
      return !node.isTextblock
    })
    return texts
  })
  const node = text === -1 ? headingOf(unit) : blocks[text]
  return node?.textBetween(0, node.content.size, '', PLAIN_OBJECT)
}
