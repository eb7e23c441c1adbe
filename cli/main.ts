import { apply } from './apply.ts'
import { check } from './check.ts'
import type { Command, Output } from './command.ts'
import { convert } from './convert.ts'
import { derive } from './derive.ts'
import { outline } from './outline.ts'
import { redline } from './redline.ts'
import { refs } from './refs.ts'
import { DONE, Refusal, UNREADABLE, WRONG_USAGE } from './refusal.ts'
import { serve } from './serve.ts'
import { table } from './table.ts'
import { text } from './text.ts'

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ text, outline, refs, check, derive, apply, convert, redline, table, serve }),
)

const io: Output = {
  print: (result) => process.stdout.write(result),
  tell: (message) => process.stderr.write(`bapta: ${message}\n`),
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of ours or of the text.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    process.exit(fault.code === 'EPIPE' ? process.exitCode : UNREADABLE)
  })

process.exitCode = await run(process.argv.slice(2))

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) {
    io.tell(`which command?\n\n${help()}`)
    return WRONG_USAGE
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    io.print(help())
    return DONE
  }
  const command = COMMANDS.get(name)
  if (!command) {
    io.tell(`there is no command “${name}”.\n\n${help()}`)
    return WRONG_USAGE
  }
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

function help(): string {
  const lines = [...COMMANDS].map(
    ([name, { usage, gives }]) => `  bapta ${name} ${usage}\n      ${gives}`,
  )
  return `Bapta drafts and compares acts of law.

${lines.join('\n')}

FILE may be - for standard input. --lang ru|kk|en and --profile NAME overrule what the text speaks for.
Exit codes: 0 done, 1 done but problems were found, 2 wrong usage, 3 a file could not be read or written.
`
}
