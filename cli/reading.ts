import type { Output } from './command.ts'
import type { ReadAct } from './input.ts'
import { DONE, PROBLEMS } from './refusal.ts'

/** Tells of what was wrong in the text that was read; the exit code says whether something was. */
export function tellReading(name: string, { problems }: ReadAct, io: Output): number {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (problems.length > 0)
    io.tell(`${name}: ${count(problems.length)} in reading; “bapta check ${name}” lists them.`)
  return errors.length > 0 ? PROBLEMS : DONE
}

function count(problems: number): string {
  return problems === 1 ? '1 doubt' : `${problems} doubts`
}
