import type { DocumentSummary } from '#shared/bridge/contract.ts'
import { profileFor } from '#shared/tradition/profiles.ts'
import { agoFormat, dateFormat } from '../messages/dates.ts'

/** A document as one row of the library shows it. */
export interface LibraryRow {
  readonly id: string
  readonly title: string
  readonly language: DocumentSummary['language']
  readonly kind: string
  readonly units: number
  readonly changed: string
  readonly sample: boolean
}

export type SortColumn = 'title' | 'language' | 'kind' | 'units' | 'changed'

export interface LibraryView {
  readonly query: string
  readonly column: SortColumn
  readonly direction: 'ascending' | 'descending'
}

/** The rows to show: those in which every word of the query occurs, in the order asked for. */
export function libraryRows(
  documents: readonly DocumentSummary[],
  view: LibraryView,
  clock: { readonly now: number; readonly locale: string },
): readonly LibraryRow[] {
  const words = view.query.toLocaleLowerCase(clock.locale).split(/\s+/u).filter(Boolean)
  const sign = view.direction === 'ascending' ? 1 : -1
  const collator = new Intl.Collator(clock.locale, { numeric: true, sensitivity: 'base' })
  return documents
    .map((document) => ({ document, row: rowOf(document, clock) }))
    .filter(({ row }) => {
      const text = `${row.title} ${row.kind} ${row.language}`.toLocaleLowerCase(clock.locale)
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => sign * compare(a, b))
    .map(({ row }) => row)

  function compare(
    a: { document: DocumentSummary; row: LibraryRow },
    b: { document: DocumentSummary; row: LibraryRow },
  ): number {
    switch (view.column) {
      case 'title':
        return collator.compare(a.row.title, b.row.title)
      case 'language':
        return collator.compare(a.row.language, b.row.language)
      case 'kind':
        return collator.compare(a.row.kind, b.row.kind)
      case 'units':
        return a.row.units - b.row.units
      case 'changed':
        return a.document.changedAt - b.document.changedAt
    }
  }
}

/** Whether the library holds nothing of the drafter's own yet: then it says what Bapta does. */
export function isUntouched(documents: readonly DocumentSummary[]): boolean {
  return documents.every(({ sample }) => sample)
}

function rowOf(
  document: DocumentSummary,
  clock: { readonly now: number; readonly locale: string },
): LibraryRow {
  const { id, title, language, units, sample } = document
  return {
    id,
    title,
    language,
    kind: kindOf(document),
    units,
    changed: agoOf(document.changedAt, clock),
    sample,
  }
}

/** The drafter's name of the sort of act; the library does not carry its tradition, so both are tried. */
function kindOf({ language, profile }: DocumentSummary): string {
  const own = profileFor({ tradition: 'kz', profile, language })
  return own.id === profile ? own.name : profileFor({ tradition: 'plain', profile, language }).name
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** «5 минут назад» within the week, then the date. */
export function agoOf(
  at: number,
  clock: { readonly now: number; readonly locale: string },
): string {
  const ago = agoFormat(clock.locale)
  const past = Math.max(0, clock.now - at)
  if (past < MINUTE) return ago(0, 'minute')
  if (past < HOUR) return ago(Math.floor(past / MINUTE), 'minute')
  if (past < DAY) return ago(Math.floor(past / HOUR), 'hour')
  if (past < 7 * DAY) return ago(Math.floor(past / DAY), 'day')
  return dateFormat(clock.locale, 'medium')(at)
}
