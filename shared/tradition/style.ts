import type { UnitKind } from '../schema/kind.ts'
import type { LabelStyle, UnitStyle } from './tradition.ts'

type Holds = (kind: UnitKind) => readonly UnitKind[]

/** Kinds whose numbers run through the whole act unless their style says otherwise. */
const RUN_THROUGH_ACT: ReadonlySet<UnitKind> = new Set(['article', 'annex'])

/** Styles for kinds whose number opens a line of its own: «Статья 44», "Chapter 3". */
export function lineStyle(holds: Holds) {
  return (
    kind: UnitKind,
    word: string,
    print: string,
    labels: LabelStyle = 'arabic',
    series: UnitStyle['series'] = RUN_THROUGH_ACT.has(kind) ? 'act' : 'parent',
  ): UnitStyle => ({ kind, word, print, labels, placement: 'line', series, holds: holds(kind) })
}

/** Styles for kinds that carry a heading and no number: «Общая часть». */
export function divisionStyle(holds: Holds) {
  return (kind: UnitKind, word: string): UnitStyle => ({
    kind,
    word,
    labels: 'arabic',
    placement: 'line',
    series: 'parent',
    holds: holds(kind),
  })
}

/** Styles for kinds whose number opens their first paragraph, or that carry none: «3.», «10-1)». */
export function inlineStyle(holds: Holds) {
  return (
    kind: UnitKind,
    word: string,
    print?: string,
    labels: LabelStyle = 'arabic',
  ): UnitStyle => ({
    kind,
    word,
    ...(print === undefined ? {} : { print }),
    labels,
    placement: 'inline',
    series: 'parent',
    holds: holds(kind),
  })
}
