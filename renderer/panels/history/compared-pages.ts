import type { ActRedline } from '#shared/diff/redline.ts'
import type { PageBlock } from '#shared/export/page/page.ts'
import { type PageUnit, pageUnits } from '#shared/export/page/unit-page.ts'
import type { Profile } from '#shared/tradition/tradition.ts'

/** A block of a redline, or a stretch of text without changes. */
export type ComparedPage =
  | { readonly kind: 'block'; readonly key: string; readonly block: PageBlock }
  | { readonly kind: 'gap'; readonly key: string }

/** What differs between two texts, with the lines of the units around it; nothing: they are the same. */
export function comparedPages(redline: ActRedline, profile: Profile): readonly ComparedPage[] {
  const pages: ComparedPage[] = []
  const visit = (unit: PageUnit): void => {
    if (!isChangedUnit(unit)) {
      if (pages.at(-1)?.kind !== 'gap') pages.push({ kind: 'gap', key: `gap ${pages.length}` })
      return
    }
    for (const block of unit.blocks) {
      pages.push({ kind: 'block', key: `block ${pages.length}`, block })
    }
    unit.units.forEach(visit)
  }
  pageUnits(redline, profile).forEach(visit)
  return pages.some(({ kind }) => kind === 'block') ? pages : []
}

export function isChangedUnit({ blocks, units }: PageUnit): boolean {
  return blocks.some(isChangedBlock) || units.some(isChangedUnit)
}

export function isChangedBlock(block: PageBlock): boolean {
  if (block.fate !== 'kept') return true
  if (block.kind === 'paragraph') {
    return (
      block.roleA !== undefined || block.runs.some(({ fate, marksA }) => fate !== 'kept' || marksA)
    )
  }
  return block.rows.some(
    ({ fate, cells }) => fate !== 'kept' || cells.some(({ blocks }) => blocks.some(isChangedBlock)),
  )
}
