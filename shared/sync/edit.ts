import type * as Y from 'yjs'
import { problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { UnitId } from '../schema/act.ts'
import { applyEditsToAct, applyEditToAct } from '../structure/apply-edit.ts'
import type { TextEdit, UnitEdit } from '../structure/edit.ts'
import { type Carried, carry } from './carry.ts'
import { faultOfDoc } from './gate.ts'
import { signDeletions } from './people.ts'
import { type DraftView, layoutOf, projectAct, recordsOf } from './project.ts'
import { journalOf, unitMaps } from './shape.ts'

/** Who edits, when, and what of the draft is known already. */
export interface EditBy {
  /** Origin of the Yjs transaction; undo follows it. */
  readonly origin?: unknown
  /** Person id. */
  readonly author?: string
  /** Milliseconds since the epoch. */
  readonly at?: number
  /** The caller's view of the document; without one the document is checked and projected anew. */
  readonly view?: Pick<DraftView, 'act' | 'fault'>
}

/** One structural command as the journal keeps it. */
export interface JournalEntry {
  /**
   * `rewrite`: many units at once; `version`: the draft became an earlier version again; `accept` and
   * `reject`: what was decided of words that somebody proposed.
   */
  readonly edit: UnitEdit['kind'] | 'undo' | 'redo' | 'rewrite' | 'version' | 'accept' | 'reject'
  readonly unit: string | null
  /** Person id. */
  readonly author: string | null
  readonly at: number | null
  /** Of the version. */
  readonly name?: string
}

/** Units that one act of the editor may change and still be told one by one. */
const MOST_NOTED = 20

/** Notes which units came, went and moved in what was carried from the editor. */
export function noteCarried(
  doc: Y.Doc,
  { made, gone, moved }: Carried,
  by: { readonly author: string | null; readonly at: number },
): void {
  const of = (edit: JournalEntry['edit']) => (unit: UnitId | null) => ({ edit, unit, ...by })
  const entries = [...made.map(of('insert')), ...gone.map(of('remove')), ...moved.map(of('move'))]
  const told = entries.length > MOST_NOTED ? [of('rewrite')(null)] : entries
  for (const entry of told) note(doc, entry)
}

/**
 * Does one edit in the shared document, in one transaction; what the document shows then is what
 * `applyEditToAct` gives. An edit that cannot be done fails with a problem and writes nothing.
 */
export function applyEdit(doc: Y.Doc, edit: UnitEdit, by: EditBy = {}): Result<void> {
  const fault = by.view ? by.view.fault : faultOfDoc(doc)
  if (fault) return fail(fault)
  if (edit.kind === 'restore') return restore(doc, edit.unit, by)
  const before = by.view?.act ?? projectAct(doc)
  const after = applyEditToAct(before, edit)
  if (!after.ok) return after
  const joined = edit.kind === 'join' ? { unit: edit.unit, into: edit.into } : undefined
  doc.transact((transaction) => {
    carry(doc, before, after.value, joined ? { joined } : {})
    signDeletions(doc, transaction)
    writeDown(doc, edit, by)
  }, by.origin)
  return ok(undefined)
}

/**
 * Gives units other words, all in one transaction that the journal tells as one; edits of structure
 * are {@link applyEdit}'s. Fails with a problem and writes nothing where one of them cannot be done.
 */
export function reword(
  doc: Y.Doc,
  edits: readonly TextEdit[],
  { author, at, origin }: Pick<EditBy, 'author' | 'at' | 'origin'> = {},
): Result<void> {
  const fault = faultOfDoc(doc)
  if (fault) return fail(fault)
  const before = projectAct(doc)
  const after = applyEditsToAct(before, edits)
  if (!after.ok) return after
  doc.transact((transaction) => {
    carry(doc, before, after.value)
    signDeletions(doc, transaction)
    note(doc, { edit: 'rewrite', unit: null, author: author ?? null, at: at ?? null })
  }, origin)
  return ok(undefined)
}

/** The journal, oldest first; entries of another form are left out. */
export function readJournal(doc: Y.Doc): readonly JournalEntry[] {
  return journalOf(doc).toArray().filter(isEntry)
}

/** Calls back when something is noted in the journal, whoever noted it. */
export function onJournal(doc: Y.Doc, listener: () => void): () => void {
  const journal = journalOf(doc)
  journal.observe(listener)
  return () => journal.unobserve(listener)
}

export function note(doc: Y.Doc, entry: JournalEntry): void {
  journalOf(doc).push([{ ...entry }])
}

/** Words are no structure: text edits leave no entry. */
function writeDown(doc: Y.Doc, edit: UnitEdit, { author, at }: EditBy): void {
  if (edit.kind === 'setText') return
  const unit = edit.kind === 'insert' ? String(edit.unit.attrs['id']) : edit.unit
  note(doc, { edit: edit.kind, unit, author: author ?? null, at: at ?? null })
}

function restore(doc: Y.Doc, id: UnitId, by: EditBy): Result<void> {
  const records = recordsOf(doc)
  const record = records.get(id)
  if (!record) return fail(problem('edit/no-such-unit:never', {}, { unit: id }))
  if (record.live) {
    return fail(problem('edit/id-taken:stands', {}, { unit: id }))
  }
  const { parents } = layoutOf(doc)
  const parent = record.parent
  if (parent !== null && !parents.has(parent)) {
    return fail(problem('edit/parent-removed', {}, { unit: id }))
  }
  const maps = unitMaps(doc)
  doc.transact(() => {
    for (const other of records.values()) {
      const wentAlong = !other.live && other.tombstone?.root === id
      if (other.id === id || wentAlong) maps.get(other.id)?.set('live', true)
    }
    writeDown(doc, { kind: 'restore', unit: id }, by)
  }, by.origin)
  return ok(undefined)
}

function isEntry(value: unknown): value is JournalEntry {
  return typeof value === 'object' && value !== null && 'edit' in value && 'unit' in value
}
