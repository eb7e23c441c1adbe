import { type Address, sameAddress } from '../address.ts'
import type { Instruction, UnitPlace } from '../instruction.ts'

/** Instructions that one clause says together: neighbors of one kind under one parent, that may be. */
export function runsOf(
  instructions: readonly Instruction[],
  mayJoin: (a: Instruction, b: Instruction) => boolean = () => true,
): readonly (readonly Instruction[])[] {
  const runs: Instruction[][] = []
  for (const instruction of instructions) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && mayJoin(last, instruction) && continues(run, instruction))
      run.push(instruction)
    else runs.push([instruction])
  }
  return runs
}

function continues(run: readonly Instruction[], next: Instruction): boolean {
  const last = run.at(-1)
  if (!last) return false
  if (last.kind === 'repealUnit' && next.kind === 'repealUnit')
    return last.how === next.how && areSiblings(last.at, next.at)
  if (last.kind === 'restateUnit' && next.kind === 'restateUnit')
    return (
      areSiblings(last.at, next.at) &&
      isItself(last.at, last.unit) &&
      isItself(next.at, next.unit) &&
      'label' in (next.at.at(-1) ?? {})
    )
  if (last.kind !== 'insertUnit' || next.kind !== 'insertUnit') return doTheSame(last, next)
  return (
    sameAddress(last.into, next.into) &&
    last.unit.kind === next.unit.kind &&
    (last.unit.label === null) === (next.unit.label === null) &&
    followsInPlace(last.place, next.place, last.unit)
  )
}

/** Words that give way, come or go alike in numbered units of one unit: «в пунктах 1 и 2 слово …». */
function doTheSame(last: Instruction, next: Instruction): boolean {
  const isOnWords =
    last.kind === 'substituteWords' || last.kind === 'omitWords' || last.kind === 'insertWords'
  if (!isOnWords || next.kind !== last.kind || last.at.part || next.at.part) return false
  const { unit } = last.at
  const isInner = unit.length > 1 && 'label' in (unit.at(-1) ?? {})
  const here = { ...next, at: last.at }
  return isInner && areSiblings(unit, next.at.unit) && JSON.stringify(here) === JSON.stringify(last)
}

/** A unit restated under another number is told by itself, for its number says where. */
function isItself(at: Address, unit: { readonly kind: string; readonly label: string | null }) {
  const step = at.at(-1)
  return (
    step !== undefined && 'label' in step && step.kind === unit.kind && step.label === unit.label
  )
}

function followsInPlace(
  last: UnitPlace,
  next: UnitPlace,
  unit: { readonly kind: string; readonly label: string | null },
): boolean {
  if (last.by === 'number') return next.by === 'number'
  if (last.by === 'ordinal') return next.by === 'ordinal' && next.n === last.n + 1
  if (next.by !== 'after' || !('label' in next.step)) return false
  return next.step.kind === unit.kind && next.step.label === unit.label
}

function areSiblings(a: Address, b: Address): boolean {
  const [stepA, stepB] = [a.at(-1), b.at(-1)]
  if (!stepA || !stepB || stepA.kind !== stepB.kind) return false
  if ('label' in stepA !== 'label' in stepB) return false
  return sameAddress(a.slice(0, -1), b.slice(0, -1))
}
