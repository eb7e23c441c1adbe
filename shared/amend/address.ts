import type { UnitKind } from '../schema/kind.ts'

/**
 * One level of the path by which law names a unit: by its number («пункт 3»), or counted among its
 * like where it has none («часть вторая», "second indent"). As in citations, the first part of a unit
 * is the unit's own words and the second the first part in it.
 */
export type AddressStep =
  | { readonly kind: UnitKind; readonly label: string }
  | { readonly kind: UnitKind; readonly ordinal: number }

/** A unit as an amending law names it, outermost step first; no step is the act itself. */
export type Address = readonly AddressStep[]

/** Where words stand: a unit with the units in it, or one part of its own text. */
export interface Spot {
  readonly unit: Address
  readonly part?: SpotPart
}

/** Sentences, tables, rows and columns are counted from 1; `last` is the last of them. */
export type SpotPart =
  | { readonly kind: 'heading' }
  | { readonly kind: 'sentence'; readonly n: number | 'last' }
  | {
      readonly kind: 'cell'
      readonly table: number
      readonly row: RowName
      readonly column: number
    }

/** A row of a table: counted from 1, or named by the words of its first cell («строка «Итого»»). */
export type RowName = { readonly ordinal: number } | { readonly opens: string }

/** Whether two addresses name units in the same words. */
export function sameAddress(a: Address, b: Address): boolean {
  return a.length === b.length && a.every((step, i) => sameStep(step, b[i]))
}

export function sameStep(a: AddressStep, b: AddressStep | undefined): boolean {
  if (!b || a.kind !== b.kind) return false
  if ('label' in a) return 'label' in b && a.label === b.label
  return 'ordinal' in b && a.ordinal === b.ordinal
}
