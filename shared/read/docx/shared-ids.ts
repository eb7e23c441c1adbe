import type { DraftUnit } from '../draft-unit.ts'
import type { LaidText } from './paragraph-blocks.ts'
import type { TrackedBlock, TrackedParagraph } from './tracked.ts'
import { paragraphsIn } from './walk.ts'

/**
 * Gives units of the draft the ids of the base's units that open in the same paragraph of the file,
 * or in the paragraph that a move took to another place.
 */
export function shareIds(
  base: { readonly laid: LaidText; readonly units: readonly DraftUnit[] },
  draft: { readonly laid: LaidText; readonly units: readonly DraftUnit[] },
  body: readonly TrackedBlock[],
): void {
  const moved = movedOrigins(body)
  const known = new Map<number, DraftUnit[]>()
  const baseOrigins = originsByStart(base.laid)
  eachUnit(base.units, (unit) => {
    for (const origin of baseOrigins.get(unit.range.start) ?? [])
      known.set(origin, [...(known.get(origin) ?? []), unit])
  })
  const taken = new Set<DraftUnit>()
  const draftOrigins = originsByStart(draft.laid)
  eachUnit(draft.units, (unit) => {
    const origins = draftOrigins.get(unit.range.start) ?? []
    const candidates = origins
      .flatMap((origin) => known.get(moved.get(origin) ?? origin) ?? [])
      .filter((candidate) => !taken.has(candidate))
    const same = candidates.find(({ kind }) => kind === unit.kind) ?? candidates[0]
    if (!same) return
    taken.add(same)
    unit.id = same.id
  })
}

function eachUnit(units: readonly DraftUnit[], visit: (unit: DraftUnit) => void): void {
  for (const unit of units) {
    visit(unit)
    eachUnit(unit.units, visit)
  }
}

function originsByStart({ blocks }: LaidText): ReadonlyMap<number, readonly number[]> {
  return new Map(blocks.map(({ block, origins }) => [block.range.start, origins]))
}

/** For the paragraphs at the new place of a move those at the old one, in their order. */
function movedOrigins(body: readonly TrackedBlock[]): ReadonlyMap<number, number> {
  const places = new Map<string, Record<'from' | 'to', TrackedParagraph[]>>()
  for (const paragraph of paragraphsIn(body)) {
    if (!paragraph.move) continue
    const { name, place } = paragraph.move
    const both = places.get(name) ?? { from: [], to: [] }
    places.set(name, both)
    both[place].push(paragraph)
  }
  const origins = new Map<number, number>()
  for (const { from, to } of places.values())
    to.forEach((paragraph, i) => {
      const before = from[i]
      if (before) origins.set(paragraph.origin, before.origin)
    })
  return origins
}
