import assert from 'node:assert/strict'
import * as Y from 'yjs'
import type { Result } from '#shared/base/result.ts'
import type { Bridge, BridgeEvent, Input } from '#shared/bridge/contract.ts'
import type { MadeFile } from '../../renderer/host/download.ts'
import { exportFile } from '../../renderer/host/export-file.ts'

/** Two windows on one fresh library, whatever carries them. */
export interface TwoWindows {
  readonly bridge: Bridge
  readonly other: Bridge
}

export type Case = (windows: TwoWindows) => Promise<void>

const LAW = `Law on Signposts

Article 1. Signposts

1. A signpost must be seen from thirty paces.

2. Its words are those of the map.
`

export async function importLaw(bridge: Bridge, text = LAW): Promise<string> {
  const ended = once(bridge, isEnd)
  value(await bridge.importFile({ name: 'signposts.txt', bytes: bytesOf(text) }))
  const end = await ended
  assert.ok(end.kind === 'job' && end.state.kind === 'done', JSON.stringify(end))
  return end.state.document
}

/** The file that a host writes, or why it does not. */
export async function exported(
  bridge: Bridge,
  asked: Input<'exportDocument'>,
): Promise<Result<MadeFile>> {
  const { signal } = new AbortController()
  const made = await exportFile(bridge, asked, { signal })
  assert.ok(made)
  return made
}

/** The law read and held, not in the library. */
export async function heldLaw(bridge: Bridge) {
  const ended = once(bridge, isEnd)
  value(await bridge.readFile({ name: 'signposts.txt', bytes: bytesOf(LAW) }))
  const end = await ended
  assert.ok(end.kind === 'job' && end.state.kind === 'read', JSON.stringify(end))
  return { job: end.job, state: end.state }
}

export function isEnd(event: BridgeEvent): boolean {
  return event.kind === 'job' && event.state.kind !== 'progress'
}

/** The first event that `wanted` accepts, from now on. */
export function once(
  bridge: Bridge,
  wanted: (event: BridgeEvent) => boolean,
): Promise<BridgeEvent> {
  return new Promise((resolve) => {
    const stop = bridge.subscribe((event) => {
      if (!wanted(event)) return
      stop()
      resolve(event)
    })
  })
}

export function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

export function codeOf(result: Result<unknown>): string {
  assert.ok(!result.ok)
  assert.ok(result.problem.message.length > 10)
  return result.problem.code
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** An update of the draft in `state` that puts `words` before its first heading. */
export function writing(state: Uint8Array, words: string): Uint8Array<ArrayBuffer> {
  const doc = draftOf(state)
  const before = Y.encodeStateVector(doc)
  const [heading] = headingsOf(doc)
  assert.ok(heading)
  heading.insert(0, words)
  return new Uint8Array(Y.encodeStateAsUpdate(doc, before))
}

export function wordsOf(state: Uint8Array): string {
  const doc = draftOf(state)
  const bodies = [...doc.getMap('units').values()].map((unit) =>
    unit instanceof Y.Map ? String(unit.get('body')) : '',
  )
  return [...headingsOf(doc).map(String), ...bodies].join('\n')
}

export function headingsOf(doc: Y.Doc): readonly Y.XmlText[] {
  return [...doc.getMap('units').values()].flatMap((unit) => {
    const heading: unknown = unit instanceof Y.Map ? unit.get('heading') : undefined
    return heading instanceof Y.XmlText ? [heading] : []
  })
}

export function draftOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
