import assert from 'node:assert/strict'
import type { BridgeEvent, CallName } from '#shared/bridge/contract.ts'
import { MERGE_CASES } from './merge-cases.ts'
import { REFERENCE_CASES } from './reference-cases.ts'
import { REVIEW_CASES } from './review-cases.ts'
import { SHARING_CASES } from './sharing-cases.ts'
import {
  bytesOf,
  type Case,
  codeOf,
  exported,
  heldLaw,
  importLaw,
  isEnd,
  once,
  value,
  wordsOf,
  writing,
} from './window-asks.ts'

/**
 * One case for each call of the contract: what the renderer can ask of one host it can ask of every
 * other, with the same answer. The library may hold more than its samples.
 */
export const CONTRACT_CASES: Readonly<Record<CallName, Case>> = {
  async listDocuments({ bridge }) {
    const documents = value(await bridge.listDocuments())
    assert.ok(documents.filter(({ sample }) => sample).length >= 2)
    assert.deepEqual(value(await bridge.listDocuments()), documents)
  },

  async importFile({ bridge, other }) {
    const told = once(other, (event) => event.kind === 'library')
    const document = await importLaw(bridge)
    await told
    const documents = value(await other.listDocuments())
    const found = documents.find(({ id }) => id === document)
    assert.ok(found)
    const { title, language, sample } = found
    assert.deepEqual(
      { title, language, sample },
      { title: 'Law on Signposts', language: 'en', sample: false },
    )

    const failed = once(bridge, isEnd)
    value(
      await bridge.importFile({ name: 'scan.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }),
    )
    const end = await failed
    assert.ok(end.kind === 'job' && end.state.kind === 'failed')
    assert.notEqual(end.state.message, '')
  },

  async readFile({ bridge }) {
    const before = value(await bridge.listDocuments())
    const { job, state } = await heldLaw(bridge)
    assert.equal(state.kind, 'read')
    assert.deepEqual(value(await bridge.listDocuments()), before)
    value(await bridge.dropReading({ job }))
  },

  async showReading({ bridge, other }) {
    const { job } = await heldLaw(bridge)
    const { acts, source } = value(await bridge.showReading({ job }))
    assert.deepEqual(
      acts.map(({ title, proposes }) => [title, proposes]),
      [['Law on Signposts', false]],
    )
    assert.match(new TextDecoder().decode(acts[0]?.act), /thirty paces/)
    assert.match(source ?? '', /thirty paces/)
    assert.match(codeOf(await other.showReading({ job })), /^desk\//)
    value(await bridge.dropReading({ job }))
  },

  async keepReading({ bridge }) {
    const { job } = await heldLaw(bridge)
    const [read] = value(await bridge.showReading({ job })).acts
    const act = new TextEncoder().encode(
      new TextDecoder().decode(read?.act).replace('thirty', 'forty'),
    )
    const bad = [{ place: 0, act: new TextEncoder().encode('{"type":"paragraph"}') }]
    assert.match(codeOf(await bridge.keepReading({ job, corrections: bad })), /^desk\//)
    const corrections = [{ place: 0, title: 'Signs', act }]
    const { document } = value(await bridge.keepReading({ job, corrections }))
    const kept = value(await bridge.listDocuments()).find(({ id }) => id === document)
    assert.equal(kept?.title, 'Signs')
    assert.match(wordsOf(value(await bridge.openDocument({ document })).state), /forty paces/)
    assert.match(codeOf(await bridge.keepReading({ job, corrections: [] })), /^desk\//)
    value(await bridge.removeDocument({ document }))
  },

  async dropReading({ bridge }) {
    const { job } = await heldLaw(bridge)
    value(await bridge.dropReading({ job }))
    assert.match(codeOf(await bridge.dropReading({ job })), /^desk\//)
  },

  async cancelJob({ bridge }) {
    const articles = Array.from(
      { length: 20_000 },
      (_, n) => `Article ${n + 1}. Signs\n\nA sign.\n`,
    )
    const ended = once(bridge, isEnd)
    const { job } = value(
      await bridge.importFile({ name: 'long.txt', bytes: bytesOf(articles.join('\n')) }),
    )
    assert.equal(value(await bridge.cancelJob({ job })), undefined)
    assert.deepEqual(await ended, { kind: 'job', job, state: { kind: 'cancelled' } })
    assert.match(codeOf(await bridge.cancelJob({ job: 'none' })), /^desk\//)
  },

  async openDocument({ bridge }) {
    const document = await importLaw(bridge)
    const opened = value(await bridge.openDocument({ document }))
    assert.equal(opened.summary.id, document)
    assert.ok(opened.state instanceof Uint8Array)
    assert.match(wordsOf(opened.state), /thirty paces/)
    assert.match(codeOf(await bridge.openDocument({ document: 'none' })), /^desk\//)
  },

  async readBase({ bridge }) {
    const document = await importLaw(bridge)
    const { act } = value(await bridge.readBase({ document }))
    assert.match(new TextDecoder().decode(act), /thirty paces/)
    assert.match(codeOf(await bridge.readBase({ document: 'none' })), /^desk\//)
  },

  async closeDocument({ bridge, other }) {
    const document = await importLaw(bridge)
    value(await bridge.openDocument({ document }))
    const { state } = value(await other.openDocument({ document }))
    const heard: BridgeEvent[] = []
    const stop = bridge.subscribe((event) => heard.push(event))
    assert.equal(value(await bridge.closeDocument({ document })), undefined)
    value(await other.saveUpdate({ document, update: writing(state, 'New ') }))
    value(await bridge.readSettings())
    stop()
    assert.deepEqual(
      heard.filter(({ kind }) => kind === 'update'),
      [],
    )
  },

  async saveUpdate({ bridge, other }) {
    const document = await importLaw(bridge)
    const { state } = value(await bridge.openDocument({ document }))
    value(await other.openDocument({ document }))
    const update = writing(state, 'Repainted ')
    const told = once(other, (event) => event.kind === 'update')
    const first = value(await bridge.saveUpdate({ document, update }))
    assert.deepEqual(await told, { kind: 'update', document, update })
    const again = value(await other.openDocument({ document }))
    assert.match(wordsOf(again.state), /Repainted /)
    const second = value(await other.saveUpdate({ document, update: writing(again.state, 'And ') }))
    assert.ok(second.seq > first.seq)
    const garbage = await bridge.saveUpdate({ document, update: Uint8Array.of(9, 9, 9) })
    assert.match(codeOf(garbage), /^desk\//)
  },

  async renameDocument({ bridge, other }) {
    const document = await importLaw(bridge)
    const title = 'Жол белгілері туралы заң'
    assert.equal(value(await bridge.renameDocument({ document, title })), undefined)
    const found = value(await other.listDocuments()).find(({ id }) => id === document)
    assert.equal(found?.title, title)
    const long = await bridge.renameDocument({ document, title: 'x'.repeat(2001) })
    assert.match(codeOf(long), /\/invalid-input$/)
  },

  async removeDocument({ bridge }) {
    const document = await importLaw(bridge)
    assert.equal(value(await bridge.removeDocument({ document })), undefined)
    assert.ok(!value(await bridge.listDocuments()).some(({ id }) => id === document))
    assert.match(codeOf(await bridge.openDocument({ document })), /^desk\//)
  },

  async restoreDocument({ bridge }) {
    const document = await importLaw(bridge)
    value(await bridge.removeDocument({ document }))
    assert.equal(value(await bridge.restoreDocument({ document })), undefined)
    assert.ok(value(await bridge.listDocuments()).some(({ id }) => id === document))
  },

  async exportDocument({ bridge, other }) {
    const document = await importLaw(bridge)
    const docx = value(await exported(bridge, { document, form: 'redline', format: 'docx' }))
    assert.ok(docx.bytes instanceof Uint8Array)
    assert.equal(String.fromCharCode(...docx.bytes.slice(0, 2)), 'PK')
    assert.match(docx.name, /\.docx$/)
    const html = value(await exported(bridge, { document, form: 'clean', format: 'html' }))
    assert.match(new TextDecoder().decode(html.bytes), /thirty paces/)
    const text = value(await exported(bridge, { document, form: 'clean', format: 'txt' }))
    assert.match(new TextDecoder().decode(text.bytes), /thirty paces/)
    const wrong = await bridge.exportDocument({ document, form: 'table', format: 'txt' })
    assert.match(codeOf(wrong), /^desk\//)
    const heard: BridgeEvent[] = []
    const stop = other.subscribe((event) => heard.push(event))
    const [begun, ended] = [once(bridge, (event) => event.kind === 'job'), once(bridge, isEnd)]
    const { job } = value(await bridge.exportDocument({ document, form: 'clean', format: 'pdf' }))
    await begun
    value(await bridge.cancelJob({ job }))
    assert.deepEqual(await ended, { kind: 'job', job, state: { kind: 'cancelled' } })
    value(await other.readSettings())
    stop()
    assert.ok(heard.every(({ kind }) => kind !== 'job'))
  },

  async amendingLaw({ bridge }) {
    const document = await importLaw(bridge)
    const law = value(await bridge.amendingLaw({ document, language: 'en' }))
    assert.equal(law.holds, true)
    assert.equal(law.instructions, 0)
  },

  async applyAmendingLaw({ bridge }) {
    const document = await importLaw(bridge)
    const bytes = new TextEncoder().encode('Section 1 is repealed.\n')
    const law = { name: 'law.txt', bytes }
    const { outcomes, act } = value(await bridge.applyAmendingLaw({ document, law, only: null }))
    assert.ok(outcomes.length > 0)
    assert.ok(typeof act === 'object' && act !== null)
  },

  ...REFERENCE_CASES,
  ...SHARING_CASES,
  ...MERGE_CASES,
  ...REVIEW_CASES,
  async nameVersion({ bridge, other }) {
    const document = await importLaw(bridge)
    value(await other.openDocument({ document }))
    const told = once(other, (event) => event.kind === 'versions')
    const { version } = value(await bridge.nameVersion({ document, name: 'to committee' }))
    assert.match(version, /^[0-9a-f]{64}$/)
    assert.deepEqual(await told, { kind: 'versions', document })
    assert.match(codeOf(await bridge.nameVersion({ document, name: ' ' })), /^desk\//)
  },

  async listVersions({ bridge, other }) {
    const document = await importLaw(bridge)
    assert.deepEqual(value(await bridge.listVersions({ document })), [])
    const { version } = value(await bridge.nameVersion({ document, name: 'to committee' }))
    const [listed] = value(await other.listVersions({ document }))
    assert.equal(listed?.hash, version)
    assert.equal(listed?.name, 'to committee')
    assert.equal(listed?.state, 'whole')
  },

  async readVersion({ bridge }) {
    const document = await importLaw(bridge)
    const { act: base } = value(await bridge.readBase({ document }))
    const { version } = value(await bridge.nameVersion({ document, name: 'to committee' }))
    const { act } = value(await bridge.readVersion({ document, version }))
    assert.deepEqual(jsonOf(act), jsonOf(base))
    const unknown = await bridge.readVersion({ document, version: 'none' })
    assert.equal(codeOf(unknown), 'version/unknown')
  },

  async keepToldFrom({ bridge, other }) {
    const document = await importLaw(bridge)
    assert.equal(value(await other.openDocument({ document })).toldFrom, 'base')
    value(await bridge.keepToldFrom({ document, text: 'a1b2' }))
    assert.equal(value(await other.openDocument({ document })).toldFrom, 'a1b2')
    const absent = await bridge.keepToldFrom({ document: 'none', text: 'base' })
    assert.match(codeOf(absent), /^desk\//)
  },

  async readSettings({ bridge }) {
    const { language, ...others } = value(await bridge.readSettings())
    assert.equal(language, undefined, 'nobody chose one yet')
    assert.deepEqual(Object.keys(others).sort(), ['pdf', 'person', 'theme'])
  },

  async writeSettings({ bridge, other }) {
    const { person } = value(await bridge.readSettings())
    const settings = {
      language: 'kk',
      theme: 'dark',
      person: { ...person, name: 'Дана' },
      pdf: 'a-2a',
    } as const
    assert.equal(value(await bridge.writeSettings(settings)), undefined)
    assert.deepEqual(value(await other.readSettings()), settings)
  },

  async libraryHealth({ bridge }) {
    assert.deepEqual(value(await bridge.libraryHealth()), [])
  },
}

function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}
