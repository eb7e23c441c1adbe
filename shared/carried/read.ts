import { strFromU8 } from 'fflate'
import { toHexString } from 'lib0/buffer'
import { digest as sha256 } from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { type Problem, problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { unpacked, type ZipEntry, zipEntries } from '../read/docx/zip.ts'
import { type Act, actAttrs } from '../schema/act.ts'
import type { Looked } from '../schema/citation-check.ts'
import { schema } from '../schema/schema.ts'
import { lookedIn } from '../sync/checks.ts'
import { faultOfDoc } from '../sync/gate.ts'
import { DRAFT_PARTS, type DraftPart } from '../sync/part.ts'
import { projectAct } from '../sync/project.ts'
import { metaOf } from '../sync/shape.ts'
import {
  anyManifest,
  BASE,
  MANIFEST,
  type Manifest,
  manifest as manifestForm,
  partFile,
  SIGNATURE,
} from './manifest.ts'

/** A `.bapta` file that is whole in itself; who signed it is still to be asked. */
export interface CarriedFile {
  readonly manifest: Manifest
  /** What the signature is over. */
  readonly signed: Uint8Array
  readonly signature: unknown
  readonly base: Act
  readonly draft: Act
  /** What was said of its citations. */
  readonly looked: Looked
  readonly parts: ReadonlyMap<DraftPart, Uint8Array>
}

/** Files in it: those that we write, and no more. */
const MOST_FILES = 8

/**
 * Reads a `.bapta` file. Whatever is damaged, foreign, of another document or of a newer program is a
 * problem, and nothing of it is used.
 */
export function readCarried(bytes: Uint8Array): Result<CarriedFile> {
  const entries = zipEntries(bytes, { total: 1024 * 1024 * 1024, ratio: 200, entries: MOST_FILES })
  if (!entries.ok) return fail(DAMAGED)
  const signed = contentOf(entries.value, MANIFEST)
  const said = signed && manifestOf(signed)
  if (!signed || !said) return fail(DAMAGED)
  if (!said.ok) return said
  const contents = checked(entries.value, said.value)
  if (!contents.ok) return contents
  const base = actOf(contents.value.get(BASE))
  if (!base || actAttrs(base).id !== said.value.document) return fail(OTHER)
  const parts = new Map<DraftPart, Uint8Array>()
  let text: Pick<CarriedFile, 'draft' | 'looked'> | undefined
  for (const part of DRAFT_PARTS) {
    const state = contents.value.get(partFile(part))
    if (!state) continue
    const doc = docOf(state)
    if (!doc) return fail(DAMAGED)
    const fault = part === 'text' ? textFault(doc, said.value.document) : incomplete(doc)
    if (fault) return fail(fault)
    if (part === 'text') text = { draft: projectAct(doc), looked: lookedIn(doc) }
    doc.destroy()
    parts.set(part, state)
  }
  const signature = jsonOf(contentOf(entries.value, SIGNATURE))
  if (!text || signature === undefined) return fail(DAMAGED)
  return ok({ manifest: said.value, signed, signature, base, ...text, parts })
}

function manifestOf(bytes: Uint8Array): Result<Manifest> {
  const json = jsonOf(bytes)
  const any = anyManifest.safeParse(json)
  if (!any.success) return fail(DAMAGED)
  const known = manifestForm.safeParse(json)
  if (known.success) return ok(known.data)
  return fail(any.data.version > manifestForm.shape.version.value ? NEWER : DAMAGED)
}

/** What the manifest names, each as it was when it was named; anything else makes the file foreign. */
function checked(
  entries: ReadonlyMap<string, ZipEntry>,
  { entries: named }: Manifest,
): Result<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>()
  for (const { name, sha256: wanted } of named) {
    const content = contentOf(entries, name)
    if (!content || toHexString(sha256(content)) !== wanted) return fail(DAMAGED)
    contents.set(name, content)
  }
  const isForeign = [...entries.keys()].some(
    (name) => name !== MANIFEST && name !== SIGNATURE && !contents.has(name),
  )
  return isForeign || contents.size !== named.length ? fail(DAMAGED) : ok(contents)
}

function contentOf(entries: ReadonlyMap<string, ZipEntry>, name: string): Uint8Array | undefined {
  const entry = entries.get(name)
  const content = entry && unpacked(entry)
  return content?.ok ? content.value : undefined
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined
  try {
    return JSON.parse(strFromU8(bytes))
  } catch {
    // No JSON: the caller says that the file is damaged.
    return undefined
  }
}

function actOf(bytes: Uint8Array | undefined): Act | undefined {
  try {
    const act = schema.nodeFromJSON(jsonOf(bytes))
    act.check()
    return act.type === schema.nodes.act ? act : undefined
  } catch {
    // ProseMirror throws on what is no node of the schema.
    return undefined
  }
}

function docOf(state: Uint8Array): Y.Doc | undefined {
  const doc = new Y.Doc({ gc: false })
  try {
    Y.decodeUpdate(state)
    Y.applyUpdate(doc, state)
    return doc
  } catch {
    // Yjs throws on bytes that are no update.
    return undefined
  }
}

function textFault(doc: Y.Doc, document: string): Problem | undefined {
  const fault = faultOfDoc(doc)
  if (fault) return fault
  return metaOf(doc).get('actId') === document ? undefined : OTHER
}

function incomplete({ store }: Y.Doc): Problem | undefined {
  return store.pendingStructs === null && store.pendingDs === null ? undefined : DAMAGED
}

const DAMAGED: Problem = problem('carried/damaged')

const NEWER: Problem = problem('carried/newer')

const OTHER: Problem = problem('carried/other-document')
