import { ownParts } from '../../citation/ordinal.ts'
import type { BlockRedline, UnitRedline } from '../../diff/redline.ts'
import { bodyOf, headingOf, type Unit, unitAttrs, unitsOf } from '../../schema/act.ts'
import { schema } from '../../schema/schema.ts'
import type { Address, Spot } from '../address.ts'
import type { Instruction } from '../instruction.ts'
import { quotedUnit } from '../quoted-unit.ts'
import { isLive, ownWordsOf } from './addresses.ts'
import { hunksIn, isLaw, saysTheSame, wordsIn } from './blocks.ts'
import { rowInstructions } from './rows.ts'
import { type ChangedWords, wordInstructions } from './words.ts'

/** How words are changed: see {@link ChangedWords}. */
export type Manner = Pick<ChangedWords, 'way' | 'reading'>

/** What makes the heading that of the draft. */
export function headingInstructions(
  { heading, unitA, unitB }: UnitRedline,
  at: Address,
  manner: Manner,
): readonly Instruction[] {
  if (!heading || !unitA || !unitB || saysTheSameHeading(unitA, unitB)) return []
  if (heading.kind === 'words') {
    const spot: Spot = { unit: at, part: { kind: 'heading' } }
    const { textA, textB, hunks } = hunksIn(heading.segments)
    const made =
      textB === ''
        ? undefined
        : wordInstructions({ at: spot, textA, textB, hunks, within: textA, ...manner })
    if (made && made.length === 1) return made
  }
  const words = headingOf(unitB)
  const fresh = words ? wordsIn(words.content).trim() : ''
  return [{ kind: 'restateHeading', at, heading: fresh === '' ? null : fresh }]
}

function saysTheSameHeading(unitA: Unit, unitB: Unit): boolean {
  const said = (unit: Unit) => {
    const heading = headingOf(unit)
    return heading ? wordsIn(heading.content).replaceAll(/\s+/gu, ' ').trim() : ''
  }
  return said(unitA) === said(unitB)
}

/** What makes the unit's own text that of the draft; `undefined` where the unit must be restated. */
export function bodyInstructions(
  redline: UnitRedline,
  at: Address,
  manner: Manner,
): readonly Instruction[] | undefined {
  const { body, unitA, unitB } = redline
  if (!unitA || !unitB || body.every(saysTheSame)) return []
  // What stands below the title is its publisher's, and no law amends it.
  if (unitA.attrs['kind'] === 'preface') return []
  const own = ownWordsOf(unitA, at)
  const made: Instruction[] = []
  let table = 0
  for (const block of body) {
    if ('blockA' in block && block.blockA.type === schema.nodes.table) table++
    if (saysTheSame(block)) continue
    const some = blockInstructions(block, own, table, within(unitA, own === at), manner)
    if (!some) return ownRestated(unitA, unitB, at, own)
    made.push(...some)
  }
  return made
}

function blockInstructions(
  block: BlockRedline,
  own: Address,
  table: number,
  within: string,
  manner: Manner,
): readonly Instruction[] | undefined {
  if (block.kind === 'table') return rowInstructions(own, table, block.rows)
  if (block.kind !== 'words' || !isLaw(block.blockA) || !isLaw(block.blockB)) return undefined
  const { textA, textB, hunks } = hunksIn(block.segments)
  return wordInstructions({ at: { unit: own }, textA, textB, hunks, within, ...manner })
}

/** The words among which a quotation must be the only one: the unit's own, or those of its own part. */
function within(unit: Unit, isWhole: boolean): string {
  const heading = isWhole ? headingOf(unit) : undefined
  const blocks = [...(heading ? [heading] : []), ...bodyOf(unit).filter(isLaw)]
  return blocks.map((block) => block.textBetween(0, block.content.size, '\n', ' ')).join('\n')
}

/** The unit's own part as it will read, where that alone can be restated. */
export function partInstructions(
  { body, unitA, unitB }: UnitRedline,
  at: Address,
): readonly Instruction[] | undefined {
  if (!unitA || !unitB || body.every(saysTheSame)) return undefined
  return ownRestated(unitA, unitB, at, ownWordsOf(unitA, at))
}

/** The unit's own part restated alone, where units in it stay as they are. */
function ownRestated(
  unitA: Unit,
  unitB: Unit,
  at: Address,
  own: Address,
): readonly Instruction[] | undefined {
  const step = own.at(-1)
  if (own === at || !step || ownParts(unitA) === 0) return undefined
  const { blocks } = quotedUnit(unitB)
  const [block] = blocks
  if (blocks.length !== 1 || block?.kind !== 'paragraph' || block.text.trim() === '')
    return undefined
  if (bodyOf(unitA).filter(isLaw).length !== 1) return undefined
  const unit = { kind: step.kind, label: null, num: null, heading: null, blocks, units: [] }
  return [{ kind: 'restateUnit', at: own, unit }]
}

/** The unit as the law quotes it: without the units in it that are no longer in force. */
export function quotedInForce(unit: Unit): ReturnType<typeof quotedUnit> {
  const quoted = quotedUnit(unit)
  const units = unitsOf(unit).filter(isLive).map(quotedInForce)
  const { label, num } = unitAttrs(unit)
  return { ...quoted, label, num, units }
}
