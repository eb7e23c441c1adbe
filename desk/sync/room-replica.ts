import * as Y from 'yjs'
import type { TwoSides } from '#shared/merge/three-states.ts'
import { isIncomplete } from '#store/compact.ts'
import type { Heard } from './wire.ts'
import { step1Message, step2Message, tokenMessage, updateMessage } from './wire.ts'

/**
 * How far the words of a room are: `offline`: the server has not said yet what it lacks; `sent`: all
 * is on its way and not all is answered; `safe`: all is on the server's disk; `refused`: the server
 * does not take what was written here.
 */
export type RoomState = 'offline' | 'sent' | 'safe' | 'refused'

/** One part of a draft against the server: a replica, and what of ours the server has not answered. */
export interface RoomReplica {
  readonly doc: Y.Doc
  readonly state: RoomState
  /** Something was written on this computer, and is on its disk. */
  write(update: Uint8Array): void
  /** A connection is there: says who we are and what we have. */
  connected(token: string): void
  disconnected(): void
  hear(heard: Heard): void
  destroy(): void
}

export interface RoomReplicaOptions {
  readonly room: string
  readonly state: Uint8Array
  send(message: Uint8Array): void
  /** What others wrote and this computer does not have yet. */
  receive(update: Uint8Array): void
  /** How far this computer and the server each were when they came together again. */
  met(sides: TwoSides): void
  changed(): void
}

const OURS = 'ours'
const THEIRS = 'theirs'

/**
 * The queue of a computer that was offline is its own log: on each connection the server says what
 * it has, and gets the difference. Answers come in the order of what was sent, one for each.
 */
export function createRoomReplica(options: RoomReplicaOptions): RoomReplica {
  const { room, send, receive, met, changed } = options
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, options.state, OURS)
  /** Whether the server has told what it lacks, so that later words follow one by one. */
  let greeted = false
  let unanswered = 0
  let refused = false
  /** What is known of how the two came together, until all of it is. */
  let meeting: { vector?: Uint8Array; mine?: Y.Snapshot; deleted?: Y.Snapshot['ds'] } = {}

  doc.on('update', pass)

  return {
    doc,
    get state() {
      if (refused) return 'refused'
      if (!greeted) return 'offline'
      return unanswered > 0 ? 'sent' : 'safe'
    },
    write(update) {
      Y.applyUpdate(doc, update, OURS)
      if (greeted) post(updateMessage(room, update))
    },
    connected(token) {
      disconnected()
      send(tokenMessage(room, token))
      send(step1Message(room, Y.encodeStateVector(doc)))
    },
    disconnected,
    hear(heard) {
      switch (heard.kind) {
        case 'step1':
          greeted = true
          meeting.vector = heard.vector
          meet()
          post(step2Message(room, Y.encodeStateAsUpdate(doc, heard.vector)))
          return
        case 'step2':
          if (isEmpty(doc)) {
            fill(heard.update)
            return
          }
          meeting.mine = Y.snapshot(doc)
          meeting.deleted = Y.decodeUpdate(heard.update).ds
          Y.applyUpdate(doc, heard.update, THEIRS)
          meet()
          return
        case 'update':
          Y.applyUpdate(doc, heard.update, THEIRS)
          return
        case 'answer':
          unanswered = Math.max(0, unanswered - 1)
          if (!heard.taken) refused = true
          changed()
          return
        case 'awareness':
        case 'admitted':
        case 'refused':
        case 'closed':
      }
    },
    destroy: () => doc.destroy(),
  }

  function pass(update: Uint8Array, origin: unknown): void {
    if (origin === THEIRS) receive(update)
  }

  /**
   * Takes all of a room into a replica that has nothing, and so nothing to put together with it. The
   * update is passed on as it came: to decode it once more and encode what it brought would take as
   * long as all the rest of joining a long draft.
   */
  function fill(update: Uint8Array): void {
    doc.off('update', pass)
    Y.applyUpdate(doc, update, THEIRS)
    doc.on('update', pass)
    if (doc.store.clients.size > 0) receive(isIncomplete(doc) ? applicable(update) : update)
  }

  function post(message: Uint8Array): void {
    unanswered++
    send(message)
    changed()
  }

  function meet(): void {
    const { vector, mine, deleted } = meeting
    if (!vector || !mine || !deleted) return
    meeting = {}
    met({ mine, theirs: Y.createSnapshot(deleted, Y.decodeStateVector(vector)) })
  }

  function disconnected(): void {
    meeting = {}
    greeted = false
    unanswered = 0
    refused = false
    changed()
  }
}

function isEmpty(doc: Y.Doc): boolean {
  return doc.store.clients.size === 0 && !isIncomplete(doc)
}

/** What of an update waits for no other: a log with more opens as one that lacks updates. */
function applicable(update: Uint8Array): Uint8Array {
  const scratch = new Y.Doc({ gc: false })
  let applied = Y.encodeStateAsUpdate(scratch)
  scratch.on('update', (bytes: Uint8Array) => {
    applied = bytes
  })
  Y.applyUpdate(scratch, update)
  return applied
}
