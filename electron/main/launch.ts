import path from 'node:path'

/** What the command line asks for. */
export interface Launch {
  /** Absolute. */
  readonly files: readonly string[]
  /** The folder of the library, if it is not to be the usual one. */
  readonly dataDir: string | undefined
}

/**
 * Reads `argv`, whose first entry is the program; a checkout names its own folder next. Switches that
 * are not ours belong to Chromium.
 */
export function launchOf(argv: readonly string[], folder: string): Launch {
  const files: string[] = []
  let dataDir: string | undefined
  const args = argv.slice(1)
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '--data') dataDir = path.resolve(folder, args[++at] ?? '')
    else if (!arg.startsWith('-') && !isProgram(arg, folder, at))
      files.push(path.resolve(folder, arg))
  }
  return { files, dataDir }
}

/** `electron .` and `electron /the/checkout` name the app in the first place. */
function isProgram(arg: string, folder: string, at: number): boolean {
  const root = path.resolve(import.meta.dirname, '../..')
  return at === 0 && path.resolve(folder, arg) === root
}
