import {
  calculateJwkThumbprint,
  exportJWK,
  type FlattenedJWS,
  FlattenedSign,
  flattenedVerify,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose'
import { z } from 'zod'
import { type Problem, problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Reader, Writer } from '#store/connection.ts'
import { readSetting, writeSetting } from '#store/settings.ts'

const ALGORITHM = 'EdDSA'
const KEY = 'signing-key'
const KNOWN = 'known-signers'

const publicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })
const privateKey = publicKey.extend({ d: z.string() })
const jws = z.object({ payload: z.string(), protected: z.string(), signature: z.string() })
const header = z.object({ alg: z.literal(ALGORITHM), jwk: publicKey })
const known = z.record(z.string(), z.string()).catch({})

/** Seals bytes with the key of this library, which is made when it is first asked for. */
export async function signBytes(db: Writer, bytes: Uint8Array): Promise<FlattenedJWS> {
  const { d, ...half } = await ownKey(db)
  const key = await importJWK({ ...half, d }, ALGORITHM)
  return new FlattenedSign(bytes).setProtectedHeader({ alg: ALGORITHM, jwk: half }).sign(key)
}

/** The fingerprint of the key that sealed these bytes; another seal, or none, is a problem. */
export async function signerOf(bytes: Uint8Array, signature: unknown): Promise<Result<string>> {
  try {
    const sealed = jws.parse(signature)
    const { jwk } = header.parse(
      JSON.parse(Buffer.from(sealed.protected, 'base64url').toString('utf8')),
    )
    const { payload } = await flattenedVerify(sealed, await importJWK(jwk, ALGORITHM), {
      algorithms: [ALGORITHM],
    })
    if (!Buffer.from(payload).equals(bytes)) return fail(BROKEN)
    return ok(await calculateJwkThumbprint(jwk))
  } catch {
    // Whatever jose or the form refuses: the signature does not stand for the file.
    return fail(BROKEN)
  }
}

/** Whether files of this key came before; `undefined`: never. */
export function knownSigner(db: Reader, fingerprint: string): string | undefined {
  return known.parse(readSetting(db, KNOWN) ?? {})[fingerprint]
}

export function keepSigner(db: Writer, fingerprint: string, name: string): void {
  writeSetting(db, KNOWN, { ...known.parse(readSetting(db, KNOWN) ?? {}), [fingerprint]: name })
}

async function ownKey(db: Writer): Promise<z.infer<typeof privateKey>> {
  const kept = privateKey.safeParse(readSetting(db, KEY))
  if (kept.success) return kept.data
  const pair = await generateKeyPair(ALGORITHM, { extractable: true })
  const jwk: JWK = await exportJWK(pair.privateKey)
  const made = privateKey.parse(jwk)
  writeSetting(db, KEY, made)
  return made
}

const BROKEN: Problem = problem('carried/signature')
