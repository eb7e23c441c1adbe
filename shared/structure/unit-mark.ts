import { UNIT_KINDS, type UnitKind, type UnitState } from '../schema/kind.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'

/**
 * What a file keeps of a unit beside its words, so that reading it again gives the same units: as the
 * name of a hidden bookmark, which word processors carry along with the paragraph it stands in.
 */
export interface UnitMark {
  /** Units around it. */
  readonly depth: number
  readonly kind: UnitKind
  readonly state: UnitState
  /** The bare number where the printed one does not tell it; `null`: none; `undefined`: as printed. */
  readonly label: string | null | undefined
}

/** A paragraph that opens no unit goes on in the unit before it. */
export const GOES_ON = 'goesOn'

/** The texts that a mark speaks of: both, the base alone or the draft alone. */
export type MarkSide = 'both' | 'base' | 'draft'

export interface PlacedMark {
  readonly side: MarkSide
  readonly mark: UnitMark | typeof GOES_ON
}

const SIDES: Readonly<Record<MarkSide, string>> = { both: '', base: 'a', draft: 'd' }
const STATES: Readonly<Record<UnitState, string>> = { inForce: 'f', draft: 'd', repealed: 'r' }

/** Characters that the name of a bookmark may have. */
const MAX_NAME = 40

/** The name of the bookmark with a mark; `serial` keeps names apart, which may stand once in a file. */
export function bookmarkName({ side, mark }: PlacedMark, serial: number): string {
  const start = `_b${SIDES[side]}${serial}_`
  if (mark === GOES_ON) return `${start}c`
  const { depth, kind, state, label } = mark
  const unit = `${start}${depth}_${kind}_${STATES[state]}`
  if (label === undefined) return unit
  if (label === null) return `${unit}_n`
  const named = `${unit}_l${coded(label)}`
  return named.length <= MAX_NAME ? named : unit
}

/**
 * A label in letters and figures of ASCII: `_` for a hyphen, `__2E_` for any other character and for a
 * hyphen behind one, so that `__` begins nothing else.
 */
function coded(label: string): string {
  return label.replaceAll(/[^\dA-Za-z]/gu, (c, at: number) =>
    c === '-' && label[at - 1] !== '-' ? '_' : `__${c.codePointAt(0)?.toString(16).toUpperCase()}_`,
  )
}

function decoded(code: string): string {
  return code.replaceAll(/__([\dA-F]{1,5})_|_/g, (_, hex: string | undefined) =>
    hex === undefined ? '-' : String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

const NAME = /^_b([ad]?)\d+_(?:c|(\d{1,3})_([a-z]+)_([fdr])(?:_(?:(n)|l([\dA-Za-z_]*)))?)$/

/** The mark in the name of a bookmark; `undefined` for every other bookmark. */
export function markIn(name: string): PlacedMark | undefined {
  const found = NAME.exec(name)
  if (!found) return undefined
  const [, sideLetter = '', depth, kindName, stateLetter, none, label] = found
  const side = keyOf(SIDES, sideLetter)
  if (!side) return undefined
  if (kindName === undefined) return { side, mark: GOES_ON }
  const kind = UNIT_KINDS.find((each) => each === kindName)
  const state = keyOf(STATES, stateLetter ?? 'f')
  if (!kind || !state) return undefined
  const kept = none === undefined ? label && decoded(label) : null
  return { side, mark: { depth: Number(depth), kind, state, label: kept } }
}

function keyOf<K extends string>(codes: Readonly<Record<K, string>>, code: string): K | undefined {
  for (const key in codes) if (codes[key] === code) return key
  return undefined
}

/** The bare number in a printed one: what stands in the place of `{n}`, else its last figures or letters. */
export function labelIn(profile: Profile, kind: UnitKind, printed: string): string | null {
  if (printed === '') return null
  const [before = '', after = ''] = styleOf(profile, kind)?.print?.split('{n}') ?? []
  const inner = printed.slice(before.length, printed.length - after.length)
  if (inner !== '' && printed === before + inner + after && /^[\p{L}\p{N}-]+$/u.test(inner))
    return inner
  return /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?=[^\p{L}\p{N}]*$)/u.exec(printed)?.[0] ?? null
}
