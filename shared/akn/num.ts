import type { UnitKind } from '../schema/kind.ts'
import { type Profile, printLabel } from '../tradition/tradition.ts'

/** What the printed number of a unit says. */
export interface ReadNum {
  readonly label: string | null
  /** The number as printed, where the profile would print another. */
  readonly num: string | null
}

/** Label and printed form of a `num`: «Статья 44-1.» → 44-1, "(iv)" → iv, "PART II" → II. */
export function readNum(printed: string, kind: UnitKind, profile: Profile): ReadNum {
  if (printed === '') return { label: null, num: null }
  const label = labelIn(printed)
  const isProfiles = label !== null && printLabel(profile, kind, label) === printed
  return { label, num: isProfiles ? null : printed }
}

/** A number with its indexes, else the last word if it is a numeral or a letter. */
function labelIn(printed: string): string | null {
  const number = NUMBER.exec(printed)
  if (number) return number[0].replaceAll(/\s+/g, '').replaceAll(/[‐‑–]/g, '-')
  const word = LETTERS.exec(printed)?.[1]
  return word ?? null
}

const NUMBER = /\p{L}?\d+(?!\p{L}{4})\p{L}{0,2}(?:[-‐‑–.]\d+\p{L}?)*(?:\s(?:bis|ter|quater)\b)?/u
const LETTERS = /(?:^|[\s(])([IVXLCDM]+|[ivxlcdm]+|\p{L}{1,2})[).\s:–—-]*$/u
