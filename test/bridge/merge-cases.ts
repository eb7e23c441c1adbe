import assert from 'node:assert/strict'
import { type Case, exported, importLaw, isEnd, once, value, writing } from './window-asks.ts'

/** A file carried out, both sides edited, and carried back: one review waits. */
const carriedBack = async ({ bridge }: Parameters<Case>[0]): Promise<string> => {
  const document = await importLaw(bridge)
  const before = value(await bridge.openDocument({ document })).state
  const out = await exported(bridge, { document, form: 'carry', format: 'bapta' })
  const { bytes } = value(out)
  value(await bridge.saveUpdate({ document, update: writing(before, 'Mine ') }))
  const ended = once(bridge, isEnd)
  value(await bridge.importFile({ name: 'back.bapta', bytes: new Uint8Array(bytes) }))
  const end = await ended
  assert.ok(end.kind === 'job' && end.state.kind === 'done', JSON.stringify(end))
  assert.equal(end.state.document, document)
  assert.equal(end.state.format, 'bapta')
  return document
}

/** What every host answers to calls about merges. */
export const MERGE_CASES: Readonly<Record<'listMerges' | 'closeMerge', Case>> = {
  async listMerges(windows) {
    const document = await carriedBack(windows)
    // What came back was known: nothing is to be looked at.
    assert.deepEqual(value(await windows.bridge.listMerges({ document })), [])
    assert.ok(!(await windows.bridge.listMerges({ document: 'none' })).ok)
  },

  async closeMerge({ bridge, other }) {
    const document = await importLaw(bridge)
    value(await other.openDocument({ document }))
    const told = once(other, (event) => event.kind === 'merge')
    assert.equal(value(await bridge.closeMerge({ document, merge: 'any' })), undefined)
    assert.deepEqual(await told, { kind: 'merge', document })
  },
}
