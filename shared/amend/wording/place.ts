import type { UnitKind } from '../../schema/kind.ts'
import {
  type CaseForms,
  type Declension,
  type GrammaticalCase,
  type GrammaticalNumber,
  inCase,
} from '../../tradition/declension.ts'
import type { CasedNoun } from '../../tradition/phrases.ts'
import { styleOf } from '../../tradition/tradition.ts'
import type { Address, AddressStep, RowName, Spot } from '../address.ts'
import { ordinalWord } from './ordinal.ts'
import { quoted } from './quoted-words.ts'
import { filled, listed, type Tongue } from './tongue.ts'

/** One level of a place in words: a noun with its numbers, ordinals or nothing. */
export interface Piece {
  readonly noun: CasedNoun
  readonly labels?: { readonly text: string; readonly form: 'numbered' | 'bracketed' | 'roman' }
  readonly ordinals?: readonly (number | 'last')[]
  /** Words by which a row is named. */
  readonly opens?: string
  readonly number: GrammaticalNumber
}

/** The pieces of an address, outermost first. */
export function piecesOf(tongue: Tongue, address: Address): readonly Piece[] {
  return address.map((step) => siblingsPiece(tongue, [step]))
}

/** The pieces of a spot: those of its unit, then its part. */
export function spotPieces(tongue: Tongue, { unit, part }: Spot): readonly Piece[] {
  const pieces = piecesOf(tongue, unit)
  if (!part) return pieces
  const { parts } = tongue.phrases
  switch (part.kind) {
    case 'heading':
      return [...pieces, { noun: parts.heading, number: 'singular' }]
    case 'sentence':
      return [...pieces, sentencePiece(tongue, [part.n])]
    case 'cell':
      return [
        ...pieces,
        tablePiece(tongue, part.table),
        rowPiece(tongue, part.row),
        {
          noun: parts.column,
          labels: { text: String(part.column), form: 'numbered' },
          number: 'singular',
        },
      ]
  }
}

export function sentencePiece(tongue: Tongue, ns: readonly (number | 'last')[]): Piece {
  const number = ns.length > 1 ? 'plural' : 'singular'
  return { noun: tongue.phrases.parts.sentence, ordinals: ns, number }
}

/** Of several tables in a unit the first needs no number. */
export function tablePiece({ phrases }: Tongue, table: number): Piece {
  const noun = phrases.parts.table
  if (table === 1) return { noun, number: 'singular' }
  return { noun, labels: { text: String(table), form: 'numbered' }, number: 'singular' }
}

export function rowPiece({ phrases }: Tongue, row: RowName): Piece {
  const noun = phrases.parts.row
  if ('opens' in row) return { noun, opens: row.opens, number: 'singular' }
  return { noun, labels: { text: String(row.ordinal), form: 'numbered' }, number: 'singular' }
}

/** Units of one kind and parent named together: «подпункты 1) и 2)», «части вторую и третью». */
export function siblingsPiece(
  tongue: Tongue,
  steps: readonly AddressStep[],
  neighbors: 'listed' | 'ranged' = 'listed',
): Piece {
  const { phrases, profile } = tongue
  const kind = steps[0]?.kind ?? 'article'
  const number = steps.length > 1 ? 'plural' : 'singular'
  const frame = phrases.frames[kind]
  if (frame) return { noun: frame, number }
  const noun = nounOf(tongue, kind)
  const labels = steps.flatMap((step) => ('label' in step ? [step.label] : []))
  const ordinals = steps.flatMap((step) => ('ordinal' in step ? [step.ordinal] : []))
  if (labels.length === 0) {
    if (kind === 'annex' && ordinals.every((n) => n === 1)) return { noun, number }
    return { noun, ordinals, number }
  }
  const print = styleOf(profile, kind)?.print ?? ''
  const bracketed = /\(?\{n\}\)/.exec(print)?.[0]
  const printed = (label: string) => bracketed?.replace('{n}', () => label) ?? label
  const form = bracketed
    ? 'bracketed'
    : labels.every((label) => /^[IVXLC]+(?:-\d+)?$/.test(label))
      ? 'roman'
      : 'numbered'
  return {
    noun,
    labels: { text: numbersInWords(tongue, labels, printed, neighbors), form },
    number,
  }
}

/** «1), 2) и 5)»; where neighbors may be ranged, «3–5» for three and more in a row. */
function numbersInWords(
  tongue: Tongue,
  labels: readonly string[],
  printed: (label: string) => string,
  neighbors: 'listed' | 'ranged',
): string {
  const { range } = tongue.phrases
  const items: string[] = []
  for (let i = 0; i < labels.length; ) {
    let end = i
    while (neighbors === 'ranged' && isNext(labels[end], labels[end + 1])) end++
    const from = labels[i] ?? ''
    if (end - i < 2) {
      items.push(printed(from))
      i++
      continue
    }
    items.push(filled(range, { from: printed(from), to: printed(labels[end] ?? '') }))
    i = end + 1
  }
  return listed(tongue, items)
}

function isNext(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && /^\d+$/.test(a) && String(Number(a) + 1) === b
}

/** A place in words, innermost unit in the case asked for. */
export function inWords(
  tongue: Tongue,
  pieces: readonly Piece[],
  grammatical: GrammaticalCase,
): string {
  const { words, phrases } = tongue
  const said = pieces.map((piece, i) => {
    const inner = i === pieces.length - 1 ? grammatical : phrases.largerCase
    return pieceInWords(tongue, piece, inner, i === 0 ? 'free' : 'bound')
  })
  const ordered = words.place.order === 'large-first' ? said : said.reverse()
  return ordered.join(words.place.joint)
}

/** That the last unit of an address is not in those before it: «в статье 5 нет пункта 3». */
export function absence(tongue: Tongue, address: Address): string {
  const { missing } = tongue.phrases
  const [pieces, holders] = [address.slice(-1), address.slice(0, -1)].map((steps) =>
    piecesOf(tongue, steps),
  )
  const cased = (named: readonly Piece[] | undefined) => (grammatical: GrammaticalCase) =>
    inWords(tongue, named ?? [], grammatical)
  const phrase = address.length > 1 ? missing.inUnit : missing.inAct
  return filled(phrase, { unit: cased(pieces), holder: cased(holders) })
}

function pieceInWords(
  tongue: Tongue,
  piece: Piece,
  grammatical: GrammaticalCase,
  bond: 'free' | 'bound',
): string {
  const { words, phrases } = tongue
  const { place } = words
  const noun = inCase(piece.noun[bond][piece.number], grammatical)
  if (piece.labels) return filled(place[piece.labels.form], { noun, n: piece.labels.text })
  if (piece.opens !== undefined)
    return filled(phrases.named, { noun, n: quoted(tongue, piece.opens) })
  if (!piece.ordinals) return filled(phrases.bare ?? '{noun}', { noun })
  const { gender } = piece.noun
  const isLast = piece.ordinals[0] === 'last'
  const n = listed(
    tongue,
    piece.ordinals.map((one) =>
      one === 'last'
        ? inCase(phrases.last[gender], grammatical)
        : ordinalWord(tongue, one, gender, grammatical),
    ),
  )
  return isLast && phrases.counted.startsWith('{noun}')
    ? `${n} ${noun}`
    : filled(phrases.counted, { noun, n })
}

/** The noun by which the profile calls a kind. */
export function nounOf({ profile, words }: Tongue, kind: UnitKind): CasedNoun {
  const word = styleOf(profile, kind)?.word ?? kind
  const named = words.units.find((noun) => noun.word === word)
  const first = named ?? words.units.find(({ kinds }) => kinds[0] === kind)
  if (first) return first
  const tail = word.slice(word.lastIndexOf(' ') + 1)
  const last = words.units.find((noun) => noun.word === tail)
  if (last) return led(last, word.slice(0, -tail.length))
  const any = words.units.find(({ kinds }) => kinds.includes(kind))
  return any ?? unbent(word)
}

/** A noun of several words, of which the last is bent: «кіші бөлімнің». */
function led({ gender, free, bound }: CasedNoun, lead: string): CasedNoun {
  const before = (forms: CaseForms): CaseForms =>
    Object.fromEntries(Object.entries(forms).map(([one, form]) => [one, lead + form]))
  const both = ({ singular, plural }: Declension): Declension => ({
    singular: before(singular),
    plural: before(plural),
  })
  return { gender, free: both(free), bound: both(bound) }
}

/** A word that no table bends. */
function unbent(word: string): CasedNoun {
  const both = { singular: { nominative: word }, plural: { nominative: word } }
  return { gender: 'masculine', free: both, bound: both }
}
