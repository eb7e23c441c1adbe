import { problem, sayingOf } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { CallName, Input, Output } from '#shared/bridge/contract.ts'
import { transact } from '#store/connection.ts'
import { findDocument, listDocuments, renameDocument, setRemoved } from '#store/documents.ts'
import { amendingLaw, applyAmendingLaw } from './amending/amending-law.ts'
import { citationGraph } from './citation-graph.ts'
import { takeWordComments } from './comments/word-comments.ts'
import type { DeskContext } from './context.ts'
import { openDocument, readBase, saveUpdate } from './drafts.ts'
import { exportDocument } from './exporting/export-document.ts'
import { ignoreReference } from './ignore-reference.ts'
import { impactOf } from './impact.ts'
import { standing, summaryOf } from './library.ts'
import { endMerge, listMerges } from './merging/merge-calls.ts'
import { noDocument } from './problems.ts'
import { importFile } from './reading/import-file.ts'
import { dropReading, holdReading, keepReading, showReading } from './reading/readings.ts'
import { findUnits, readUnit, referencesFrom, referencesInto } from './references.ts'
import { openReview, saveReview, seeComments } from './review.ts'
import { rewriteCitations } from './rewrite-citations.ts'
import { deskSettings, keepSettings } from './settings.ts'
import {
  inviteMember,
  joinDraft,
  listMembers,
  revokeMember,
  shareDocument,
} from './sync/share-calls.ts'
import { keepToldFrom } from './told-from.ts'
import { listVersions, nameVersion, readNamedVersion } from './versions.ts'
import type { Window } from './windows.ts'

/** Answers one call of a window; its input was checked. Faults of SQLite may be thrown. */
type Answer<K extends CallName> = (
  ctx: DeskContext,
  window: Window,
  input: Input<K>,
) => Result<Output<K>> | Promise<Result<Output<K>>>

/** What the desk does for each call of the contract. */
export const calls: { readonly [K in CallName]: Answer<K> } = {
  listDocuments: ({ store }) => ok(listDocuments(store.db).map(summaryOf)),
  importFile: (ctx, window, { wish, ...file }) =>
    ok({ job: ctx.jobs.start(importFile(ctx, file, wish), window.events.emit) }),
  readFile: holdReading,
  showReading,
  keepReading,
  dropReading,
  cancelJob: ({ jobs }, _, { job }) =>
    jobs.cancel(job) ? ok(undefined) : fail(problem('desk/no-job')),
  openDocument,
  readBase,
  closeDocument(ctx, window, { document }) {
    window.opened.delete(document)
    ctx.presence.leave(window, document)
    ctx.shares.left(document)
    return ok(undefined)
  },
  saveUpdate,
  renameDocument({ store: { db }, windows, references }, _, { document, title }) {
    const found = standing(db, document)
    if (!found.ok) return found
    const named = title.trim()
    if (named === '') return fail(problem('desk/no-title'))
    transact(db, () => renameDocument(db, found.value.key, named))
    references.changed()
    windows.tell({ kind: 'library' })
    return ok(undefined)
  },
  removeDocument({ store: { db }, windows, references, now }, _, { document }) {
    const found = standing(db, document)
    if (!found.ok) return found
    transact(db, () => setRemoved(db, found.value.key, now()))
    references.changed()
    windows.tell({ kind: 'library' })
    return ok(undefined)
  },
  restoreDocument({ store: { db }, windows, references }, _, { document }) {
    const found = findDocument(db, document)
    if (!found) return fail(noDocument())
    if (found.removed_at === null) return ok(undefined)
    transact(db, () => setRemoved(db, found.key, null))
    references.changed()
    windows.tell({ kind: 'library' })
    return ok(undefined)
  },
  exportDocument,
  amendingLaw: (ctx, _, input) => amendingLaw(ctx, input),
  applyAmendingLaw: (ctx, _, input) => applyAmendingLaw(ctx, input),
  referencesInto: (ctx, _, input) => referencesInto(ctx, input),
  referencesFrom: (ctx, _, input) => referencesFrom(ctx, input),
  readUnit: (ctx, _, input) => readUnit(ctx, input),
  findUnits: (ctx, _, input) => findUnits(ctx, input),
  impactOf: (ctx, _, input) => impactOf(ctx, input),
  rewriteCitations: (ctx, _, input) => rewriteCitations(ctx, input),
  citationGraph: (ctx, _, input) => citationGraph(ctx, input),
  ignoreReference: (ctx, _, input) => ignoreReference(ctx, input),
  listMerges: (ctx, _, input) => listMerges(ctx, input),
  closeMerge: (ctx, _, input) => endMerge(ctx, input),
  openReview: (ctx, _, input) => openReview(ctx, input),
  saveReview,
  takeWordComments: (ctx, _, input) => takeWordComments(ctx, input),
  seeComments,
  shareOf: ({ shares }, _, { document }) => ok(shares.summary(document)),
  shareDocument: (ctx, _, input) => shareDocument(ctx, input),
  joinDraft: (ctx, _, input) => joinDraft(ctx, input),
  leaveShare({ shares }, _, { document }) {
    shares.end(document)
    return ok(undefined)
  },
  retryShare({ shares }, _, { document }) {
    shares.retry(document)
    return ok(undefined)
  },
  listMembers: (ctx, _, input) => listMembers(ctx, input),
  inviteMember: (ctx, _, input) => inviteMember(ctx, input),
  revokeMember: (ctx, _, input) => revokeMember(ctx, input),
  showPresence({ presence }, window, { document, place }) {
    if (window.opened.has(document)) presence.show(window, document, place)
    return ok(undefined)
  },
  nameVersion: (ctx, _, input) => nameVersion(ctx, input),
  listVersions: (ctx, _, input) => listVersions(ctx, input),
  readVersion: (ctx, _, input) => readNamedVersion(ctx, input),
  keepToldFrom: (ctx, _, input) => keepToldFrom(ctx, input),
  readSettings: ({ store }) => ok(deskSettings(store.db)),
  writeSettings({ store: { db } }, _, value) {
    transact(db, () => keepSettings(db, value))
    return ok(undefined)
  },
  libraryHealth: ({ store }) => ok(store.health.map(sayingOf)),
}
