import { remarksInParts } from '#desk/comments/remark-of.ts'
import type { OpenedAct } from '#shared/open/open.ts'
import { type Act, type UnitId, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { wrongUsage } from './refusal.ts'

/** The option of commands that write Word files, and what it does. */
export const COMMENTS_OPTION = { comments: { type: 'boolean' } } as const

/** What people said of the draft in a file: of a carried draft, or of a Word file. */
export function remarksOf({ remarks = [], parts }: OpenedAct): readonly Remark[] {
  const text = parts?.get('text')
  const review = parts?.get('review')
  return text && review ? remarksInParts(text, review) : remarks
}

/** What was said of a draft, as far as the law in force has it. */
export function onBase(remarks: readonly Remark[], base: Act): readonly Remark[] {
  const standing = new Set<UnitId>()
  walkUnits(base, (unit) => standing.add(unitAttrs(unit).id))
  return remarks
    .filter(({ unit }) => standing.has(unit))
    .map(({ words: _, wordsBase, ...remark }) =>
      wordsBase ? { ...remark, words: wordsBase } : remark,
    )
}

/** The comments that go into `out`; only Word files show them. */
export function commentsFor(
  out: string,
  { comments }: { readonly comments?: boolean | undefined },
  remarks: () => readonly Remark[],
): readonly Remark[] {
  if (!comments) return []
  if (!/\.docx$/i.test(out))
    throw wrongUsage('--comments is for .docx; no other format shows them.')
  return remarks()
}
