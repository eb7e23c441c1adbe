import { inflated } from '../../base/inflate.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { fail, ok, type Result } from '../../base/result.ts'

/** A packed file inside a zip archive; its content is unpacked only when asked for. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: Uint8Array
  /** Bytes it says it has when unpacked. */
  readonly size: number
  readonly crc: number
}

/** The bounds of what is unpacked: a document of 10,000 pages stays far inside, a bomb does not. */
export interface ZipLimits {
  /** Bytes of all parts together. */
  readonly total: number
  /** Unpacked bytes for each packed one, beyond {@link RATIO_FREE} bytes; deflate can give 1,032. */
  readonly ratio: number
  readonly entries: number
}

export const ZIP_LIMITS: ZipLimits = { total: 512 * 1024 * 1024, ratio: 200, entries: 20_000 }

/** Bytes that any part may have whatever its ratio: short XML parts repeat themselves. */
const RATIO_FREE = 4 * 1024 * 1024

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** Bytes of the end record without its comment, and the longest comment. */
const END_SIZE = 22
const MAX_COMMENT = 0xffff

/**
 * The entries of a zip archive by its central directory, as PKWARE's APPNOTE 6.3 lays it out. Names
 * are keys and never paths: nothing is written anywhere.
 */
export function zipEntries(
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Result<ReadonlyMap<string, ZipEntry>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === undefined) return fail(BROKEN)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) return fail(BOMB)
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let i = 0; i < count; i++) {
    const read = entryAt(bytes, view, at)
    if (!read) return fail(BROKEN)
    const { entry, next } = read
    if (entry.size > RATIO_FREE && entry.size > entry.packed.length * limits.ratio)
      return fail(BOMB)
    total += entry.size
    if (total > limits.total) return fail(BOMB)
    if (!entries.has(entry.name)) entries.set(entry.name, entry)
    at = next
  }
  return ok(entries)
}

function endRecord(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at
  return undefined
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { entry: ZipEntry; next: number } | undefined {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return undefined
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const local = view.getUint32(at + 42, true)
  if (next > view.byteLength || local + 30 > view.byteLength) return undefined
  if (view.getUint32(local, true) !== LOCAL) return undefined
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const to = from + view.getUint32(at + 20, true)
  if (to > view.byteLength) return undefined
  const entry = {
    name: partName(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    packed: bytes.subarray(from, to),
    size: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
  }
  return { entry, next }
}

/** Part names are ASCII (ECMA-376 part 2, 9.1.1); some programs write `\` for `/`, or a `/` before. */
function partName(bytes: Uint8Array): string {
  let name = ''
  for (const byte of bytes) name += String.fromCharCode(byte)
  return name.replaceAll('\\', '/').replace(/^\//, '')
}

const STORED = 0
const DEFLATED = 8

/** The content of an entry; it must have the size and the checksum that it says it has. */
export function unpacked({ method, packed, size, crc }: ZipEntry): Result<Uint8Array> {
  const content =
    method === STORED ? packed : method === DEFLATED ? inflated(packed, size) : undefined
  if (content === undefined || content.length !== size || crc32(content) !== crc)
    return fail(BROKEN)
  return ok(content)
}

/** CRC-32 of IEEE 802.3, the checksum of zip entries. */
function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ -1) >>> 0
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

const BROKEN: Problem = problem('docx/broken-archive')

const BOMB: Problem = problem('docx/too-large')
