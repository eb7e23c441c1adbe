import '../base/jitless.ts'
import { z } from 'zod'
import { call } from './call.ts'

const clash = z.enum([
  'removed-changed',
  'joined-changed',
  'repealed-changed',
  'split-changed',
  'words',
  'heading',
  'moved',
  'number',
  'kind',
  'state',
  'same-number',
  'cited',
  'apart',
  'alike',
])

const deed = z.enum([
  'inserted',
  'removed',
  'joined',
  'restored',
  'moved',
  'split',
  'heading',
  'words',
  'number',
  'kind',
  'repealed',
  'state',
])

const version = z.strictObject({
  /** A unit without those in it, as JSON of the schema. */
  unit: z.unknown(),
  place: z.string(),
  parent: z.string().nullable(),
  after: z.array(z.string()),
})

const touch = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  at: z.number().nullable(),
})

/** A unit to be looked at after a merge; texts are `null` where that side has no such unit. */
export const mergeEntry = z.strictObject({
  key: z.string(),
  unit: z.string(),
  other: z.string().nullable(),
  clashes: z.array(clash),
  mineDid: z.array(deed),
  theirsDid: z.array(deed),
  common: version.nullable(),
  mine: version.nullable(),
  theirs: version.nullable(),
  mineBy: z.array(touch),
  theirsBy: z.array(touch),
})

export const openMerge = z.strictObject({
  id: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  /** Who brought the other side. */
  from: z.string(),
  entries: z.array(mergeEntry),
})

export type MergeEntry = z.infer<typeof mergeEntry>

/** The calls about what merging the work of several drafters did. */
export const mergeCalls = {
  /** The merges of a document that nobody has closed, the last first, each with its review. */
  listMerges: call(z.strictObject({ document: z.string() }), z.array(openMerge)),
  /** Ends a review. */
  closeMerge: call(z.strictObject({ document: z.string(), merge: z.string().max(200) }), z.void()),
}
