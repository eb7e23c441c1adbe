import type { AmendingLaw } from '#shared/amend/amending-law.ts'
import type { LawOptions } from '#shared/amend/derive/law.ts'
import type { Difference } from '#shared/amend/differences.ts'
import type { Outcome } from '#shared/amend/outcome.ts'
import type { LawLine } from '#shared/amend/wording/law-lines.ts'
import type { Problem } from '#shared/base/problem.ts'
import type { NamedFile } from '#shared/open/file-format.ts'
import type { Act, Language, UnitId } from '#shared/schema/act.ts'
import type { InForce } from '#shared/schema/in-force.ts'
import type { Wordings } from '#shared/schema/wordings.ts'
import type { ActParcel } from './act-parcel.ts'

/** What the worker that writes and applies amending laws is asked. */
export type LawOrder = PackedDeriveOrder | ApplyOrder

/** Write the law that makes the base the draft. */
export interface DeriveOrder {
  readonly base: Act
  readonly draft: Act
  readonly language: Language
  readonly wordings: Wordings
  readonly inForce: InForce
  readonly proof: NonNullable<LawOptions['proof']>
}

/** A {@link DeriveOrder} on its way to the worker. */
export interface PackedDeriveOrder extends Omit<DeriveOrder, 'base' | 'draft'> {
  readonly kind: 'derive'
  /** The base and the draft. */
  readonly acts: readonly ActParcel[]
}

/** Read a law from a file and apply it to the draft; of its instructions only those named, if any are. */
export interface ApplyOrder {
  readonly kind: 'apply'
  /** JSON of the schema. */
  readonly draft: unknown
  readonly law: NamedFile
  readonly only: readonly number[] | null
}

export interface DerivedAnswer {
  readonly kind: 'derived'
  readonly title: string
  readonly instructions: number
  readonly lines: readonly (Omit<LawLine, 'instructions' | 'command'> & {
    readonly units: readonly UnitId[]
  })[]
  readonly holds: boolean
  readonly differences: readonly Difference[]
  /** The law as a value, for export. */
  readonly law: AmendingLaw
}

export interface AppliedAnswer {
  readonly kind: 'applied'
  readonly outcomes: readonly Outcome[]
  /** The draft with the law applied. */
  readonly act: unknown
}

export type LawAnswer =
  | DerivedAnswer
  | AppliedAnswer
  | { readonly kind: 'problem'; readonly problem: Problem }
