import { sameBytes, sha256 } from '../checksum.ts'
import type { Statements } from './database.ts'

/** What came of keeping a base: a document has one and keeps it. */
export type BaseKept = 'kept' | 'same' | 'other'

/** Keeps the law in force of a document, which travels to those who join. */
export async function keepSharedBase(
  { run }: Statements,
  document: string,
  act: Uint8Array,
  at: number,
): Promise<BaseKept> {
  const made = await run(
    `INSERT INTO sync_bases (document, act, sha256, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (document) DO NOTHING RETURNING document`,
    [document, act, sha256(act), at],
  )
  if (made.length > 0) return 'kept'
  const found = await readSharedBase({ run }, document)
  return found && sameBytes(found, act) ? 'same' : 'other'
}

/** The base of a document as it was kept; undefined: there is none, or it is damaged. */
export async function readSharedBase(
  { run }: Statements,
  document: string,
): Promise<Uint8Array | undefined> {
  const [row] = await run<{ act: Uint8Array; sha256: Uint8Array }>(
    'SELECT act, sha256 FROM sync_bases WHERE document = ?',
    [document],
  )
  return row && sameBytes(sha256(row.act), row.sha256) ? row.act : undefined
}
