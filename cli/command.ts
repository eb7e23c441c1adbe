import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { wrongUsage } from './refusal.ts'

/** One command of the command line; `usage.ts` says how it is called. */
export interface Command {
  /** Prints its result and resolves with the exit code; throws a {@link Refusal} where it cannot. */
  run(args: readonly string[], io: Output): number | Promise<number>
}

export interface Output {
  /** Results: standard output. */
  print(text: string): void
  /** Messages for the person: standard error, one line each. */
  tell(message: string): void
}

/** Options that every command that reads an act takes. */
export const READING_OPTIONS = {
  lang: { type: 'string' },
  profile: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

/** The files and options in `args`; a {@link Refusal} names what does not belong there. */
export function argumentsOf<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (fault) {
    throw wrongUsage(fault instanceof Error ? fault.message : String(fault))
  }
}

/** Exactly as many file names as the command asks for. */
export function filesOf(files: readonly string[], ...names: readonly string[]): readonly string[] {
  const missing = names[files.length]
  if (missing !== undefined) throw wrongUsage(`${missing} is missing.`)
  const extra = files[names.length]
  if (extra !== undefined) throw wrongUsage(`“${extra}” is one argument too many.`)
  return files
}
