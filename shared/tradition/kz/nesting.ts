import type { UnitKind } from '../../schema/kind.ts'

/** What may stand in what, in all three languages of Kazakhstan's acts, the likeliest first. */
export const NESTING: Readonly<Partial<Record<UnitKind, readonly UnitKind[]>>> = {
  annex: ['paragraph', 'article', 'part', 'chapter', 'section', 'point', 'subparagraph'],
  part: ['article', 'chapter', 'subpart', 'section'],
  subpart: ['chapter', 'section', 'article'],
  chapter: ['article', 'section', 'paragraph'],
  section: ['article', 'paragraph'],
  article: ['paragraph', 'point', 'subparagraph'],
  paragraph: ['point', 'subparagraph', 'alinea'],
  point: ['alinea', 'subparagraph'],
  subparagraph: ['point', 'alinea'],
}

export function holds(kind: UnitKind): readonly UnitKind[] {
  return NESTING[kind] ?? []
}
