import type { Command, Output } from './command.ts'
import { DONE, Refusal, WRONG_USAGE } from './refusal.ts'

/** Each command is loaded when it is asked for: one needs a fraction of what all need. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map(
  Object.entries({
    text: async () => (await import('./text.ts')).text,
    outline: async () => (await import('./outline.ts')).outline,
    refs: async () => (await import('./refs.ts')).refs,
    check: async () => (await import('./check.ts')).check,
    derive: async () => (await import('./derive.ts')).derive,
    apply: async () => (await import('./apply.ts')).apply,
    convert: async () => (await import('./convert.ts')).convert,
    redline: async () => (await import('./redline.ts')).redline,
    table: async () => (await import('./table.ts')).table,
    serve: async () => (await import('./serve.ts')).serve,
    sync: async () => (await import('./sync.ts')).sync,
  }),
)

/** Runs the command that the arguments name; resolves with the exit code. */
export async function run([name, ...args]: readonly string[], io: Output): Promise<number> {
  if (name === undefined) {
    io.tell(`which command?\n\n${await help()}`)
    return WRONG_USAGE
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    io.print(await help())
    return DONE
  }
  const load = COMMANDS.get(name)
  if (!load) {
    io.tell(`there is no command “${name}”.\n\n${await help()}`)
    return WRONG_USAGE
  }
  const command = await load()
  if (args.includes('--help') || args.includes('-h')) {
    io.print(`bapta ${name} ${command.usage}\n\nGives ${command.gives}.\n`)
    return DONE
  }
  try {
    return await command.run(args, io)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const usage = fault.exitCode === WRONG_USAGE ? `\nusage: bapta ${name} ${command.usage}` : ''
    io.tell(`${fault.message}${usage}`)
    return fault.exitCode
  }
}

async function help(): Promise<string> {
  const lines = await Promise.all(
    [...COMMANDS].map(async ([name, load]) => {
      const { usage, gives } = await load()
      return `  bapta ${name} ${usage}\n      ${gives}`
    }),
  )
  return `Bapta drafts and compares acts of law.

${lines.join('\n')}

FILE may be - for standard input. --lang ru|kk|en and --profile NAME overrule what the text speaks for.
Exit codes: 0 done, 1 done but problems were found, 2 wrong usage, 3 a file could not be read or written.
`
}
