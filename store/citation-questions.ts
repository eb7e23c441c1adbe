import { type Reader, statement } from './connection.ts'

/** A citation of a unit, with the document that it stands in. */
export interface IncomingRow {
  readonly document: string
  readonly title: string
  readonly unit: string
  readonly place: string
  readonly block: number
  readonly from: number
  readonly to: number
  readonly text: string
  readonly sentence: string
  readonly status: string
  readonly ignored: 0 | 1
  readonly toUnit: string | null
}

/** Citations of documents that stand in the library, in documents that do; a note's broken one is none. */
const STANDING = `FROM citation_targets
  JOIN citations ON citations.id = citation_targets.citation
  JOIN documents ON documents.key = citations.document AND documents.removed_at IS NULL
  JOIN documents AS cited ON cited.id = citation_targets.act AND cited.removed_at IS NULL
  WHERE status <> 'external' AND NOT (note = 1 AND status = 'broken')`

/** Who cites the document `act` in the other documents of the library; `units` narrows that to some of its units. */
export function citationsInto(
  db: Reader,
  act: string,
  units?: readonly string[],
): readonly IncomingRow[] {
  const narrowed = units ? 'AND citation_targets.unit IN (SELECT value FROM json_each(@units))' : ''
  return statement<[Record<string, string>], IncomingRow>(
    db,
    `SELECT documents.id AS document, documents.title, citations.unit, citations.place, block,
       "from", "to", text, sentence, status, ignored, citation_targets.unit AS toUnit
     ${STANDING} AND citation_targets.act = @act AND documents.id <> @act ${narrowed}
     ORDER BY documents.title, documents.key, citations.id, citation_targets.place`,
  ).all(units ? { act, units: JSON.stringify(units) } : { act })
}

/** How often one act, or one of its chapters, cites another. */
export interface CitingCount {
  readonly document: string
  readonly division: string | null
  readonly toDocument: string
  readonly toDivision: string | null
  readonly count: number
  /** Of these, those that do not lead where they say. */
  readonly doubtful: number
}

const COUNTS = `count(DISTINCT citations.id) AS count,
  count(DISTINCT CASE WHEN ignored = 0 AND status <> 'valid' THEN citations.id END) AS doubtful`

/** Who cites whom among the acts of the library. */
export function actsCiting(db: Reader): readonly CitingCount[] {
  return statement<[], CitingCount>(
    db,
    `SELECT documents.id AS document, NULL AS division, cited.id AS toDocument, NULL AS toDivision,
       ${COUNTS} ${STANDING} GROUP BY 1, 3`,
  ).all()
}

/** Who cites whom among the chapters of a document and the acts that it cites or that cite it. */
export function chaptersCiting(db: Reader, document: string): readonly CitingCount[] {
  return statement<[Record<string, string>], CitingCount>(
    db,
    `SELECT documents.id AS document,
       CASE WHEN documents.id = @document THEN citations.division END AS division,
       cited.id AS toDocument,
       CASE WHEN cited.id = @document THEN citation_targets.division END AS toDivision,
       ${COUNTS} ${STANDING} AND @document IN (documents.id, cited.id) GROUP BY 1, 2, 3, 4`,
  ).all({ document })
}

export interface DivisionRow {
  readonly unit: string
  readonly words: string
}

/** The chapters of a document, in order. */
export function divisionsOf(db: Reader, document: string): readonly DivisionRow[] {
  return statement<[string], DivisionRow>(
    db,
    `SELECT divisions.unit, divisions.words FROM divisions
     JOIN documents ON documents.key = divisions.document
     WHERE documents.id = ? ORDER BY divisions.place`,
  ).all(document)
}
