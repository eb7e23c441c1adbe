import { type ExportAbout, inUtc } from '../about.ts'
import { xmlText } from '../xml-text.ts'
import { NoteWriter } from './footnotes.ts'

/** Numbers the revisions and ranges of one document; Word refuses a file where one id stands twice. */
export interface Revisions {
  /** Attributes of one revision: a new id, author and date. */
  stamp(): string
  /** A new id for a pair of range marks or a bookmark. */
  nextId(): number
  /** Stamps from here on tell another minute, and the first one again after the next call. */
  turn(): void
  /** The name that both places of a move share. */
  moveName(move: string): string
  readonly notes: NoteWriter
}

export function revisionsBy({ author, date }: Pick<ExportAbout, 'author' | 'date'>): Revisions {
  let last = 0
  const by = (at: string) => ` w:author="${xmlText(author)}" w:date="${at}"`
  const times = [by(inUtc(date)), by(twoMinutesOff(inUtc(date)))] as const
  let time: 0 | 1 = 0
  const names = new Map<string, string>()
  const stamp = () => ` w:id="${++last}"${times[time]}`
  return {
    stamp,
    notes: new NoteWriter(stamp),
    nextId: () => ++last,
    turn() {
      time = time === 0 ? 1 : 0
    },
    moveName(move) {
      const name = names.get(move) ?? `move${names.size + 1}`
      names.set(move, name)
      return name
    },
  }
}

/** Further than the minute within which LibreOffice takes neighbours for one change. */
function twoMinutesOff(at: string): string {
  const minutes = Number(at.slice(14, 16))
  const other = minutes >= 2 ? minutes - 2 : minutes + 2
  return `${at.slice(0, 14)}${String(other).padStart(2, '0')}${at.slice(16)}`
}
