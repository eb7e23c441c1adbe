import type { Redline } from '../../diff/redline.ts'
import type { Act } from '../../schema/act.ts'
import type { Profile } from '../../tradition/tradition.ts'
import { dayInFigures, type ExportAbout } from '../about.ts'
import { type PageChange, pageChanges } from '../page/changes.ts'
import { movePlaces, moveSaid } from '../page/moves.ts'
import { unchanged } from '../page/unchanged.ts'
import { type PageUnit, pageUnits } from '../page/unit-page.ts'
import { type ChangeKind, countsInWords, type PageWords, pageWords } from '../page/words.ts'
import { said } from '../table/cells.ts'
import { legalText } from '../xml-text.ts'
import { PrintBlocks } from './print-blocks.ts'
import type { PrintDocument, PrintSummary } from './print-document.ts'
import { printWords } from './words.ts'

/** The redline for print: a page that lists the changes, then the text with its lines numbered. */
export function printRedline(redline: Redline, about: ExportAbout): PrintDocument {
  const words = pageWords(about.language)
  const units = pageUnits(redline, about.profile)
  const changes = pageChanges(units, about.profile)
  return {
    ...frame(about),
    summary: summaryOf(changes, redline.unmarkedNumbers ?? 0, words),
    blocks: blocksOf(units, changes, words, about.profile),
  }
}

/** The act alone for print. */
export function printClean(act: Act, about: ExportAbout): PrintDocument {
  const units = pageUnits(unchanged(act), about.profile)
  return {
    ...frame(about),
    summary: null,
    blocks: blocksOf(units, [], pageWords(about.language), about.profile),
  }
}

/** Everything of a printed document but its text. */
export function frame(about: ExportAbout): Omit<PrintDocument, 'summary' | 'blocks'> {
  const { author, language, date } = about
  const { pageOf, untitled } = printWords(language)
  // PDF/UA takes no document without a title.
  const title = about.title.trim() === '' ? untitled : legalText(about.title)
  const day = dayInFigures(date)
  const head = headOf(title)
  return { title, head, author, day, language, turned: false, lineNumbers: true, pageOf }
}

/** Characters that stand at the head of a page: two lines, though all be capitals; a third would leave the margin. */
const HEAD = 120

function headOf(title: string): string {
  if (title.length <= HEAD) return title
  const whole = /^.{1,119}(?=\s)/su.exec(title)?.[0] ?? [...title].slice(0, HEAD - 1).join('')
  return `${whole}…`
}

function blocksOf(
  units: readonly PageUnit[],
  changes: readonly PageChange[],
  words: PageWords,
  profile: Profile,
) {
  const printed = new PrintBlocks()
  const starts = new Map(changes.map((change) => [change.unit, change]))
  const moves = movePlaces(units)
  const add = (unit: PageUnit): void => {
    const moved = moveSaid(unit, moves, words, profile)
    if (moved) printed.say(`${moved.said}: ${moved.place}`)
    const change = starts.get(unit)
    // A unit without words is shown by the number of its change.
    const blocks = change && unit.blocks.length === 0 ? [said('')] : unit.blocks
    for (const [i, block] of blocks.entries())
      printed.add(block, i === 0 && change ? bookmark(change, words) : undefined)
    unit.units.forEach(add)
  }
  units.forEach(add)
  return printed.blocks
}

function bookmark({ n, place, kind }: PageChange, words: PageWords) {
  return { n, name: `${n}. ${place}: ${words.kinds[kind]}` }
}

const KINDS: readonly ChangeKind[] = ['changed', 'inserted', 'deleted', 'moved', 'renumbered']

function summaryOf(
  changes: readonly PageChange[],
  unmarkedNumbers: number,
  words: PageWords,
): PrintSummary {
  const [inserted, deleted, moved] = words.legendWords
  const [marked, ...unmarked] = countsInWords(changes.length, unmarkedNumbers, words)
  const counts = KINDS.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length
    return count === 0 ? [] : [`${words.counted[kind]}: ${count}`]
  })
  return {
    heading: words.comparison,
    counts: [marked, ...counts, ...unmarked],
    legendHeading: words.legend,
    legend: [
      ['inserted', inserted, []],
      ['deleted', deleted, []],
      ['movedTo', moved, []],
    ],
    items: changes.map(({ n, place, kind }) => ({ n, place, kind: words.kinds[kind] })),
  }
}
