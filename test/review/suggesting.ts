import * as Y from 'yjs'
import { outlookOf, proposeEdits, type StructureProposal } from '#shared/review/structure.ts'
import { openThread, type Thread, threadsIn } from '#shared/review/threads.ts'
import { makeParagraph, makeUnit, type UnitId, unitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para, sub } from '#test/builders/act.ts'
import { cohort, type Peer, standingUnits } from '#test/cohort/cohort.ts'

export const base = act(
  art('1', 'Первая', para('1', 'Один.', sub('Подпункт.')), para('2', 'Два.')),
  art('2', 'Вторая', para('1', 'Три.')),
  art('3', 'Третья', para('1', 'Четыре.')),
)
export const A1 = unitId('article-1')
export const A2 = unitId('article-2')
export const A3 = unitId('article-3')
export const P1 = unitId('article-1/paragraph-1')
export const P2 = unitId('article-1/paragraph-2')
export const NEW = unitId('new')
export const OLEG = { id: 'p2', name: 'Олег' }
export const DONE = { ok: true, value: undefined }

export const newArticle = makeUnit(
  { id: NEW, kind: 'article', label: '1-1', state: 'draft' },
  {
    heading: 'Новая',
    body: [makeParagraph('Слова.'), makeParagraph('Ещё слова.')],
    units: [
      makeUnit(
        { id: unitId('new/1'), kind: 'paragraph', label: '1', state: 'draft' },
        { body: [makeParagraph('Пункт.')] },
      ),
    ],
  },
)
export const INSERT: UnitEdit = {
  kind: 'insert',
  unit: newArticle,
  at: { parent: null, after: A1 },
}
export const MOVE: UnitEdit = { kind: 'move', unit: A3, to: { parent: null, after: null } }
export const REMOVE: UnitEdit = { kind: 'remove', unit: A2 }
export const REPEAL: UnitEdit = { kind: 'setState', unit: A2, state: 'repealed' }

export function drafters(...names: readonly string[]) {
  const { peers, ...rest } = cohort(base, names.length === 0 ? ['a', 'b', 'c'] : names)
  const [a, b, c] = peers
  if (!a || !b || !c) throw new Error('three peers were asked for')
  return { a, b, c, peers, ...rest }
}

/** What Oleg suggests, as others read it in the review part. */
export function suggested({ doc, session }: Peer, edits: readonly UnitEdit[], id = 't1'): Thread {
  const names = { unit: 'Статья', place: 'Статья 1' }
  const proposal = proposeEdits(doc, session.layout, edits, names)
  if (!proposal) throw new Error('nothing was suggested')
  return threadOf(proposal, id)
}

export function threadOf(proposal: object, id = 't1'): Thread {
  const review = new Y.Doc()
  openThread(review, { unit: A1 }, { id, author: OLEG, at: 1, words: 'Так.' })
  review.getMap<Y.Map<unknown>>('threads').get(id)?.set('proposal', proposal)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(review))
  const [thread] = threadsIn(other)
  if (!thread) throw new Error('a thread was opened')
  return thread
}

export const order = ({ session }: Peer) =>
  standingUnits(session.act).filter((id) => !id.includes('/'))

export const outlook = ({ doc, session }: Peer, { proposal }: Thread) =>
  outlookOf(doc, session.layout, proposal as StructureProposal)

export function unitIn({ session }: Peer, unit: UnitId): string {
  let found = ''
  session.act.descendants((node) => {
    if (node.attrs['id'] === unit) found = node.textContent
    return found === ''
  })
  return found
}
