import { groupBy } from '#shared/base/group.ts'
import { crcOf } from './checksum.ts'
import { type Reader, statement, type Writer } from './connection.ts'
import type { DocumentKey } from './documents.ts'

/** One citation of a draft as the index keeps it. */
export interface CitationRow {
  readonly unit: string
  /** The citing unit's place in words. */
  readonly place: string
  /** The chapter or section that the citing unit is in. */
  readonly division: string | null
  /** Index among the unit's own blocks; -1 is its heading. */
  readonly block: number
  /** Span in the block's own words, UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly sentence: string
  readonly status: string
  /** In a publisher's note. */
  readonly note: 0 | 1
  readonly ignored: 0 | 1
  /** The name by which it cites another act. */
  readonly name: string | null
  /** What it says of another act, as JSON. */
  readonly elsewhere: string | null
  /** What a change of structure left to the drafter, as JSON; settled or not. */
  readonly check: string | null
  readonly targets: readonly CitationTarget[]
}

export interface CitationTarget {
  /** Id of the cited document, the citing one's own too; a name where the status is `external`. */
  readonly act: string
  readonly unit: string | null
  readonly label: string
  readonly division: string | null
}

export interface KeptCitation extends CitationRow {
  readonly id: number
}

export interface PlacedCitation extends KeptCitation {
  readonly document: DocumentKey
}

/** What the rows of a document were made from. */
export interface CitationSource {
  readonly document: DocumentKey
  /** The number of the draft's last update that they know. */
  readonly seq: number
  readonly recognizer: number
  /** The names by which the document itself is cited, as JSON. */
  readonly names: string
  readonly seal: number
}

export function readSources(db: Reader): readonly CitationSource[] {
  return statement<[], CitationSource>(db, 'SELECT * FROM citation_sources').all()
}

/** Begins a document's part of the index anew: its rows go. */
export function resetSource(db: Writer, source: Omit<CitationSource, 'seal'>): void {
  dropSource(db, source.document)
  statement<[Omit<CitationSource, 'seal'>]>(
    db,
    `INSERT INTO citation_sources (document, seq, recognizer, names, seal)
     VALUES (@document, @seq, @recognizer, @names, 0)`,
  ).run(source)
}

export function dropSource(db: Writer, document: DocumentKey): void {
  statement<[DocumentKey]>(db, 'DELETE FROM citation_sources WHERE document = ?').run(document)
}

export function setSeq(db: Writer, document: DocumentKey, seq: number): void {
  statement<[number, DocumentKey]>(
    db,
    'UPDATE citation_sources SET seq = ? WHERE document = ?',
  ).run(seq, document)
}

export function setNames(db: Writer, document: DocumentKey, names: string): void {
  statement<[string, DocumentKey]>(
    db,
    'UPDATE citation_sources SET names = ? WHERE document = ?',
  ).run(names, document)
}

export interface Division {
  readonly unit: string
  readonly words: string
}

/** The chapters of a document, in order. */
export function setDivisions(
  db: Writer,
  document: DocumentKey,
  divisions: readonly Division[],
): void {
  statement<[DocumentKey]>(db, 'DELETE FROM divisions WHERE document = ?').run(document)
  const insert = statement<[DocumentKey, string, number, string]>(
    db,
    'INSERT OR IGNORE INTO divisions (document, unit, place, words) VALUES (?, ?, ?, ?)',
  )
  for (const [place, { unit, words }] of divisions.entries())
    insert.run(document, unit, place, words)
}

/** Every citation of a document. */
export function citationsFrom(db: Reader, document: DocumentKey): readonly PlacedCitation[] {
  return citationsWhere(db, 'document = @value', document)
}

/** The citations of a document that name another act. */
export function citationsOfOthers(db: Reader, document: DocumentKey): readonly PlacedCitation[] {
  return citationsWhere(db, 'document = @value AND name IS NOT NULL', document)
}

export function citationsInUnit(
  db: Reader,
  document: DocumentKey,
  unit: string,
): readonly PlacedCitation[] {
  return citationsWhere(db, 'document = @value AND unit = @unit', document, unit)
}

/** The citations that say anything of the document `act`, from whatever other document. */
export function citationsOfAct(db: Reader, act: string): readonly PlacedCitation[] {
  const citing = 'SELECT citation FROM citation_targets WHERE act = @value'
  return citationsWhere(db, `elsewhere IS NOT NULL AND id IN (${citing})`, act)
}

/** The citations that name an act by just these words. */
export function citationsByName(db: Reader, name: string): readonly PlacedCitation[] {
  return citationsWhere(db, 'name = @value', name)
}

/** In the order of their making, each unit's in the order of its text. */
function citationsWhere(
  db: Reader,
  condition: string,
  value: string | number,
  unit = '',
): readonly PlacedCitation[] {
  const given = condition.includes('@unit') ? { value, unit } : { value }
  const rows = statement<[Record<string, unknown>], Omit<PlacedCitation, 'targets'>>(
    db,
    `SELECT id, document, unit, place, division, block, "from", "to", text, sentence, status, note, ignored, name, elsewhere, "check"
     FROM citations WHERE ${condition} ORDER BY id`,
  ).all(given)
  const targets = statement<[Record<string, unknown>], CitationTarget & { citation: number }>(
    db,
    `SELECT citation, act, unit, label, division FROM citation_targets
     WHERE citation IN (SELECT id FROM citations WHERE ${condition}) ORDER BY citation, place`,
  ).all(given)
  const byCitation = groupBy(targets, ({ citation }) => citation)
  return rows.map((row) => ({
    ...row,
    targets: (byCitation.get(row.id) ?? []).map(({ citation: _, ...target }) => target),
  }))
}

export interface CitedName {
  readonly document: DocumentKey
  readonly name: string
}

/** The names by which each document cites others, each once. */
export function namesCited(db: Reader): readonly CitedName[] {
  return statement<[], CitedName>(
    db,
    'SELECT DISTINCT document, name FROM citations WHERE name IS NOT NULL',
  ).all()
}

/** Replaces the citations of one unit. */
export function replaceCitations(
  db: Writer,
  document: DocumentKey,
  gone: readonly KeptCitation[],
  rows: readonly CitationRow[],
): void {
  for (const row of gone) statement<[number]>(db, 'DELETE FROM citations WHERE id = ?').run(row.id)
  for (const row of rows) insertCitation(db, document, row)
  reseal(db, document, [...gone, ...rows])
}

/** Gives a citation another outcome. */
export function setOutcome(
  db: Writer,
  document: DocumentKey,
  before: KeptCitation,
  outcome: Pick<CitationRow, 'status' | 'targets'>,
): void {
  const after = { ...before, ...outcome }
  statement<[string, number, number]>(
    db,
    'UPDATE citations SET status = ?, crc = ? WHERE id = ?',
  ).run(after.status, crcOfRow(after), before.id)
  statement<[number]>(db, 'DELETE FROM citation_targets WHERE citation = ?').run(before.id)
  insertTargets(db, before.id, after.targets)
  reseal(db, document, [before, after])
}

/** Whether the rows of a document are those that were written, none more and none less. */
export function isWholeSource(db: Reader, { document, seal }: CitationSource): boolean {
  return citationsFrom(db, document).reduce((sum, row) => xor(sum, crcOfRow(row)), 0) === seal
}

/** The row without what the database adds, as it is compared and sealed. */
export function rowWords(row: CitationRow): string {
  const { unit, place, division, block, from, to, text, sentence, status, note, ignored } = row
  const targets = row.targets.map((target) => [
    target.act,
    target.unit,
    target.label,
    target.division,
  ])
  const own = [unit, place, division, block, from, to, text, sentence, status, note, ignored]
  return JSON.stringify([...own, row.name, row.elsewhere, row.check, targets])
}

function crcOfRow(row: CitationRow): number {
  return crcOf(rowWords(row))
}

function reseal(db: Writer, document: DocumentKey, rows: readonly CitationRow[]): void {
  const change = rows.reduce((sum, row) => xor(sum, crcOfRow(row)), 0)
  const seal = statement<[DocumentKey], number>(
    db,
    'SELECT seal FROM citation_sources WHERE document = ?',
  )
    .pluck()
    .get(document)
  statement<[number, DocumentKey]>(
    db,
    'UPDATE citation_sources SET seal = ? WHERE document = ?',
  ).run(xor(Number(seal ?? 0), change), document)
}

function xor(a: number, b: number): number {
  return (a ^ b) >>> 0
}

function insertCitation(db: Writer, document: DocumentKey, row: CitationRow): void {
  const { targets, ...own } = row
  const { lastInsertRowid } = statement<[Record<string, unknown>]>(
    db,
    `INSERT INTO citations (document, unit, place, division, block, "from", "to", text, sentence, status, note, ignored, name, elsewhere, "check", crc)
     VALUES (@document, @unit, @place, @division, @block, @from, @to, @text, @sentence, @status, @note, @ignored, @name, @elsewhere, @check, @crc)`,
  ).run({ ...own, document, crc: crcOfRow(row) })
  insertTargets(db, Number(lastInsertRowid), targets)
}

function insertTargets(db: Writer, citation: number, targets: readonly CitationTarget[]): void {
  const insert = statement<[number, number, string, string | null, string, string | null]>(
    db,
    'INSERT INTO citation_targets (citation, place, act, unit, label, division) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const [place, { act, unit, label, division }] of targets.entries())
    insert.run(citation, place, act, unit, label, division)
}
