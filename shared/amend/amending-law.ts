import type { Language } from '../schema/act.ts'
import type { TimeOfForce } from '../schema/in-force.ts'
import type { Address } from './address.ts'
import type { Instruction } from './instruction.ts'

/** A law that amends others, as a value from which its text is made in each language. */
export interface AmendingLaw {
  readonly language: Language
  /** Key of the tradition whose phrases it is worded in. */
  readonly tradition: string
  readonly title: string
  /** One for each amended act, in the order of the law. */
  readonly amendments: readonly ActAmendment[]
  readonly commencement: readonly Commencement[]
  /** Whether annexes that come or are restated stand behind the law, or are quoted in their commands (the default). */
  readonly annexes?: 'behind' | 'quoted'
  /** Who signs, line by line: office, name. */
  readonly signature: readonly string[]
}

/** What is done to one act. */
export interface ActAmendment {
  readonly act: ActCitation
  readonly instructions: readonly Instruction[]
  /** What comes into force at times of its own: instructions whose times differ are not said as one. */
  readonly times?: ReadonlyMap<Instruction, TimeOfForce>
}

/** An act as a law cites it in full. */
export interface ActCitation {
  /** The id of the profile its sort of act is drafted under: `constitution`, `code`, `law`. */
  readonly sort: string
  /** Without quotation marks; the Constitution's is its name. */
  readonly title: string
  /** ISO date of adoption. */
  readonly date: string | null
  readonly number: string | null
  /** Where it was published, in the words of the list of publications, without its brackets. */
  readonly gazette: string | null
}

/** When the law, or what `of` names in it, comes into force. */
export interface Commencement {
  /** Units of the amending law itself, «подпункт 2) статьи 1»; `null`: all that no other one names. */
  readonly of: readonly Address[] | null
  readonly when:
    | TimeOfForce
    /** A whole sentence of the law that says more than a day. */
    | { readonly kind: 'words'; readonly words: string }
}
