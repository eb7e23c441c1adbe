import type { UnitId } from '../../schema/act.ts'
import { type InForce, sameTime, type TimeOfForce, timeKey } from '../../schema/in-force.ts'
import type { Address, AddressStep } from '../address.ts'
import type { AmendingLaw, Commencement } from '../amending-law.ts'
import type { Instruction } from '../instruction.ts'
import { lawKinds } from '../law-kinds.ts'
import { type LawLine, lawLines, lawProfile } from '../wording/law-lines.ts'
import type { Made } from './made.ts'

/** What comes into force at a time of its own. */
export type OwnTimes = ReadonlyMap<Instruction, TimeOfForce>

/** The time of each instruction that has its own: that of all units it is about. */
export function ownTimes(changes: readonly Made[], { law, units }: InForce): OwnTimes {
  const times = new Map<Instruction, TimeOfForce>()
  if (units.size === 0) return times
  for (const change of changes) {
    const day = timeOf(change.units ?? (change.unit === null ? [] : [change.unit]), units)
    if (day && !sameTime(day, law)) times.set(change.instruction, day)
  }
  return times
}

/** The time that all the units have; undefined where they differ, or one has none. */
export function timeOf(
  ids: readonly UnitId[],
  times: ReadonlyMap<UnitId, TimeOfForce>,
): TimeOfForce | undefined {
  const [first, ...more] = ids.map((id) => times.get(id) ?? null)
  return first && more.every((one) => sameTime(one, first)) ? first : undefined
}

/**
 * When the law and its parts come into force. A part is the largest unit of the law all of which has one
 * time; the law is one that says what has different times apart.
 */
export function commencementFor(
  law: AmendingLaw,
  rule: TimeOfForce | null,
  times: OwnTimes,
): readonly Commencement[] {
  const whole: readonly Commencement[] = rule ? [{ of: null, when: rule }] : []
  if (times.size === 0) return whole
  const byDay = new Map<string, { readonly of: Address[]; readonly when: TimeOfForce }>()
  for (const { address, when } of partsIn(partTree(law), times)) {
    const known = byDay.get(timeKey(when))
    if (known) known.of.push(address)
    else byDay.set(timeKey(when), { of: [address], when })
  }
  return [...whole, ...byDay.values()]
}

/** A numbered unit of the law with what it says. */
interface Part {
  readonly address: Address
  readonly level: number
  readonly instructions: readonly Instruction[]
  readonly parts: Part[]
}

const ARTICLE = -1

function partTree(law: AmendingLaw): readonly Part[] {
  const kinds = lawKinds(lawProfile(law))
  const roots: Part[] = []
  let path: Part[] = []
  for (const line of lawLines({ ...law, commencement: [] })) {
    const level = line.kind === 'article' ? ARTICLE : line.level
    const step = stepOf(line, kinds)
    if (!step) continue
    path = path.filter((one) => one.level < level)
    const holder = path.at(-1)
    const address = [...(holder?.address ?? []), step]
    const part: Part = { address, level, instructions: line.instructions, parts: [] }
    ;(holder?.parts ?? roots).push(part)
    path.push(part)
  }
  return roots
}

function stepOf(
  { kind, level, num, label }: LawLine,
  kinds: ReturnType<typeof lawKinds>,
): AddressStep | undefined {
  if (label === null) return undefined
  if (kind === 'article') return { kind: kinds.article, label }
  return kind === 'item' && num !== null ? { kind: kinds.item(num, level), label } : undefined
}

function partsIn(
  parts: readonly Part[],
  times: OwnTimes,
): readonly { readonly address: Address; readonly when: TimeOfForce }[] {
  return parts.flatMap(({ address, instructions, parts: inner }) => {
    const [first, ...more] = instructions.map((one) => times.get(one) ?? null)
    if (first === undefined) return []
    if (more.some((one) => !sameTime(one, first))) return partsIn(inner, times)
    return first === null ? [] : [{ address, when: first }]
  })
}
