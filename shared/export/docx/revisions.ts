import type { ChangedBy } from '../../diff/redline.ts'
import { type ExportAbout, inUtc } from '../about.ts'
import { xmlText } from '../xml-text.ts'
import { CommentWriter } from './comments.ts'
import { NoteWriter } from './footnotes.ts'

/** Numbers the revisions and ranges of one document; Word refuses a file where one id stands twice. */
export interface Revisions {
  /** Attributes of one revision: a new id, author and date. */
  stamp(by?: ChangedBy): string
  /** Stamps that name nobody name this author while `write` writes. */
  as(by: ChangedBy | undefined, write: () => string): string
  /** A new id for a pair of range marks or a bookmark. */
  nextId(): number
  /**
   * Sees to it that a change by one author and the next by another have not both author and minute in
   * common: stamps from here on may tell another minute.
   */
  part(before: ChangedBy | undefined, after: ChangedBy | undefined): void
  /** The name that both places of a move share. */
  moveName(move: string): string
  readonly notes: NoteWriter
  readonly comments: CommentWriter
}

export function revisionsBy({ author, date }: Pick<ExportAbout, 'author' | 'date'>): Revisions {
  let last = 0
  const exporter: ChangedBy = { author, date }
  let current = exporter
  let minutes: Minutes = 'own'
  const names = new Map<string, string>()
  const stamp = (by = current) =>
    ` w:id="${++last}" w:author="${xmlText(by.author)}" w:date="${told(by, minutes)}"`
  return {
    stamp,
    as(by, write) {
      const outer = current
      current = by ?? outer
      const xml = write()
      current = outer
      return xml
    },
    notes: new NoteWriter(stamp),
    comments: new CommentWriter(),
    nextId: () => ++last,
    part(before = current, after = current) {
      const other = minutes === 'own' ? 'others' : 'own'
      const ends = told(before, minutes)
      const runsOn =
        before.author === after.author && minuteOf(ends) === minuteOf(told(after, other))
      if (!runsOn) minutes = other
    },
    moveName(move) {
      const name = names.get(move) ?? `move${names.size + 1}`
      names.set(move, name)
      return name
    },
  }
}

/** Whether dates are told as they are, or {@link twoMinutesOff}. */
type Minutes = 'own' | 'others'

function told({ date }: ChangedBy, minutes: Minutes): string {
  return minutes === 'own' ? inUtc(date) : twoMinutesOff(inUtc(date))
}

/** `2026-11-24T08:00` */
function minuteOf(date: string): string {
  return date.slice(0, 16)
}

/** Further than the minute within which LibreOffice takes neighbours for one change. */
function twoMinutesOff(at: string): string {
  const minutes = Number(at.slice(14, 16))
  const other = minutes >= 2 ? minutes - 2 : minutes + 2
  return `${at.slice(0, 14)}${String(other).padStart(2, '0')}${at.slice(16)}`
}
