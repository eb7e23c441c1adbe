import { problem, type Saying } from '../../base/problem.ts'
import type { Address } from '../address.ts'
import type { Instruction, UnitPlace } from '../instruction.ts'
import { isBefore } from './additions.ts'
import type { Command } from './command.ts'
import { placed, type Reading } from './reading.ts'
import { inContext } from './targets.ts'

/** A unit moved and given a number in one sentence is one command: «перенести … и считать …». */
export function movedUnder(command: Command, renumbering: Command): Command | undefined {
  if (command.deed !== 'move' || renumbering.deed !== 'renumber') return undefined
  const labels = renumbering.targets
    .flatMap(({ units }) => units)
    .flatMap((path) => path.slice(-1))
    .flatMap((step) => ('label' in step ? [step.label] : []))
  if (labels.length === 0) return undefined
  return { ...command, range: { start: command.range.start, end: renumbering.range.end }, labels }
}

/** «Пункт 3 статьи 5 перенести в статью 6 после пункта 4 и считать пунктом 5». */
export function moved(reading: Reading): readonly Instruction[] | Saying {
  const { command, context, profile, words } = reading
  const base = context[0] ?? { unit: [] }
  const objects = command.targets.filter(({ role }) => role === 'object')
  const olds = objects
    .flatMap((target) => placed(target, base, profile, words))
    .map(({ unit }) => unit)
  const [first] = olds
  if (!first || first.length === 0) return problem('amend/unread:moves-nothing')
  const { labels } = command
  if (labels && labels.length !== olds.length) return problem('amend/unread:unpaired-numbers')
  const whither = targetOf(reading, first)
  if (!whither) return problem('amend/unread:no-destination')
  const { into, place } = whither
  if (olds.length > 1 && place?.by !== undefined) return problem('amend/unread:no-order')
  return olds.map((at, i): Instruction => {
    const last = at.at(-1)
    const byNumber = last !== undefined && 'label' in last
    const to = labels?.[i] ?? whither.to ?? null
    return { kind: 'moveUnit', at, into, place: place ?? { by: byNumber ? 'number' : 'end' }, to }
  })
}

interface Whither {
  readonly into: Address
  readonly place: UnitPlace | undefined
  /** The new number where the place is named as the unit will be: "moved to be section 7". */
  readonly to?: string
}

function targetOf(reading: Reading, moving: Address): Whither | undefined {
  const { command, context, profile, words } = reading
  const base = context[0]?.unit ?? []
  const home = moving.slice(0, -1)
  const complement = command.targets.find(({ role }) => role === 'complement')?.units[0]
  const sibling = command.targets.find(({ role }) => role === 'place')
  const step = sibling?.units[0]?.at(-1)
  if (sibling && step) {
    const outer = inContext(
      complement ? inContext(base, complement, profile, words) : home,
      sibling.units[0] ?? [],
      profile,
      words,
    )
    const by = isBefore(sibling, command) ? 'before' : 'after'
    return { into: outer.slice(0, -1), place: { by, step } }
  }
  if (!complement) return undefined
  const into = inContext(base, complement, profile, words)
  const last = into.at(-1)
  const isOwn = last !== undefined && last.kind === moving.at(-1)?.kind
  if (isOwn && 'label' in last) return { into: into.slice(0, -1), place: undefined, to: last.label }
  if (words.atStart.test(command.words)) return { into, place: { by: 'start' } }
  return { into, place: words.atEnd.test(command.words) ? { by: 'end' } : undefined }
}
