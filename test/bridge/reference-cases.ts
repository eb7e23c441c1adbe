import assert from 'node:assert/strict'
import type { Bridge, CallName } from '#shared/bridge/contract.ts'
import { type Case, codeOf, once, value } from './window-asks.ts'

type Call = Extract<
  CallName,
  | 'referencesInto'
  | 'referencesFrom'
  | 'readUnit'
  | 'findUnits'
  | 'impactOf'
  | 'rewriteCitations'
  | 'citationGraph'
  | 'ignoreReference'
>

/** What every host answers to calls about references. */
export const REFERENCE_CASES: Readonly<Record<Call, Case>> = {
  async referencesInto({ bridge }) {
    const [sample] = value(await bridge.listDocuments())
    assert.ok(sample)
    const references = value(await bridge.referencesInto({ document: sample.id }))
    assert.ok(references.every(({ document }) => document !== sample.id))
    const { document, unit } = await citedUnit(bridge)
    const narrowed = value(await bridge.referencesInto({ document, units: [unit] }))
    assert.ok(narrowed.length > 0)
    assert.ok(narrowed.every(({ toUnit, sentence }) => toUnit === unit && sentence !== ''))
    assert.match(codeOf(await bridge.referencesInto({ document: 'none' })), /^desk\//)
  },

  async referencesFrom({ bridge }) {
    const { law, constitution } = await samplePair(bridge)
    const references = value(await bridge.referencesFrom({ document: law }))
    const into = references.filter(({ targets }) =>
      targets.some(({ document }) => document === constitution),
    )
    assert.ok(into.length > 2)
    assert.ok(into.every(({ name, sentence }) => name !== null && sentence !== ''))
    assert.match(codeOf(await bridge.referencesFrom({ document: 'none' })), /^desk\//)
  },

  async readUnit({ bridge }) {
    const { document, unit } = await citedUnit(bridge)
    const read = value(await bridge.readUnit({ document, unit }))
    assert.equal(read.unit, unit)
    assert.notEqual(read.words, '')
    assert.notEqual(read.place, '')
    assert.match(codeOf(await bridge.readUnit({ document, unit: 'none' })), /^desk\//)
  },

  async findUnits({ bridge }) {
    const { law, constitution } = await samplePair(bridge)
    const title = value(await bridge.listDocuments()).find(({ id }) => id === constitution)?.title
    const found = value(await bridge.findUnits({ document: law, query: `${title} 1` }))
    assert.deepEqual(
      found.map(({ document }) => document),
      [constitution],
    )
    assert.deepEqual(value(await bridge.findUnits({ document: law, query: '' })), [])
  },

  async impactOf({ bridge }) {
    const { document, unit } = await citedUnit(bridge)
    const edits = [{ kind: 'remove' as const, unit }]
    const { touched } = value(await bridge.impactOf({ document, edits }))
    assert.ok(touched.some(({ outcome }) => outcome === 'broken'))
    const nothing = { touched: [], rewrites: [] }
    assert.deepEqual(value(await bridge.impactOf({ document, edits: [] })), nothing)
    const gone = [{ kind: 'remove' as const, unit: 'none' }]
    assert.match(codeOf(await bridge.impactOf({ document, edits: gone })), /^edit\//)
  },

  async rewriteCitations({ bridge, other }) {
    const { document: cited, unit } = await citedUnit(bridge)
    const edits = [{ kind: 'setLabel' as const, unit, label: '97', num: null }]
    const { rewrites } = value(await bridge.impactOf({ document: cited, edits }))
    const [draft] = rewrites
    assert.ok(draft && draft.plan.length > 0)
    assert.equal(draft.refusal, null)
    const { document } = draft
    const plan = draft.plan.map(({ place: _, ...rewrite }) => rewrite)
    value(await other.openDocument({ document }))
    const told = once(other, (event) => event.kind === 'update')
    const done = value(await bridge.rewriteCitations({ document, cited, plan, as: 'words' }))
    await told
    assert.equal(done.rewritten + done.checks, plan.length)
    assert.equal(done.left, 0)
    const again = value(await bridge.rewriteCitations({ document, cited, plan, as: 'words' }))
    assert.equal(again.left, done.rewritten)
    const { back } = done
    const undone = await bridge.rewriteCitations({ document, cited, plan: back, as: 'words' })
    assert.equal(value(undone).rewritten, back.length)
    const gone = await bridge.rewriteCitations({ document: 'none', cited, plan, as: 'words' })
    assert.match(codeOf(gone), /^desk\//)
  },

  async citationGraph({ bridge }) {
    const { law, constitution } = await samplePair(bridge)
    const acts = value(await bridge.citationGraph({ document: null }))
    assert.ok(acts.links.some(({ from, to }) => from === law && to === constitution))
    const chapters = value(await bridge.citationGraph({ document: law }))
    assert.ok(chapters.nodes.some(({ document, unit }) => document === law && unit !== null))
    assert.match(codeOf(await bridge.citationGraph({ document: 'none' })), /^desk\//)
  },

  async ignoreReference({ bridge, other }) {
    const { law: document } = await samplePair(bridge)
    const [first] = value(await bridge.referencesFrom({ document }))
    assert.ok(first)
    const { unit, text } = first
    value(await other.openDocument({ document }))
    const told = once(other, (event) => event.kind === 'update')
    value(await bridge.ignoreReference({ document, unit, text, as: 'ignored' }))
    await told
    const [then] = value(await other.referencesFrom({ document }))
    assert.deepEqual(then, { ...first, ignored: true })
    value(await bridge.ignoreReference({ document, unit, text, as: 'heeded' }))
    assert.deepEqual(value(await bridge.referencesFrom({ document }))[0], first)
  },
}

/** The sample law of a language, and the constitution that it cites. */
async function samplePair(bridge: Bridge) {
  const documents = value(await bridge.listDocuments()).filter(({ sample }) => sample)
  const law = documents.find(({ profile, language }) => profile === 'law' && language === 'ru')
  const constitution = documents.find(
    ({ profile, language }) => profile === 'constitution' && language === 'ru',
  )
  assert.ok(law && constitution)
  return { law: law.id, constitution: constitution.id }
}

async function citedUnit(bridge: Bridge) {
  const { constitution: document } = await samplePair(bridge)
  const unit = value(await bridge.referencesInto({ document })).find(
    ({ toUnit }) => toUnit !== null,
  )?.toUnit
  assert.ok(unit)
  return { document, unit }
}
