import type { DirectiveWords } from '../../tradition/directives.ts'
import type { SpotPart } from '../address.ts'
import type { Command } from './command.ts'
import { tidyWords } from './reading.ts'

/** A command with the cell of a table that it names; its words then name the unit of the table alone. */
export interface InCell {
  readonly command: Command
  readonly cell: SpotPart | undefined
}

/** «в графе 3 строки 2 таблицы», «в графе 3 строки «Итого» таблицы 2». */
export function inCell(command: Command, words: DirectiveWords): InCell {
  const named = words.cell.exec(command.words)
  if (!named) return { command, cell: undefined }
  const [start, end] = [named.index, named.index + named[0].length]
  const at = ({ quotation }: Command['quotes'][number]) => quotation.start - command.range.start
  const name = command.quotes.find((quote) => start <= at(quote) && at(quote) < end)
  const { column, row, table } = named.groups ?? {}
  const blank = (text: string) =>
    text.slice(0, start) +
    ' '.repeat(Math.max(0, Math.min(end, text.length) - start)) +
    text.slice(end)
  const cell: SpotPart = {
    kind: 'cell',
    table: Number(table ?? 1),
    row: row === undefined ? { opens: tidyWords(name?.text ?? '') } : { ordinal: Number(row) },
    column: Number(column),
  }
  const quotes = command.quotes.filter((quote) => quote !== name)
  return {
    command: { ...command, words: blank(command.words), lead: blank(command.lead), quotes },
    cell,
  }
}
