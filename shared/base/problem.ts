import type { TextRange } from './range.ts'
import { SENTENCES } from './sentences.ts'

export type Severity = 'error' | 'warning' | 'info'

export type ProblemValues = Readonly<Record<string, string | number>>

/**
 * What was found wrong or doubtful: a stable code (`read/duplicate-label`), where, and a sentence
 * that states the fact and the remedy in the drafter's words.
 *
 * `source` points into the text that was read; `unit` names the unit of the act that it became. The
 * sentence is English; a window in another language says that of its own for the code, with `values`.
 */
export interface Problem {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly values?: ProblemValues
  readonly source?: TextRange
  readonly unit?: string
}

/** The sentences that every language of the interface has: a code, with `:` and a variant where it has several. */
export type SentenceKey = keyof typeof SENTENCES

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

type ValuesOf<C extends SentenceKey> = Readonly<
  Record<NamesIn<(typeof SENTENCES)[C]>, string | number>
>

type Beside = Partial<Pick<Problem, 'severity' | 'source' | 'unit'>>

/** A problem that says a sentence of its code; an error unless `beside` says otherwise. */
export function problem<C extends SentenceKey>(
  key: C,
  ...[values, beside]: NamesIn<(typeof SENTENCES)[C]> extends never
    ? [values?: Readonly<Record<string, never>>, beside?: Beside]
    : [values: ValuesOf<C>, beside?: Beside]
): Problem {
  const [code = key, variant] = key.split(':')
  const named = { ...values, ...(variant !== undefined && { [VARIANT]: variant }) }
  const found = {
    code,
    severity: 'error',
    message: filled(SENTENCES[key], named),
    ...beside,
  } as const
  return Object.keys(named).length === 0 ? found : { ...found, values: named }
}

/** The key of what a problem says; no sentence may be known for it here. */
export function sentenceKeyOf({ code, values }: Saying): string {
  const variant = values?.[VARIANT]
  return variant === undefined ? code : `${code}:${variant}`
}

/** What is said of a problem, apart from where it is. */
export type Saying = Pick<Problem, 'code' | 'message' | 'values'>

export function sayingOf({ code, message, values }: Saying): Saying {
  return { code, message, ...(values && { values }) }
}

/** A problem of a file, in a sentence that begins with the name of the file. */
export function problemInFile(name: string, found: Problem): Problem {
  const message = filled(SENTENCES['told/in-file'], { name, said: found.message })
  return { ...found, message, values: { ...found.values, [FILE]: name } }
}

/** A problem met several times, told once. */
export function problemMet(times: number, found: Problem): Problem {
  const message = filled(SENTENCES['told/several-times'], { said: found.message, times })
  return { ...found, message, values: { ...found.values, [TIMES]: times } }
}

/** A problem told for itself and for others that are not. */
export function problemAndMore(found: Problem, more: number): Problem {
  if (more === 0) return found
  const message = filled(SENTENCES['told/and-more'], { said: found.message, more })
  return { ...found, message, values: { ...found.values, [MORE]: more } }
}

/** What is said of an instruction of a law that an earlier one, of that number, stands in the way of. */
export function sayingChangedBefore({ code, message, values }: Saying, earlier: number): Saying {
  const told = filled(SENTENCES['told/changed-before'], { said: message, earlier })
  return { code, message: told, values: { ...values, [EARLIER]: earlier } }
}

/** The values of what is said around a sentence; no sentence has them. */
const VARIANT = 'variant'
export const FILE = 'inFile'
export const TIMES = 'times'
export const MORE = 'more'
export const EARLIER = 'earlier'

function filled(sentence: string, values: ProblemValues): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
