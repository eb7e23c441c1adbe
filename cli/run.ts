import type { Command, Output } from './command.ts'
import { DONE, Refusal, WRONG_USAGE } from './refusal.ts'
import { type CommandName, USAGES } from './usage.ts'

/** Each command is loaded when it is to run: one needs a fraction of what all need, and help nothing. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
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
}

/** Runs the command that the arguments name; resolves with the exit code. */
export async function run([name, ...args]: readonly string[], io: Output): Promise<number> {
  if (name === undefined) {
    io.tell(`which command?\n\n${help()}`)
    return WRONG_USAGE
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    io.print(help())
    return DONE
  }
  if (!isCommand(name)) {
    io.tell(`there is no command “${name}”.\n\n${help()}`)
    return WRONG_USAGE
  }
  const { usage, gives } = USAGES[name]
  if (args.includes('--help') || args.includes('-h')) {
    io.print(`bapta ${name} ${usage}\n\nGives ${gives}.\n`)
    return DONE
  }
  const command = await COMMANDS[name]()
  try {
    return await command.run(args, io)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const again = fault.exitCode === WRONG_USAGE ? `\nusage: bapta ${name} ${usage}` : ''
    io.tell(`${fault.message}${again}`)
    return fault.exitCode
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(USAGES, name)
}

function help(): string {
  const lines = Object.entries(USAGES).map(
    ([name, { usage, gives }]) => `  bapta ${name} ${usage}\n      ${gives}`,
  )
  return `Bapta drafts and compares acts of law.

${lines.join('\n')}

FILE may be - for standard input. --lang ru|kk|en and --profile NAME overrule what the text speaks for.
Exit codes: 0 done, 1 done but problems were found, 2 wrong usage, 3 a file could not be read or written.
`
}
