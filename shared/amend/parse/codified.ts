import type { DirectiveWords } from '../../tradition/directives.ts'
import type { Address, Spot } from '../address.ts'
import { type AddressStep, sameStep } from '../address.ts'
import type { Command, NamedTarget } from './command.ts'
import type { Target } from './target.ts'

/** A unit under the numbers that a code gives it: "(D.C. Official Code § 35-254(b))". */
export interface Codified {
  /** The section and what is named in it. */
  readonly unit: Address
  /** The code has it all in this one section: neither "et seq." nor a range is behind it. */
  readonly isSole: boolean
}

/** What the words, with their brackets, cite of a code first. */
export function codifiedIn(
  text: string,
  { codified, depths }: DirectiveWords,
): Codified | undefined {
  const match = codified?.exec(text)
  const [section, ...inner] = depths
  if (!match || !section) return undefined
  const labels = [...(match[2] ?? '').matchAll(/\(([^()]+)\)/gu)].map(([, label]) => label ?? '')
  const steps = labels.map((label, i) => ({ kind: inner[i] ?? ('subclause' as const), label }))
  const behind = text.slice(match.index + match[0].length)
  return {
    unit: [{ kind: section, label: match[1] ?? '' }, ...steps],
    isSole: /^\s*\)/u.test(behind) && !match[0].includes('§§'),
  }
}

/**
 * Places of a section under the numbers of the code. What the code cites in the section is the
 * place, unless the law's own words go deeper in the same units or name several.
 */
export function codifiedSpots(coded: Codified, spots: readonly Spot[]): readonly Spot[] {
  const [section, ...cited] = coded.unit
  if (!section) return spots
  return spots.map((spot) => {
    const at = spot.unit.findLastIndex(({ kind }) => kind === section.kind)
    const own = at < 0 ? [] : spot.unit.slice(at + 1)
    const isDeeper = cited.every((step, i) => sameStep(step, own[i]))
    return { ...spot, unit: [section, ...(spots.length > 1 || isDeeper ? own : cited)] }
  })
}

/** The command with its section, and each further unit of that section, under the code's numbers. */
export function codifiedCommand(
  coded: Codified,
  command: Command,
  context: readonly Spot[],
): Command {
  const { targets } = command
  const kind = coded.unit[0]?.kind
  const sectionOf = ({ units, role }: NamedTarget): AddressStep | undefined =>
    role === 'object' ? units[0]?.find((step) => step.kind === kind) : undefined
  const first = targets.flatMap((target) => sectionOf(target) ?? [])[0]
  if (!first) return coded.isSole && context.length === 0 ? inSection(coded, command) : command
  const isOfSection = (target: NamedTarget) => {
    const section = sectionOf(target)
    return section !== undefined && sameStep(section, first)
  }
  const spots = targets.filter(isOfSection).flatMap(({ units }) => units.map((unit) => ({ unit })))
  const units = codifiedSpots(coded, spots).map(({ unit }) => unit)
  let at = 0
  return {
    ...command,
    targets: targets.map((target) => {
      if (!isOfSection(target)) return target
      at += target.units.length
      return { ...target, units: units.slice(at - target.units.length, at) }
    }),
  }
}

/** Sections of a title of a code under their whole numbers: "section 2701" of Title 28 is § 28-2701. */
export function inTitle<T extends Target>(
  title: string | undefined,
  targets: readonly T[],
  { depths: [section] }: DirectiveWords,
): readonly T[] {
  if (title === undefined) return targets
  const whole = (step: AddressStep): AddressStep =>
    step.kind === section && 'label' in step && !/[-:]/u.test(step.label)
      ? { ...step, label: `${title}-${step.label}` }
      : step
  return targets.map((target) => ({
    ...target,
    units: target.units.map((unit) => unit.map(whole)),
  }))
}

/** An act that is one section of the code: what is done to the act is done to that section. */
function inSection({ unit }: Codified, command: Command): Command {
  const section: NamedTarget = {
    start: 0,
    end: 0,
    text: '',
    units: [unit],
    part: null,
    namesAct: false,
    role: 'object',
    nests: false,
  }
  return { ...command, targets: [section, ...command.targets] }
}
