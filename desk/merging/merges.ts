import * as Y from 'yjs'
import { z } from 'zod'
import type { TwoSides } from '#shared/merge/three-states.ts'
import type { Reader, Writer } from '#store/connection.ts'
import { listSettings, readSetting, removeSetting, writeSetting } from '#store/settings.ts'

/** A merge whose review is not closed yet. */
export interface Merge {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Who brought the other side; empty where nobody is named. */
  readonly from: string
  readonly sides: TwoSides
}

const kept = z.object({ at: z.number(), from: z.string(), mine: z.string(), theirs: z.string() })

/** Merges of one document that wait for a review; older ones make room. */
const MOST_OPEN = 5

export function keepMerge(db: Writer, document: string, { id, at, from, sides }: Merge): void {
  writeSetting(db, `${prefix(document)}${id}`, {
    at,
    from,
    mine: encoded(sides.mine),
    theirs: encoded(sides.theirs),
  })
  for (const old of openMerges(db, document).slice(MOST_OPEN)) closeMerge(db, document, old.id)
}

/** The last first. */
export function openMerges(db: Reader, document: string): readonly Merge[] {
  const start = prefix(document)
  const merges = listSettings(db, start).flatMap((name): readonly Merge[] => {
    const read = kept.safeParse(readSetting(db, name))
    if (!read.success) return []
    const { at, from, mine, theirs } = read.data
    const sides = { mine: decoded(mine), theirs: decoded(theirs) }
    return [{ id: name.slice(start.length), at, from, sides }]
  })
  return merges.toSorted((a, b) => b.at - a.at)
}

export function closeMerge(db: Writer, document: string, id: string): void {
  removeSetting(db, `${prefix(document)}${id}`)
}

function prefix(document: string): string {
  return `merge ${document} `
}

function encoded(snapshot: Y.Snapshot): string {
  return Buffer.from(Y.encodeSnapshotV2(snapshot)).toString('base64')
}

function decoded(text: string): Y.Snapshot {
  return Y.decodeSnapshotV2(new Uint8Array(Buffer.from(text, 'base64')))
}
