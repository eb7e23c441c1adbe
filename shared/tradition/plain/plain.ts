import type { UnitKind } from '../../schema/kind.ts'
import { inlineStyle, lineStyle } from '../style.ts'
import type { Tradition } from '../tradition.ts'

const NESTING: Readonly<Partial<Record<UnitKind, readonly UnitKind[]>>> = {
  annex: ['part', 'paragraph', 'section'],
  part: ['chapter', 'section'],
  chapter: ['section'],
  section: ['subsection', 'paragraph', 'subparagraph'],
  subsection: ['paragraph', 'alinea'],
  paragraph: ['subparagraph', 'alinea'],
  subparagraph: ['alinea'],
}

const holds = (kind: UnitKind) => NESTING[kind] ?? []
const line = lineStyle(holds)
const inline = inlineStyle(holds)

/** Acts of the common-law family: parts, chapters, sections «5. Title», subsections «(1)», paragraphs «(a)». */
export const plain: Tradition = {
  id: 'plain',
  profiles: [
    {
      tradition: 'plain',
      id: 'act',
      language: 'en',
      name: 'Act',
      units: [
        line('annex', 'schedule', 'Schedule {n}'),
        line('part', 'part', 'Part {n}'),
        line('chapter', 'chapter', 'Chapter {n}'),
        line('section', 'section', '{n}.', 'arabic', 'act'),
        inline('subsection', 'subsection', '({n})'),
        inline('paragraph', 'paragraph', '({n})', 'letter'),
        inline('subparagraph', 'subparagraph', '({n})', 'romanLower'),
        inline('alinea', 'unnumbered paragraph'),
      ],
    },
  ],
}
