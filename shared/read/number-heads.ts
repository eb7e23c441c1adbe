import type { UnitKind } from '../schema/kind.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import type { Block, Role } from './block.ts'
import { headOf } from './blocks.ts'
import type { Head } from './head.ts'
import { type Item, itemOf } from './item.ts'
import { follows } from './number.ts'
import { isTitle } from './title.ts'

/**
 * Units that a number without a word opens: «I. Basic Rights» and «1. Общие положения» over articles
 * are divisions of the chapter; in an act without articles («I. В Конституцию … внести …») a Roman
 * numeral stands for one. A number that goes on the paragraphs of the article before, and no such
 * divisions, is one of them. Where headings are marked, the marks tell.
 */
export function numberHeads(blocks: readonly Block[], profile: Profile): readonly Block[] {
  if (blocks.some((block) => headOf(block)?.level !== undefined)) return blocks
  const hasSigns = blocks.some((block) => headOf(block)?.printed.startsWith('§'))
  if (!hasSigns && styleOf(profile, 'section')?.print === '{n}.') return titledSections(blocks)
  const kinds = new Set(blocks.map((block) => headOf(block)?.kind))
  const articles = kinds.has('article')
  const romanFromOne = blocks.some((block) => isRoman(block) && itemIn(block)?.label === 'I')
  const roman: UnitKind = kinds.has('chapter') ? 'subchapter' : 'chapter'
  let division = ''
  let paragraph = ''
  return blocks.map((block, i) => {
    if (headOf(block)) paragraph = ''
    const item = itemIn(block)
    if (item?.form !== 'dot') return block
    if (isRoman(block) && romanFromOne && !articles) return asHead(block, item, 'article')
    const { label } = item
    const isParagraph = /^\d/u.test(label) && follows(paragraph, label) && !follows(division, label)
    if (!articles || isParagraph || !opensArticles(blocks, i, item)) {
      paragraph = label
      return block
    }
    if (isRoman(block)) return romanFromOne ? asHead(block, item, roman) : block
    if (!kinds.has('chapter')) return block
    division = label
    return asHead(block, item, 'subsection')
  })
}

/**
 * «5. Title» in acts of sections: a number with a title, or with the first subsection («2.—(1)»),
 * opens one, and so does a number of the outermost level of a list that has deeper ones.
 */
function titledSections(blocks: readonly Block[]): readonly Block[] {
  const deep = new Set(
    blocks.flatMap((block) => {
      const place = itemIn(block)?.place
      return place && place.level > 0 ? place.list : []
    }),
  )
  return blocks.map((block, i) => {
    const found = itemIn(block)
    if (found?.form !== 'dot' || !/^\d/u.test(found.label)) return block
    const item = dashed(found)
    const next = blocks[i + 1]
    const nested = item.rest === '' && next ? itemIn(next) : itemOf(item.rest)
    const outermost = item.place?.level === 0 && deep.has(item.place.list)
    const opens =
      outermost ||
      item !== found ||
      isTitle(item.rest) ||
      (nested?.form === 'dot' && nested.label === '1')
    return opens ? asHead(block, item, 'section') : block
  })
}

/** «1.—(1) Words»: the dash between the numbers of section and subsection belongs to the first. */
function dashed(item: Item): Item {
  const dash = /^[—–]\s?(?=\(\w{1,3}\))/u.exec(item.rest)?.[0]
  if (dash === undefined) return item
  return { ...item, printed: item.printed + dash.trim(), rest: item.rest.slice(dash.length) }
}

function itemIn({ role }: Block): Item | undefined {
  return role.is === 'item' ? role.item : undefined
}

function isRoman(block: Block): boolean {
  return /^[IVXLCDM]/u.test(itemIn(block)?.label ?? '')
}

/** Whether a title and the heads of further units are all that stands between a number and an article. */
function opensArticles(blocks: readonly Block[], at: number, { rest }: Item): boolean {
  const [next, afterNext] = blocks.slice(at + 1, at + 5).filter(({ role }) => role.is !== 'note')
  if (rest === '') return headOf(next) !== undefined || headOf(afterNext) !== undefined
  if (!isTitle(rest)) return false
  const inner = next ? itemIn(next) : undefined
  const overInner = inner?.form === 'dot' && isTitle(inner.rest) && headOf(afterNext) !== undefined
  return headOf(next) !== undefined || overInner
}

function asHead(block: Block, item: Item, kind: Head['kind']): Block {
  const { label, printed, rest, place } = item
  const head = { kind, label, printed, rest, glued: false, ...(place ? { place } : {}) }
  const role: Role = { is: 'head', head }
  return { ...block, role }
}
