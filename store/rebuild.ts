import { type Problem, problem } from '#shared/base/problem.ts'
import { actAttrs, titleOf } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { type BaseRow, insertBase } from './bases.ts'
import { sameBytes } from './checksum.ts'
import { statement, transact, type Writer } from './connection.ts'
import { type DocumentKey, type DocumentRow, sealOf } from './documents.ts'
import { mergedUpdates } from './draft-state.ts'
import { type DraftLog, hasWholeBytes, isSealed, type LogFault, logFaults } from './log-faults.ts'
import { VERSION_SETTING } from './migrate.ts'
import { isBaseLost, lostBase, setAside } from './quarantine.ts'
import { isSealedDocument, isWholeBase, type Remains } from './remains.ts'
import { underTrueNumbers } from './renumber.ts'
import { insertSnapshot, isWhole } from './snapshots.ts'
import { appendUpdate, insertRow, type UpdateRow, writeHead } from './updates.ts'

/**
 * Fills an empty library with what is whole in a damaged one, and in its backup where that lacks
 * something. Drafts without damage are taken over row for row; of the others, every update that any
 * source holds whole (a draft is the same whatever the order of its updates). Damaged rows go to
 * the quarantine.
 */
export function rebuild(
  db: Writer,
  remains: Remains,
  backup: Remains | undefined,
  now: number,
): readonly Problem[] {
  const damaged = underTrueNumbers(remains)
  return transact(db, () => {
    takeSettings(db, damaged, backup)
    for (const row of damaged.quarantine) setAside(db, row)
    const keys = new Set(
      [damaged, backup]
        .flatMap((source) => source?.documents ?? [])
        .map(({ key }) => key)
        .concat(logged(damaged)),
    )
    return [...keys]
      .sort((a, b) => a - b)
      .flatMap((key) => rebuildDocument(db, { key, damaged, backup, now }))
  })
}

/** The documents whose entry may be gone, by what else is left of them: the seal of a row covers its document. */
function logged({ bases, updates }: Remains): readonly DocumentKey[] {
  return [...bases, ...updates.filter(isSealed)].map(({ document }) => document)
}

interface Case {
  readonly key: DocumentKey
  readonly damaged: Remains
  readonly backup: Remains | undefined
  readonly now: number
}

function rebuildDocument(db: Writer, at: Case): readonly Problem[] {
  const { key, damaged, backup, now } = at
  const bases = [...damaged.bases, ...(backup?.bases ?? [])].filter(of(key))
  const base = bases.find(isWholeBase)
  const found = [...damaged.documents, ...(backup?.documents ?? [])].filter(
    (row) => row.key === key,
  )
  const row = found.find(isSealedDocument) ?? (base && fromBase(key, base, found[0], now))
  if (!row || !hasItsWhole(db, row)) return [problem('store/document-lost', { number: key })]
  insertWhole(db, row)
  if (base) insertBase(db, key, base.act)
  const isPart = row.part_of != null
  const bad = bases.filter((candidate) => !isWholeBase(candidate)).map(({ act }) => act)
  if (!isPart && !base && !isBaseLost(db, key)) setAside(db, lostBase(key, bad[0] ?? null, now))
  else for (const bytes of bad) aside(db, at, { noun: 'bases', seq: null, bytes, detail: {} })
  const findings: Problem[] = []
  if (!isPart && !damaged.bases.some((candidate) => of(key)(candidate) && isWholeBase(candidate)))
    findings.push(
      base
        ? problem('store/base-restored', { title: row.title })
        : problem('store/base-lost', { title: row.title }),
    )
  if (!damaged.documents.some((each) => each.key === key && isSealedDocument(each)))
    findings.push(problem('store/entry-restored', { title: row.title }))
  return [...findings, ...rebuildLog(db, at, row, base)]
}

/** Whether the document that a part belongs to could be rebuilt; it comes before its parts. */
function hasItsWhole(db: Writer, { part_of }: DocumentRow): boolean {
  if (part_of == null) return true
  return (
    statement<[DocumentKey], unknown>(db, 'SELECT 1 FROM documents WHERE key = ?').get(part_of) !==
    undefined
  )
}

function rebuildLog(
  db: Writer,
  at: Case,
  { title, created_at }: DocumentRow,
  base: BaseRow | undefined,
): readonly Problem[] {
  const log = logOf(at.damaged, at.key)
  const faults = logFaults(log)
  if (faults.length === 0) {
    takeLog(db, log)
    return []
  }
  for (const fault of faults) quarantineFault(db, at, fault)
  const own = usable(log)
  const spare = at.backup ? usable(logOf(at.backup, at.key)) : { states: [], rows: [], upto: 0 }
  const has = new Set([...own.rows, ...spare.rows].map(({ seq }) => seq))
  const upto = Math.max(own.upto, spare.upto)
  const last = Math.max(log.head?.seq ?? 0, log.snapshots[0]?.upto ?? 0, ...has)
  const lost = Array.from({ length: Math.max(0, last - upto) }, (_, i) => upto + i + 1).filter(
    (seq) => !has.has(seq),
  )
  const seed = base && (lost.includes(1) || upto + has.size === 0) ? [seedOf(base)] : []
  const bytes = [
    ...seed,
    ...own.states,
    ...spare.states,
    ...[...own.rows, ...spare.rows].map((row) => row.bytes),
  ]
  const changedAt = log.head?.changed_at ?? created_at
  for (const each of bytes)
    appendUpdate(db, at.key, { bytes: each, at: changedAt, origin: 'recovered' })
  // A log of nothing would be found damaged again at each opening.
  if (bytes.length === 0)
    appendUpdate(db, at.key, { bytes: mergedUpdates([]), at: changedAt, origin: 'lost' })
  const missing = lost.filter((seq) => seq !== 1 || seed.length === 0).length
  return [
    missing === 0
      ? problem('store/draft-repaired', { title })
      : problem('store/draft-incomplete', { title, missing, last }),
  ]
}

function takeLog(db: Writer, { head, snapshots, rows }: DraftLog): void {
  for (const row of rows) insertRow(db, row)
  for (const row of snapshots) insertSnapshot(db, row)
  if (head) writeHead(db, head)
}

/** What may be used of a log: the newest whole snapshot, and the whole rows behind it. */
function usable(log: DraftLog): {
  readonly states: readonly Uint8Array[]
  readonly rows: readonly UpdateRow[]
  readonly upto: number
} {
  const snapshot = log.snapshots.find(isWhole)
  const rows = log.rows.filter(
    (row, i) =>
      isSealed(row) || (hasWholeBytes(row) && isLinked(row, log.rows[i - 1], log.rows[i + 1])),
  )
  return { states: snapshot ? [snapshot.state] : [], rows, upto: snapshot?.upto ?? 0 }
}

/**
 * Whether a neighbor vouches that the row stands in its own draft: of a row whose seal is broken, the
 * number of the document may be what is damaged.
 */
function isLinked(row: UpdateRow, before?: UpdateRow, behind?: UpdateRow): boolean {
  return (
    (before !== undefined && sameBytes(before.hash, row.prev)) ||
    (behind !== undefined && sameBytes(behind.prev, row.hash))
  )
}

function quarantineFault(db: Writer, at: Case, fault: LogFault): void {
  if (fault.kind === 'update') {
    const { bytes, seq, prev, hash, ...rest } = fault.row
    const detail = { ...rest, prev: hex(prev), hash: hex(hash) }
    aside(db, at, { noun: 'updates', seq, bytes, detail })
  }
  if (fault.kind === 'snapshot') {
    const { state, upto, sha256, chain, ...rest } = fault.row
    const detail = { ...rest, sha256: hex(sha256), chain: hex(chain) }
    aside(db, at, { noun: 'snapshots', seq: upto, bytes: state, detail })
  }
}

function aside(
  db: Writer,
  { key, now }: Case,
  row: { noun: string; seq: number | null; bytes: Uint8Array; detail: unknown },
): void {
  const detail = JSON.stringify(row.detail)
  setAside(db, { ...row, document: key, detail, reason: 'checksum', at: now })
}

function fromBase(
  key: DocumentKey,
  base: BaseRow,
  damaged: DocumentRow | undefined,
  now: number,
): DocumentRow {
  const act = schema.nodeFromJSON(JSON.parse(new TextDecoder().decode(base.act)))
  const { id, language, profile } = actAttrs(act)
  const title = titleOf(act).trim() || damaged?.title || id
  const facts = {
    id,
    title,
    language,
    profile,
    source: damaged?.source ?? '',
    units: act.childCount,
  }
  const dates = { sample: 0 as const, created_at: now, removed_at: null, part_of: null, part: null }
  return { key, ...facts, ...dates, crc: sealOf({ ...facts, ...dates }) }
}

function seedOf(base: BaseRow): Uint8Array {
  return seedDraft(schema.nodeFromJSON(JSON.parse(new TextDecoder().decode(base.act))))
}

function insertWhole(db: Writer, row: DocumentRow): void {
  statement<[DocumentRow]>(
    db,
    `INSERT INTO documents (key, id, title, language, profile, source, units, sample, created_at, removed_at, part_of, part, crc)
     VALUES (@key, @id, @title, @language, @profile, @source, @units, @sample, @created_at, @removed_at, @part_of, @part, @crc)`,
  ).run({ ...row, part_of: row.part_of ?? null, part: row.part ?? null })
}

function takeSettings(db: Writer, damaged: Remains, backup: Remains | undefined): void {
  for (const { name, value } of [...(backup?.settings ?? []), ...damaged.settings]) {
    if (name === VERSION_SETTING || !isJson(value)) continue
    statement<[string, string]>(
      db,
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    ).run(name, value)
  }
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}

function logOf({ heads, snapshots, updates }: Remains, key: DocumentKey): DraftLog {
  return {
    head: heads.find(of(key)),
    snapshots: snapshots.filter(of(key)).toSorted((a, b) => b.upto - a.upto),
    rows: updates.filter(of(key)).toSorted((a, b) => a.seq - b.seq),
  }
}

function of(key: DocumentKey) {
  return (row: { readonly document: DocumentKey }) => row.document === key
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
