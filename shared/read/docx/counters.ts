import { formatted } from './number-format.ts'
import type { List, ListLevel } from './numbering.ts'

/** A number that Word prints before a paragraph, as literal words. */
export interface ListLabel {
  /** `''` where the level prints nothing. */
  readonly text: string
  readonly suffix: ListLevel['suffix']
  readonly level: number
  readonly list: string
  readonly bullet: boolean
}

/** Counts the numbered paragraphs of one text in its order. */
export class Counters {
  /** Counts by counter, then by level; absent where the level has not begun. */
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  /** The label of the next paragraph of a list. */
  next(list: List, level: number): ListLabel {
    const counts = this.counts.get(list.counter) ?? []
    this.counts.set(list.counter, counts)
    this.begin(list, level, counts)
    const own = list.levels[level]
    const last = counts[level]
    counts[level] = last === undefined ? (own?.start ?? 1) : last + 1
    for (let deeper = level + 1; deeper < counts.length; deeper++)
      if (restarts(list.levels[deeper], deeper, level)) counts[deeper] = undefined
    return {
      text: own ? labelText(list, own, level, counts) : '',
      suffix: own?.suffix ?? 'tab',
      level,
      list: list.id,
      bullet: own?.format === 'bullet',
    }
  }

  /** The first paragraph of a list that sets a start of its own starts there. */
  private begin(list: List, level: number, counts: (number | undefined)[]): void {
    const start = list.starts.get(level)
    const key = `${list.id} ${level}`
    if (start === undefined || this.begun.has(key)) return
    this.begun.add(key)
    counts[level] = start - 1
  }
}

/** Whether a deeper level starts anew after a paragraph of `level`: by default after any above it. */
function restarts(deeper: ListLevel | undefined, at: number, level: number): boolean {
  if (deeper?.restart === undefined) return level < at
  return deeper.restart > 0 && level < deeper.restart
}

function labelText(
  list: List,
  { text, format, legal }: ListLevel,
  level: number,
  counts: readonly (number | undefined)[],
): string {
  if (format === 'bullet') return text
  return text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const of = Number(digit) - 1
    if (of > level) return ''
    const definition = list.levels[of]
    const count = counts[of] ?? definition?.start ?? 1
    const own = definition?.format ?? 'decimal'
    return formatted(count, legal && own !== 'none' ? 'decimal' : own)
  })
}
