import { numberInParent } from '../../citation/ordinal.ts'
import {
  type Act,
  isUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
  walkUnits,
} from '../../schema/act.ts'
import { profileOf } from '../../tradition/profiles.ts'
import { styleOf } from '../../tradition/tradition.ts'
import type { Address, AddressStep } from '../address.ts'
import type { Instruction, UnitPlace } from '../instruction.ts'
import { quotedUnit } from '../quoted-unit.ts'
import { type ApplyOptions, applyInstruction } from './apply.ts'
import { locate } from './locate.ts'

/**
 * Instructions that undo one on the act: done behind it, in order, the act reads as before. Publishers'
 * notes and the look of words are not law, and are not restored. `undefined` where the instruction
 * cannot be done, or a unit that it changed cannot be named.
 */
export function invert(
  act: Act,
  instruction: Instruction,
  options: ApplyOptions,
): readonly Instruction[] | undefined {
  const done = applyInstruction(act, instruction, options)
  if (!done.ok) return undefined
  const after = done.act
  switch (instruction.kind) {
    case 'suspend':
    case 'repealAct':
      return []
    case 'restateAct':
      return [{ kind: 'restateAct', units: framed(act).map(quotedUnit) }]
    case 'insertUnit':
      return withdrawn(act, after, done.units[0])
    case 'repealUnit':
      return done.units.some((id) => unitIn(after, id))
        ? asBefore(act, after, done.units)
        : broughtBack(act, after, done.units[0])
    case 'renumberUnit':
    case 'moveUnit':
      return putBack(act, after, done.units[0])
    case 'restateHeading':
      return instruction.at.length === 0 ? title(act) : asBefore(act, after, done.units)
    case 'substituteWords':
    case 'insertWords':
    case 'omitWords':
    case 'restateSentence':
    case 'insertSentences':
    case 'omitSentence':
    case 'restateUnit':
    case 'nestText':
    case 'insertRow':
    case 'restateRow':
    case 'omitRow':
      return asBefore(act, after, done.units)
  }
}

function framed(act: Act): readonly Unit[] {
  return unitsOf(act).filter((unit) => unitAttrs(unit).kind !== 'preface')
}

function title(act: Act): readonly Instruction[] {
  const preface = unitsOf(act).find((unit) => unitAttrs(unit).kind === 'preface')
  const heading = preface ? quotedUnit(preface).heading : null
  return [{ kind: 'restateHeading', at: [], heading }]
}

/** Each changed unit restated as it was, the outermost first. */
function asBefore(
  act: Act,
  after: Act,
  ids: readonly UnitId[],
): readonly Instruction[] | undefined {
  const undo: Instruction[] = []
  for (const id of ids) {
    const old = unitIn(act, id)
    if (old && unitAttrs(old).kind === 'preface') {
      undo.push(...title(act))
      continue
    }
    const at = addressOfUnit(after, id)
    if (!old || !at) return undefined
    undo.push({ kind: 'restateUnit', at, unit: quotedUnit(old) })
  }
  return undo
}

function withdrawn(
  act: Act,
  after: Act,
  id: UnitId | undefined,
): readonly Instruction[] | undefined {
  if (id === undefined) return undefined
  if (unitIn(act, id)) return asBefore(act, after, [id])
  const at = addressOfUnit(after, id)
  return at ? [{ kind: 'repealUnit', at, how: 'exclude' }] : undefined
}

function broughtBack(
  act: Act,
  after: Act,
  id: UnitId | undefined,
): readonly Instruction[] | undefined {
  const unit = id === undefined ? undefined : unitIn(act, id)
  const stood = id === undefined ? undefined : standing(act, after, id)
  return unit && stood
    ? [{ kind: 'insertUnit', into: stood.into, unit: quotedUnit(unit), place: stood.place }]
    : undefined
}

function putBack(act: Act, after: Act, id: UnitId | undefined): readonly Instruction[] | undefined {
  const unit = id === undefined ? undefined : unitIn(act, id)
  const at = id === undefined ? undefined : addressOfUnit(after, id)
  const stood = id === undefined ? undefined : standing(act, after, id)
  if (!unit || !at || !stood) return undefined
  const { label, num } = unitAttrs(unit)
  const back = { kind: 'moveUnit', at, into: stood.into, place: stood.place, to: label } as const
  const before = addressOfUnit(act, unitAttrs(unit).id)
  if (num === null || !before) return [back]
  return [back, { kind: 'restateUnit', at: before, unit: quotedUnit(unit) }]
}

/** Where the unit stood, named as the act is after the instruction. */
function standing(
  act: Act,
  after: Act,
  id: UnitId,
): { into: Address; place: UnitPlace } | undefined {
  const parents = parentsOf(act, id)
  if (!parents) return undefined
  const parent = parents.at(-1)
  const into = parent ? addressOfUnit(after, unitAttrs(parent).id) : []
  if (!into) return undefined
  const siblings = unitsOf(parent ?? act)
  const before = siblings[siblings.findIndex((unit) => unitAttrs(unit).id === id) - 1]
  if (!before) return { into, place: { by: 'start' } }
  const step = addressOfUnit(after, unitAttrs(before).id)?.at(-1)
  return step ? { into, place: { by: 'after', step } } : undefined
}

/** The path by which law names the unit, if it names this unit alone. */
export function addressOfUnit(act: Act, id: UnitId): Address | undefined {
  const parents = parentsOf(act, id)
  const unit = unitIn(act, id)
  if (!parents || !unit) return undefined
  const profile = profileOf(act)
  const path = [...parents, unit]
  const from = path.findLastIndex((one) => styleOf(profile, unitAttrs(one).kind)?.series === 'act')
  const steps = path
    .slice(Math.max(0, from))
    .map((one, i, all) => stepFor(one, all[i - 1] ?? parents.at(-1)))
  if (steps.some((step) => step === undefined)) return undefined
  const address = steps.flatMap((step) => step ?? [])
  const [place, ...more] = locate(act, address, profile).places
  const found = place && more.length === 0 && !place.own ? place.path : undefined
  let node: Unit | undefined = act
  for (const index of found ?? []) node = node?.maybeChild(index) ?? undefined
  return found && node && isUnit(node) && unitAttrs(node).id === id ? address : undefined
}

const FRAMES: ReadonlySet<string> = new Set(['preamble', 'conclusions', 'preface', 'annex'])

function stepFor(unit: Unit, parent: Unit | undefined): AddressStep | undefined {
  const { kind, label } = unitAttrs(unit)
  if (label !== null) return { kind, label }
  if (FRAMES.has(kind)) return { kind, ordinal: 1 }
  return parent ? { kind, ordinal: numberInParent(unit, parent) } : undefined
}

function unitIn(act: Act, id: UnitId): Unit | undefined {
  let found: Unit | undefined
  walkUnits(act, (unit) => {
    if (unitAttrs(unit).id === id) found = unit
  })
  return found
}

function parentsOf(act: Act, id: UnitId): readonly Unit[] | undefined {
  let found: readonly Unit[] | undefined
  walkUnits(act, (unit, parents) => {
    if (unitAttrs(unit).id === id) found = parents
  })
  return found
}
