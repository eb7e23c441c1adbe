import '../base/jitless.ts'
import { z } from 'zod'
import { DRAFT_PARTS, type DraftPart } from '../sync/part.ts'

/** Bumped when an older Bapta could no longer read the file rightly. */
export const CARRIED_VERSION = 1

/** The names in a `.bapta` file; a name is a key and never a path. */
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'signature.json'
export const BASE = 'base.json'

export function partFile(part: DraftPart): string {
  return `${part}.yjs`
}

const files = [BASE, ...DRAFT_PARTS.map(partFile)] as const

/** What a `.bapta` file says it holds: its signature is over these bytes, and they name every other. */
export const manifest = z.object({
  format: z.literal('bapta'),
  version: z.literal(CARRIED_VERSION),
  document: z.string().min(1).max(500),
  title: z.string().max(2000),
  language: z.enum(['en', 'ru', 'kk']),
  tradition: z.string().max(100),
  profile: z.string().max(100),
  /** Names this one file. */
  exchange: z.string().max(100),
  person: z.object({ id: z.string().max(100), name: z.string().max(200) }),
  /** Milliseconds since the epoch. */
  at: z.number().int().nonnegative(),
  entries: z
    .array(
      z.object({
        name: z.string().refine((name) => files.includes(name)),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(files.length),
})

/** Only this much is asked of a file of any version. */
export const anyManifest = z.object({ format: z.literal('bapta'), version: z.number() })

export type Manifest = z.infer<typeof manifest>
