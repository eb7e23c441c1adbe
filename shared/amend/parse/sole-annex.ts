import type { DirectiveWords } from '../../tradition/directives.ts'
import type { AddressStep } from '../address.ts'
import type { Target } from './target.ts'

/** The annex of an act that has one, which bears no number. */
const ANNEX: AddressStep = { kind: 'annex', ordinal: 1 }

/** Targets with the annex that is named without a number, alone or as what holds a unit: «пункт 2 приложения». */
export function withSoleAnnex(
  targets: readonly Target[],
  text: string,
  words: DirectiveWords,
): Target[] {
  const own = [...text.matchAll(words.annexed)].map(rangeOf)
  const named = [...text.matchAll(words.annex)]
    .map(rangeOf)
    .filter((one) => ![...own, ...targets].some((other) => overlap(one, other)))
  let all = [...targets]
  for (const annex of named) {
    const held = all.find((one) => isHeld(one, annex, text))
    if (!held) {
      const { start, end } = annex
      const units = [[ANNEX]]
      all.push({ ...annex, text: text.slice(start, end), units, part: null, namesAct: false })
      continue
    }
    const start = Math.min(held.start, annex.start)
    const end = Math.max(held.end, annex.end)
    const units = held.units.map((unit) => [ANNEX, ...unit])
    all = all.map((one) =>
      one === held ? { ...held, start, end, text: text.slice(start, end), units } : one,
    )
  }
  return all
}

interface Range {
  readonly start: number
  readonly end: number
}

function rangeOf({ 0: found, index }: RegExpMatchArray): Range {
  return { start: index ?? 0, end: (index ?? 0) + found.length }
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether the unit is named right beside the annex that holds it: before it, or in Kazakh behind. */
function isHeld(unit: Target, annex: Range, text: string): boolean {
  if (unit.units.some(([step]) => step?.kind === 'annex')) return false
  if (unit.end <= annex.start)
    return /^\s+(?:(?:of|in|to)\s+(?:the\s+)?)?$/iu.test(text.slice(unit.end, annex.start))
  return (
    OWNER.test(text.slice(annex.start, annex.end)) &&
    /^\s+$/u.test(text.slice(annex.end, unit.start))
  )
}

/** «қосымшаның», «қосымшадағы». */
const OWNER = /(?:ның|дағы)$/iu
