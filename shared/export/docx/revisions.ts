import { type ExportAbout, inUtc } from '../about.ts'
import { xmlText } from '../xml-text.ts'

/** Numbers the revisions and ranges of one document; Word refuses a file where one id stands twice. */
export interface Revisions {
  /** Attributes of one revision: a new id, author and date. */
  stamp(): string
  /** A new id for a pair of range marks. */
  nextId(): number
  /** The name that both places of a move share. */
  moveName(move: string): string
}

export function revisionsBy({ author, date }: Pick<ExportAbout, 'author' | 'date'>): Revisions {
  let last = 0
  const by = ` w:author="${xmlText(author)}" w:date="${xmlText(inUtc(date))}"`
  const names = new Map<string, string>()
  return {
    stamp: () => ` w:id="${++last}"${by}`,
    nextId: () => ++last,
    moveName(move) {
      const name = names.get(move) ?? `move${names.size + 1}`
      names.set(move, name)
      return name
    },
  }
}
