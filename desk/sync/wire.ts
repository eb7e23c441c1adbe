import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * Hocuspocus' messages, version 4: each begins with the name of its room. Only what a desk says and
 * hears is here; a message of another sort is passed over.
 */
export type Heard =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  /** The answer to our state vector: all that we lack, and all that was ever deleted. */
  | { readonly kind: 'step2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'admitted'; readonly mayWrite: boolean }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The oldest of our updates without an answer is on the server's disk, or was not taken. */
  | { readonly kind: 'answer'; readonly taken: boolean }
  | { readonly kind: 'closed'; readonly reason: string }

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const SYNC_REPLY = 4
const CLOSE = 7
const SYNC_STATUS = 8

const STEP1 = 0
const STEP2 = 1
const UPDATE = 2

const TOKEN = 0
const DENIED = 1
const ADMITTED = 2

/** Reads a message; undefined: not for us, or not readable. */
export function readMessage(
  bytes: Uint8Array,
): { readonly room: string; readonly heard: Heard } | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const room = decoding.readVarString(decoder)
    const heard = heardIn(decoder)
    return heard && { room, heard }
  } catch {
    return undefined
  }
}

function heardIn(decoder: decoding.Decoder): Heard | undefined {
  const type = decoding.readVarUint(decoder)
  if (type === SYNC || type === SYNC_REPLY) {
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === STEP1) return { kind: 'step1', vector: bytes }
    if (step === STEP2) return { kind: 'step2', update: bytes }
    return step === UPDATE ? { kind: 'update', update: bytes } : undefined
  }
  if (type === AWARENESS) return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
  if (type === SYNC_STATUS) return { kind: 'answer', taken: decoding.readVarUint(decoder) === 1 }
  if (type === CLOSE) return { kind: 'closed', reason: decoding.readVarString(decoder) }
  if (type !== AUTH) return undefined
  const auth = decoding.readVarUint(decoder)
  if (auth === DENIED) return { kind: 'refused', reason: decoding.readVarString(decoder) }
  if (auth !== ADMITTED) return undefined
  return { kind: 'admitted', mayWrite: decoding.readVarString(decoder) === 'read-write' }
}

export function tokenMessage(room: string, token: string): Uint8Array {
  return message(room, AUTH, (encoder) => {
    encoding.writeVarUint(encoder, TOKEN)
    encoding.writeVarString(encoder, token)
    encoding.writeVarString(encoder, 'bapta')
  })
}

export function step1Message(room: string, vector: Uint8Array): Uint8Array {
  return syncMessage(room, STEP1, vector)
}

export function step2Message(room: string, update: Uint8Array): Uint8Array {
  return syncMessage(room, STEP2, update)
}

export function updateMessage(room: string, update: Uint8Array): Uint8Array {
  return syncMessage(room, UPDATE, update)
}

export function awarenessMessage(room: string, update: Uint8Array): Uint8Array {
  return message(room, AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update))
}

function syncMessage(room: string, step: number, bytes: Uint8Array): Uint8Array {
  return message(room, SYNC, (encoder) => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

function message(
  room: string,
  type: number,
  write: (encoder: encoding.Encoder) => void,
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
