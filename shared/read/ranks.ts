import type { UnitKind } from '../schema/kind.ts'
import type { Block } from './block.ts'
import { headOf } from './blocks.ts'
import type { Head } from './head.ts'
import { isTitleLike } from './title.ts'

const OUTERMOST_FIRST: readonly UnitKind[] = [
  'annex',
  'book',
  'title',
  'part',
  'subpart',
  'chapter',
  'subchapter',
  'section',
  'subsection',
  'article',
]

/** «Параграф 2», in it «II. Title»: a division that a numeral without a word opens is the smaller one. */
const NUMERALS_IN_SECTIONS = OUTERMOST_FIRST.map((kind) =>
  kind === 'subchapter' ? 'section' : kind === 'section' ? 'subchapter' : kind,
)

/**
 * Which kind of unit stands in which in this act, outermost first: the usual order, but for kinds
 * whose numbers follow each other the other way round (a chapter of parts, an article of sections).
 */
export function rankKinds(blocks: readonly Block[]): ReadonlyMap<UnitKind, number> {
  const follows = new Map<string, number>()
  let last: UnitKind | undefined
  for (const block of blocks) {
    const kind = headOf(block)?.kind
    if (kind && last) follows.set(`${last} ${kind}`, (follows.get(`${last} ${kind}`) ?? 0) + 1)
    if (kind || !isTitleLike(block)) last = kind
  }
  const times = (outer: UnitKind, inner: UnitKind) => follows.get(`${outer} ${inner}`) ?? 0
  const order: UnitKind[] = []
  const numerals = blocks.some((block) => isNumeral(headOf(block)))
  const usual = numerals ? NUMERALS_IN_SECTIONS : OUTERMOST_FIRST
  for (const kind of usual.toReversed()) {
    const holder = order.findLastIndex((inner) => times(inner, kind) > times(kind, inner) + 1)
    order.splice(kind === 'annex' ? 0 : holder + 1, 0, kind)
  }
  return new Map(order.map((kind, rank) => [kind, rank]))
}

function isNumeral(head: Head | undefined): boolean {
  return head?.kind === 'subchapter' && /^[IVXLC]+\.$/u.test(head.printed)
}

/** Kinds that this act puts in its articles are sections of them. */
export function ranksInArticles(
  ranks: ReadonlyMap<UnitKind, number>,
): ReadonlyMap<UnitKind, number> {
  const article = ranks.get('article') ?? Number.POSITIVE_INFINITY
  const inArticle = [...ranks.values()].filter((rank) => rank > article)
  return inArticle.length === 0 ? ranks : new Map([...ranks, ['section', Math.min(...inArticle)]])
}
