import type { UnitKind } from '../../schema/kind.ts'

/** What may stand in what, in all three languages of Kazakhstan's acts, the likeliest first. */
export const NESTING: Readonly<Partial<Record<UnitKind, readonly UnitKind[]>>> = {
  annex: ['paragraph', 'article', 'part', 'chapter', 'section', 'point', 'subparagraph'],
  book: ['part', 'chapter', 'article'],
  part: ['article', 'chapter', 'subpart', 'section'],
  subpart: ['chapter', 'section', 'article'],
  chapter: ['article', 'section', 'paragraph'],
  section: ['article', 'paragraph', 'subchapter', 'subsection'],
  subchapter: ['article', 'subsection'],
  subsection: ['article'],
  article: ['paragraph', 'point', 'subparagraph', 'alinea'],
  paragraph: ['point', 'subparagraph', 'alinea'],
  point: ['alinea', 'subparagraph'],
  subparagraph: ['point', 'alinea'],
}

export function holds(kind: UnitKind): readonly UnitKind[] {
  return NESTING[kind] ?? []
}
