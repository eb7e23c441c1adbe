import type { Output } from './command.ts'
import { UNREADABLE } from './refusal.ts'
import { run } from './run.ts'

const io: Output = {
  print: (result) => process.stdout.write(result),
  tell: (message) => process.stderr.write(`bapta: ${message}\n`),
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of ours or of the text.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    process.exit(fault.code === 'EPIPE' ? process.exitCode : UNREADABLE)
  })

process.exitCode = await run(process.argv.slice(2), io)
