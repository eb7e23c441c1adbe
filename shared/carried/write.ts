import { strToU8, type Zippable, zipSync } from 'fflate'
import { toHexString } from 'lib0/buffer'
import { digest as sha256 } from 'lib0/hash/sha256'
import { DRAFT_PARTS, type DraftPart } from '../sync/part.ts'
import { BASE, CARRIED_VERSION, MANIFEST, type Manifest, partFile, SIGNATURE } from './manifest.ts'

/** A draft to be carried: the law in force as JSON of an act, and the states of its parts. */
export interface Carried {
  readonly base: Uint8Array
  readonly parts: Partial<Readonly<Record<DraftPart, Uint8Array>>>
}

/** A draft with all its parts as one file; `sign` seals the manifest, which names the rest by hash. */
export async function writeCarried(
  head: Omit<Manifest, 'format' | 'version' | 'entries'>,
  { base, parts }: Carried,
  sign: (manifest: Uint8Array) => Promise<object>,
): Promise<Uint8Array> {
  const contents: [string, Uint8Array][] = [[BASE, base]]
  for (const part of DRAFT_PARTS) {
    const state = parts[part]
    if (state) contents.push([partFile(part), state])
  }
  const manifest: Manifest = {
    format: 'bapta',
    version: CARRIED_VERSION,
    ...head,
    entries: contents.map(([name, bytes]) => ({ name, sha256: toHexString(sha256(bytes)) })),
  }
  const said = strToU8(JSON.stringify(manifest))
  const signature = strToU8(JSON.stringify(await sign(said)))
  const files: Zippable = Object.fromEntries([
    [MANIFEST, said],
    [SIGNATURE, signature],
    ...contents,
  ])
  return zipSync(files, { mtime: head.at })
}
