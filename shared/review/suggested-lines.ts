import type { UnitId } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { type LabelStyle, type Profile, styleOf } from '../tradition/tradition.ts'
import { plain, type SuggestedBlock } from './suggested-block.ts'
import type { SuggestedUnit } from './suggested-unit.ts'
import { blocksOfWritten } from './written-words.ts'

/** What somebody wrote of a new unit: its number and heading, and a line for each paragraph. */
export interface WrittenUnit {
  readonly label: string | null
  readonly heading: string | null
  readonly text: string
}

/**
 * A suggested unit with other words: each line is a paragraph or the row of a table, and one that begins
 * with a number as the act prints that of a unit in it is such a unit.
 */
export function rewritten(
  profile: Profile,
  unit: SuggestedUnit,
  { label, heading, text }: WrittenUnit,
  newId: () => UnitId,
): SuggestedUnit {
  const root: Growing = {
    ...unit,
    label: label === null ? null : plain(label),
    heading: heading === null ? null : plain(heading),
    paragraphs: [],
    units: [],
  }
  let open: readonly Growing[] = [root]
  let lines: string[] = []
  const endLines = () => {
    open.at(-1)?.paragraphs.push(...blocksOfWritten(lines))
    lines = []
  }
  for (const line of text.split(/\r?\n/u).map((one) => plain(one).trim())) {
    if (line === '') continue
    const numbered = numberedIn(profile, open, line)
    if (!numbered) {
      lines.push(line)
      continue
    }
    endLines()
    const { depth, kind, words } = numbered
    const begun: Growing = {
      id: newId(),
      kind,
      label: numbered.label,
      heading: null,
      paragraphs: words === '' ? [] : [...blocksOfWritten([words])],
      units: [],
    }
    open[depth]?.units.push(begun)
    open = [...open.slice(0, depth + 1), begun]
  }
  endLines()
  if (root.paragraphs.length + root.units.length === 0) root.paragraphs.push('')
  return root
}

interface Growing extends SuggestedUnit {
  readonly paragraphs: SuggestedBlock[]
  readonly units: Growing[]
}

interface Numbered {
  /** Which of the open units holds it. */
  readonly depth: number
  readonly kind: UnitKind
  readonly label: string
  readonly words: string
}

/** Numbers as profiles count; a number of more signs begins no provision. */
const NUMBERS: Readonly<Record<LabelStyle, string>> = {
  arabic: '\\d{1,4}',
  romanUpper: '[IVXLC]{1,7}',
  romanLower: '[ivxlc]{1,7}',
  letter: '\\p{Ll}{1,2}',
}

/** The innermost open unit that holds units whose number the line begins with. */
function numberedIn(
  profile: Profile,
  open: readonly Growing[],
  line: string,
): Numbered | undefined {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const holder = open[depth]
    for (const kind of (holder && styleOf(profile, holder.kind)?.holds) ?? []) {
      const style = styleOf(profile, kind)
      const [before, after] = style?.print?.split('{n}') ?? []
      if (style?.placement !== 'inline' || before === undefined || after === undefined) continue
      const number = `(${NUMBERS[style.labels]}(?:-\\d{1,3})*)`
      const pattern = `^${literal(before)}${number}${literal(after)}(?:\\s+(.*))?$`
      const [, label, words = ''] = new RegExp(pattern, 'u').exec(line) ?? []
      if (label !== undefined) return { depth, kind, label, words }
    }
  }
  return undefined
}

function literal(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')
}
