import type { UnitKind } from '../../schema/kind.ts'
import { type Address, type AddressStep, sameAddress } from '../address.ts'
import { addressOf } from '../addressed.ts'
import type { Instruction } from '../instruction.ts'
import type { Addresses } from './addresses.ts'
import type { Made } from './made.ts'

/**
 * The same instructions in an order in which each move finds its new number free: what gives the number
 * up comes first, and what takes the number that the move gives up comes behind it. All else stays in
 * its order. `undefined` where units exchange their numbers, for which law has no words.
 */
export function scheduled(
  made: readonly Made[],
  { runsThrough }: Addresses,
): readonly Made[] | undefined {
  const deeds = made.map(({ instruction }) => deedOf(instruction, runsThrough))
  const freedBy = new Map<string, number>()
  for (const [i, { frees }] of deeds.entries()) if (frees !== null) freedBy.set(frees, i)
  const moves = made.flatMap(({ instruction }, i) => (instruction.kind === 'moveUnit' ? [i] : []))
  const isFree = (i: number) => (freedBy.get(deeds[i]?.takes ?? '') ?? i) <= i
  if (moves.every(isFree)) return made
  const before = deeds.map(({ takes }, i) => {
    const freer = takes === null ? undefined : freedBy.get(takes)
    return freer === undefined || freer === i ? [] : [freer]
  })
  // What names a unit by its number comes before the unit gives that up.
  for (const [i, { names }] of deeds.entries())
    for (const name of names) {
      const freer = freedBy.get(name)
      if (freer !== undefined && freer !== i) before[freer]?.push(i)
    }
  return inTurn(made, before)
}

/** Each as soon as all that comes before it has come, the first of the list first. */
function inTurn(
  made: readonly Made[],
  before: readonly (readonly number[])[],
): readonly Made[] | undefined {
  const done = new Set<number>()
  const ordered: Made[] = []
  let waiting = made.map((one, i) => ({ one, i }))
  while (waiting.length > 0) {
    const next = waiting.find(({ i }) => before[i]?.every((earlier) => done.has(earlier)))
    if (!next) return undefined
    done.add(next.i)
    ordered.push(next.one)
    waiting = waiting.filter((each) => each !== next)
  }
  return ordered
}

/** What an instruction does with numbers, as the places where they stand. */
interface Deed {
  /** Of units of the base, by which it finds what it changes. */
  readonly names: readonly string[]
  readonly frees: string | null
  readonly takes: string | null
}

function deedOf(instruction: Instruction, runsThrough: (kind: UnitKind) => boolean): Deed {
  const slot = (into: Address, kind: UnitKind, label: string) =>
    placeKey([...(runsThrough(kind) ? [] : into), { kind, label }])
  const at = addressOf(instruction)
  const step = at.at(-1)
  const names = pathKeys(at)
  switch (instruction.kind) {
    case 'repealUnit':
      return { names, frees: placeKey(at), takes: null }
    case 'renumberUnit': {
      const takes = step ? slot(at.slice(0, -1), step.kind, instruction.to) : null
      return { names, frees: placeKey(at), takes }
    }
    case 'moveUnit': {
      const { into } = instruction
      const label = instruction.to ?? labelOf(step)
      const takes = step && label !== null ? slot(into, step.kind, label) : null
      return { names: [...names, ...pathKeys(into)], frees: placeKey(at), takes }
    }
    case 'insertUnit': {
      const { kind, label } = instruction.unit
      return { names, frees: null, takes: label === null ? null : slot(at, kind, label) }
    }
    default:
      return { names, frees: null, takes: null }
  }
}

function labelOf(step: AddressStep | undefined): string | null {
  return step && 'label' in step ? step.label : null
}

/** The unit and each that holds it. */
function pathKeys(address: Address): readonly string[] {
  return address.map((_, i) => placeKey(address.slice(0, i + 1)))
}

function placeKey(address: Address): string {
  return address
    .map((step) => `${step.kind} ${'label' in step ? step.label : `#${step.ordinal}`}`)
    .join(' / ')
}

/** Whether one of the instructions restates the unit at the address. */
export function restates(made: readonly Made[], at: Address): boolean {
  return made.some(
    ({ instruction }) => instruction.kind === 'restateUnit' && sameAddress(instruction.at, at),
  )
}
