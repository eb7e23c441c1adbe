import assert from 'node:assert/strict'
import * as Y from 'yjs'
import { anchorToUnit } from '#shared/review/anchor.ts'
import { openThread, threadsIn } from '#shared/review/threads.ts'
import { unitId } from '#shared/schema/act.ts'
import { wordFile, wordParagraph } from '../builders/word-file.ts'
import { type Case, codeOf, importLaw, once, value } from './window-asks.ts'

/** What a window writes when a person comments. */
export function commenting(words: string): Uint8Array<ArrayBuffer> {
  const review = new Y.Doc()
  const comment = { id: words, author: { id: 'p1', name: 'Dana' }, at: 1, words }
  value(openThread(review, anchorToUnit(unitId('any')), comment))
  return new Uint8Array(Y.encodeStateAsUpdate(review))
}

export function commentsIn(state: Uint8Array): readonly (string | undefined)[] {
  const review = new Y.Doc()
  Y.applyUpdate(review, state)
  return threadsIn(review).flatMap(({ comments }) => comments.map(({ words }) => words))
}

/** What every host answers to calls about comments. */
export const REVIEW_CASES: Readonly<
  Record<'openReview' | 'saveReview' | 'seeComments' | 'takeWordComments', Case>
> = {
  async openReview({ bridge }) {
    const document = await importLaw(bridge)
    const { state, readOnly, seen } = value(await bridge.openReview({ document }))
    assert.deepEqual(
      { words: commentsIn(state), readOnly, seen },
      { words: [], readOnly: null, seen: [] },
    )
    assert.match(codeOf(await bridge.openReview({ document: 'none' })), /^desk\//)
  },

  async saveReview({ bridge, other }) {
    const document = await importLaw(bridge)
    value(await other.openDocument({ document }))
    const told = once(other, (event) => event.kind === 'review')
    const update = commenting('Why thirty?')
    value(await bridge.saveReview({ document, update }))
    assert.deepEqual(await told, { kind: 'review', document, update })
    assert.deepEqual(commentsIn(value(await other.openReview({ document })).state), ['Why thirty?'])
    const garbage = await bridge.saveReview({ document, update: Uint8Array.of(9, 9, 9) })
    assert.match(codeOf(garbage), /^desk\//)
  },

  async takeWordComments({ bridge, other }) {
    const document = await importLaw(bridge)
    value(await other.openDocument({ document }))
    const told = once(other, (event) => event.kind === 'review')
    const words = '<w:r><w:t>A signpost</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    const comments = `<w:comment w:id="0" w:author="Dana">${wordParagraph('Why thirty?')}</w:comment>`
    const bytes = new Uint8Array(wordFile({ document: `<w:p>${words}</w:p>`, comments }))
    const file = { document, name: 'back.docx', bytes }
    const taken = { threads: 1, answers: 0, reworded: 0, resolved: 0, known: 0 }
    assert.deepEqual(value(await bridge.takeWordComments(file)), taken)
    await told
    assert.deepEqual(commentsIn(value(await other.openReview({ document })).state), ['Why thirty?'])
    assert.match(codeOf(await bridge.takeWordComments({ ...file, document: 'none' })), /^desk\//)
  },

  async seeComments({ bridge, other }) {
    const document = await importLaw(bridge)
    value(await other.openDocument({ document }))
    const told = once(other, (event) => event.kind === 'seen')
    value(await bridge.seeComments({ document, comments: ['c1', 'c2'] }))
    assert.deepEqual(await told, { kind: 'seen', document, comments: ['c1', 'c2'] })
    value(await other.seeComments({ document, comments: ['c2', 'c3'] }))
    const { seen } = value(await bridge.openReview({ document }))
    assert.deepEqual(seen, ['c1', 'c2', 'c3'])
  },
}
