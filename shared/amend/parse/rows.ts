import { problem, type Saying } from '../../base/problem.ts'
import type { Instruction } from '../instruction.ts'
import { tidy } from './quoted-text.ts'
import { type Reading, texts } from './reading.ts'

/** Rows of the unit's first table. */
export function rows(
  { command, spots }: Reading,
  deed: 'insert' | 'omit',
): readonly Instruction[] | Saying {
  const names = texts(command.quotes, 'name')
  const afters = texts(command.quotes, 'after')
  const blocks = command.quotes
    .filter(({ role }) => role === 'block' || role === 'new')
    .map(({ text }) => text)
  if (deed === 'omit') {
    const [opens] = [...names, ...afters]
    if (opens === undefined) return problem('amend/unread:no-row')
    return spots.map(
      ({ unit: at }): Instruction => ({
        kind: 'omitRow',
        at,
        table: 1,
        row: { opens: tidy(opens) },
      }),
    )
  }
  const text = blocks.at(-1)
  if (text === undefined) return problem('amend/unread:no-new-row')
  const near = afters[0] ?? names[0] ?? (blocks.length > 1 ? blocks[0] : undefined)
  const cells = text
    .split(/\t|\n+/u)
    .map(tidy)
    .filter((cell) => cell !== '')
  return spots.map(
    ({ unit: at }): Instruction => ({
      kind: 'insertRow',
      at,
      table: 1,
      after: near === undefined ? null : { opens: tidy(near) },
      cells: cells.map((cell) => ({
        header: false,
        colspan: 1,
        rowspan: 1,
        blocks: [{ kind: 'paragraph', text: cell }],
      })),
    }),
  )
}
