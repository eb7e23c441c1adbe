import * as Y from 'yjs'
import { type Problem, problem, sayingOf } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { BridgeEvent } from '#shared/bridge/contract.ts'
import { type CarriedFile, readCarried } from '#shared/carried/read.ts'
import { mergeReview, twoSides } from '#shared/merge/review.ts'
import { commonSnapshot } from '#shared/merge/three-states.ts'
import { titleOf, walkUnits } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { transact } from '#store/connection.ts'
import { findDocument, type ListedDocument } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'
import { partState } from '#store/parts.ts'
import { baseBytes, encodeBase } from '../acts.ts'
import { saveBeside } from '../beside-part.ts'
import type { DeskContext } from '../context.ts'
import { keepDocument } from '../library.ts'
import { keepMerge } from '../merging/merges.ts'
import { keepSigner, knownSigner, signerOf } from './signing-key.ts'

type Done = Extract<Extract<BridgeEvent, { kind: 'job' }>['state'], { kind: 'done' }>
type Told = Done['problems'][number]

/**
 * Takes a `.bapta` file in: as a new document, or merged into the one that is there. Files may come any
 * number of times and in any order; one that cannot be trusted changes nothing.
 */
export async function importCarried(
  ctx: DeskContext,
  bytes: Uint8Array,
): Promise<Result<Pick<Done, 'document' | 'problems' | 'profile'>>> {
  const { db } = ctx.store
  const read = readCarried(bytes)
  if (!read.ok) return read
  const file = read.value
  const signer = await signerOf(file.signed, file.signature)
  if (!signer.ok) return signer
  const { document, person, language, tradition, profile } = file.manifest
  ctx.commits.flush()
  const found = findDocument(db, document)
  const taken = await (found ? merged(ctx, found, file) : added(ctx, file))
  if (!taken.ok) return taken
  const first = knownSigner(db, signer.value) === undefined
  if (first) transact(db, () => keepSigner(db, signer.value, person.name))
  return ok({
    document,
    problems: [signedBy(person.name, signer.value, first ? 'first' : 'known'), ...taken.value],
    profile: { language, tradition, profile },
  })
}

async function added(ctx: DeskContext, file: CarriedFile): Promise<Result<readonly Told[]>> {
  const { store, now } = ctx
  const { manifest, base, parts } = file
  const text = parts.get('text')
  if (!text) throw new Error('a file that was read has the text')
  let units = 0
  walkUnits(base, () => units++)
  const { document: id, title, language, profile } = manifest
  const named = title.trim() || titleOf(base) || id
  const facts = { id, title: named, language, profile, units, base: encodeBase(base) }
  keepDocument(
    store.db,
    { ...facts, seed: text, proposed: undefined, remarks: [], review: undefined },
    { source: `${named}.bapta`, sample: 0, at: now() },
  )
  const found = findDocument(store.db, id)
  const beside = found ? await takeParts(ctx, found, file) : ok(undefined)
  return beside.ok ? ok([]) : beside
}

const BESIDE = ['review', 'versions'] as const

async function merged(
  ctx: DeskContext,
  found: ListedDocument,
  file: CarriedFile,
): Promise<Result<readonly Told[]>> {
  const { store, gates, shares, windows } = ctx
  const { db } = store
  const { id, key } = found
  if (found.removed_at !== null) return fail(REMOVED)
  const refused = gates.refusal(found) ?? shares.refusal(id)
  if (refused) return fail(refused)
  const base = baseBytes(db, key)
  if (!base.ok) return base
  const own = schema.nodeFromJSON(JSON.parse(new TextDecoder().decode(base.value)))
  if (!own.eq(file.base)) return fail(OTHER_BASE)
  const text = file.parts.get('text')
  if (!text) throw new Error('a file that was read has the text')
  const mine = loaded(draftState(db, key))
  const theirs = loaded(text)
  const sides = twoSides(mine, theirs)
  if (commonSnapshot(sides.mine, sides.theirs).sv.size === 0) return fail(OTHER_BASE)
  const beside = await takeParts(ctx, found, file)
  if (!beside.ok) return beside
  const missing = new Uint8Array(Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)))
  Y.applyUpdate(mine, missing)
  if (Y.equalSnapshots(Y.snapshot(mine), sides.mine)) return ok([])
  const saved = await ctx.commits.save({
    document: key,
    bytes: missing,
    // As a window's own: a server that shares the draft must get it too.
    origin: 'window',
    committed() {
      windows.tellReaders(id, { kind: 'update', document: id, update: missing })
      ctx.compactor.grew(key, missing.byteLength)
      ctx.references.changed()
    },
  })
  if (!saved.ok) return saved
  const entries = mergeReview(mine, sides)
  if (entries.length === 0) return ok([])
  const { exchange, person, at } = file.manifest
  transact(db, () => keepMerge(db, id, { id: exchange, at, from: person.name, sides }))
  windows.tellReaders(id, { kind: 'merge', document: id })
  const clashing = entries.filter(({ clashes }) => clashes.length > 0).length
  return ok([mergedWith(clashing, entries.length - clashing)])
}

/** What is said of the draft merges by itself. */
async function takeParts(
  ctx: DeskContext,
  document: ListedDocument,
  { parts }: CarriedFile,
): Promise<Result<undefined>> {
  const { db } = ctx.store
  for (const part of BESIDE) {
    const state = parts.get(part)
    if (!state) continue
    const own = loaded(partState(db, document.key, part))
    const before = Y.snapshot(own)
    const missing = Y.encodeStateAsUpdate(loaded(state), Y.encodeStateVector(own))
    Y.applyUpdate(own, missing)
    if (Y.equalSnapshots(Y.snapshot(own), before)) continue
    // As a window's own: a server that shares the draft must get it too.
    const update = { bytes: new Uint8Array(missing), origin: 'window' } as const
    const saved = await saveBeside(ctx, document, part, update)
    if (!saved.ok) return saved
  }
  return ok(undefined)
}

function loaded(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, state)
  return doc
}

function told(found: Problem): Told {
  return { ...sayingOf(found), severity: 'info', line: null, unit: null }
}

function signedBy(name: string, fingerprint: string, seen: 'first' | 'known'): Told {
  const key = fingerprint.slice(0, 16)
  if (seen === 'known')
    return told(
      name === ''
        ? problem('carried/signed:unnamed', { key })
        : problem('carried/signed', { name, key }),
    )
  return told(
    name === ''
      ? problem('carried/first-seen:unnamed', { key })
      : problem('carried/first-seen', { name, key }),
  )
}

function mergedWith(clashing: number, others: number): Told {
  return told(problem('carried/merged', { clashing, others }))
}

const REMOVED: Problem = problem('desk/carried-removed')

const OTHER_BASE: Problem = problem('desk/carried-other-base')
