import type { Act, Unit } from '../schema/act.ts'

/** Pairs units of acts that share no ids by what they say: base unit by draft unit. */
export function pairByContent(_base: Act, _draft: Act): ReadonlyMap<Unit, Unit> {
  return new Map()
}
