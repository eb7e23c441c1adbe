import { deflateSync, strFromU8, strToU8 } from 'fflate'
import { toHexString } from 'lib0/buffer'
import { digest as sha256 } from 'lib0/hash/sha256'
import type * as Y from 'yjs'
import { inflated } from '../base/inflate.ts'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { Act } from '../schema/act.ts'
import { SCHEMA_VERSION, schema } from '../schema/schema.ts'
import type { Person } from './person.ts'

/** SHA-256 of a version in hexadecimal: its name in the draft, and the proof that it is as it was made. */
export type VersionHash = string & { readonly __brand: 'VersionHash' }

/** What was said when a version was named: "as sent to committee", by whom, when. */
export interface VersionHead {
  readonly name: string
  readonly person: Person
  /** Milliseconds since the epoch. */
  readonly at: number
}

export interface Version extends VersionHead {
  readonly hash: VersionHash
  /** Bytes of the act as they are kept. */
  readonly size: number
  /** Whether the bytes still have the hash that they were named by. */
  readonly state: 'whole' | 'damaged'
}

/**
 * Named versions of a draft, in a shared document of their own. A version holds the whole act, so that
 * nothing that befalls the draft's log befalls it; it is named by the hash of all it holds and never
 * changed.
 */
export function addVersion(doc: Y.Doc, head: VersionHead, act: Act): VersionHash {
  const bytes = strToU8(canonicalJson(act.toJSON()))
  const facts = { ...plainHead(head), schema: SCHEMA_VERSION }
  const hash = hashOf(facts, bytes)
  if (find(doc, hash)) return hash
  const entry: Entry = { ...facts, hash, size: bytes.byteLength, act: deflateSync(bytes) }
  entriesOf(doc).push([entry])
  return hash
}

/** The versions, oldest first, each once; what is not even of the form of a version is left out. */
export function versionsIn(doc: Y.Doc): readonly Version[] {
  const versions = new Map<VersionHash, Version>()
  for (const entry of decoded(doc)) {
    const state = bytesOf(entry) ? 'whole' : 'damaged'
    const known = versions.get(entry.hash)
    if (known?.state === 'whole') continue
    const { hash, size, name, person, at } = entry
    versions.set(hash, { hash, size, name, person, at, state })
  }
  return [...versions.values()].sort((a, b) => a.at - b.at || (a.hash < b.hash ? -1 : 1))
}

/** The act of a version as it was when it was named; one that is not as it was is refused. */
export function readVersion(
  doc: Y.Doc,
  hash: string,
): Result<{ readonly version: VersionHead; readonly act: Act }> {
  const entries = decoded(doc).filter((entry) => entry.hash === hash)
  if (entries.length === 0) return fail(UNKNOWN)
  for (const entry of entries) {
    const bytes = bytesOf(entry)
    if (!bytes) continue
    if (entry.schema > SCHEMA_VERSION) return fail(newer(entry.name))
    const act = actOf(bytes)
    if (!act) return fail(newer(entry.name))
    return ok({ version: plainHead(entry), act })
  }
  return fail(damaged(entries[0]?.name ?? ''))
}

/** Keys in order at every depth: equal values have equal bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  )
}

/** Act bytes of one version: a longer text is none that Bapta wrote. */
const LONGEST_ACT = 200_000_000

/** Bytes that one deflated byte can hold at most (RFC 1951: 258 bytes in two bits). */
const MOST_DEFLATED = 1032

interface Facts extends VersionHead {
  /** Version of the document schema that wrote it. */
  readonly schema: number
}

interface Entry extends Facts {
  readonly hash: VersionHash
  readonly size: number
  /** The act's canonical JSON in UTF-8, deflated. */
  readonly act: Uint8Array
}

function hashOf(facts: Facts, act: Uint8Array): VersionHash {
  const head = strToU8(`${canonicalJson(facts)}\n`)
  const all = new Uint8Array(head.byteLength + act.byteLength)
  all.set(head)
  all.set(act, head.byteLength)
  return toHexString(sha256(all)) as VersionHash
}

/** The act's bytes, if they and what is said of them have the hash. */
function bytesOf(entry: Entry): Uint8Array | undefined {
  const most = Math.min(LONGEST_ACT, entry.act.byteLength * MOST_DEFLATED)
  if (entry.size > most) return undefined
  const bytes = inflated(entry.act, entry.size)
  if (!bytes) return undefined
  const facts = { ...plainHead(entry), schema: entry.schema }
  return hashOf(facts, bytes) === entry.hash ? bytes : undefined
}

function actOf(bytes: Uint8Array): Act | undefined {
  try {
    const act = schema.nodeFromJSON(JSON.parse(strFromU8(bytes)))
    act.check()
    return act
  } catch {
    // The bytes are those that were named, so what cannot be read is of a form that we do not know.
    return undefined
  }
}

function plainHead({ name, person, at }: VersionHead): VersionHead {
  return { name, person: { id: person.id, name: person.name }, at }
}

function find(doc: Y.Doc, hash: VersionHash): Entry | undefined {
  return decoded(doc).find((entry) => entry.hash === hash && bytesOf(entry) !== undefined)
}

function entriesOf(doc: Y.Doc): Y.Array<unknown> {
  return doc.getArray('versions')
}

function decoded(doc: Y.Doc): readonly Entry[] {
  return entriesOf(doc)
    .toArray()
    .flatMap((value) => entryOf(value) ?? [])
}

function entryOf(value: unknown): Entry | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { hash, name, person, at, schema: form, size, act } = value as Record<string, unknown>
  if (typeof hash !== 'string' || typeof name !== 'string' || typeof at !== 'number')
    return undefined
  if (typeof form !== 'number' || typeof size !== 'number' || !(act instanceof Uint8Array))
    return undefined
  if (!Number.isSafeInteger(size) || size < 0) return undefined
  const who = personOf(person)
  return who && { hash: hash as VersionHash, name, person: who, at, schema: form, size, act }
}

function personOf(value: unknown): Person | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, name } = value as Record<string, unknown>
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined
}

const UNKNOWN: Problem = problem('version/unknown')

function damaged(name: string): Problem {
  return problem('version/damaged', { name })
}

function newer(name: string): Problem {
  return problem('version/newer', { name })
}
