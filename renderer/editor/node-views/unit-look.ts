import { type Unit, unitAttrs } from '#shared/schema/act.ts'
import { printedNum } from '#shared/structure/label.ts'
import { isSentenceLine } from '#shared/structure/sentence-line.ts'
import { type Profile, styleOf } from '#shared/tradition/tradition.ts'
import { intrinsicHeight } from './intrinsic-height.ts'

/** What the page has of a unit besides its words, for the styles to draw (styles/law.css). */
export interface UnitLook {
  /** Attributes of the unit's section; `undefined`: it has none of that name. */
  readonly data: Readonly<Record<string, string | undefined>>
  readonly style: Readonly<Record<string, string>>
}

export function unitLook(profile: Profile, unit: Unit): UnitLook {
  const { id, kind, state } = unitAttrs(unit)
  const num = printedNum(profile, unit)
  return {
    data: {
      'data-unit': id,
      'data-kind': kind,
      'data-state': state,
      'data-placement': styleOf(profile, kind)?.placement ?? 'line',
      'data-num': num,
      'data-line': isSentenceLine(unit) ? 'sentence' : undefined,
    },
    style: kind === 'article' ? articleStyle(unit, num) : {},
  }
}

/** An article's heading prints its number; other units print their own, and share one style. */
function articleStyle(unit: Unit, num: string | undefined): UnitLook['style'] {
  return {
    '--num': num === undefined ? 'none' : cssString(num),
    'contain-intrinsic-size': `auto none auto ${intrinsicHeight(unit)}px`,
  }
}

function cssString(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`
}
