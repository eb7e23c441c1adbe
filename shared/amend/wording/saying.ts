import type { ClauseName } from '../../tradition/phrases.ts'
import type { Address, AddressStep, Spot } from '../address.ts'
import type { Clause } from './clause.ts'
import { inWords, type Piece, piecesOf, siblingsPiece, spotPieces } from './place.ts'
import type { QuoteText } from './quote-text.ts'
import { filled, type Slot, type Tongue } from './tongue.ts'

/** How clauses speak behind a lead-in: places without the units that it named. */
export interface Saying {
  readonly tongue: Tongue
  inner(address: Address): readonly Piece[]
  place(address: Address): Slot
  spot(at: Spot): Slot
  siblings(steps: readonly AddressStep[], parent: Address, neighbors?: 'listed' | 'ranged'): Slot
  say(name: ClauseName, slots: Readonly<Record<string, Slot>>, quote: QuoteText | null): Clause
}

export function sayingOf(tongue: Tongue, context: Address): Saying {
  const inner = (address: Address) => piecesOf(tongue, address.slice(context.length))
  return {
    tongue,
    inner,
    place: (address) => slotOf(tongue, inner(address)),
    spot: (at) =>
      slotOf(tongue, spotPieces(tongue, { ...at, unit: at.unit.slice(context.length) })),
    siblings: (steps, parent, neighbors) =>
      slotOf(tongue, [...inner(parent), siblingsPiece(tongue, steps, neighbors)]),
    say: (name, slots, quote) => {
      const clause = tongue.phrases.clauses[name]
      if (typeof clause === 'string') return { text: filled(clause, slots), quote }
      const isNamed = wordsOf(slots['unit']) !== ''
      return { text: filled(isNamed ? clause.full : clause.inner, slots), quote }
    },
  }
}

/** The pieces as a place, in the case that a phrase asks for; empty where there are none. */
export function slotOf(tongue: Tongue, pieces: readonly Piece[]): Slot {
  return (grammatical) => (pieces.length === 0 ? '' : inWords(tongue, pieces, grammatical))
}

function wordsOf(slot: Slot | undefined): string {
  return typeof slot === 'function' ? slot('nominative') : (slot ?? '')
}
