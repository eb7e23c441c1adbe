import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { unitId } from '#shared/schema/act.ts'
import { exported } from '../bridge/window-asks.ts'
import { act, art, para } from '../builders/act.ts'
import { addAct, desk, openLibrary, tempFolder, value } from '../builders/library.ts'
import { cohort, type Peer, textStart } from '../cohort/cohort.ts'

const MINUTE = 60_000
const MORNING = Date.UTC(2026, 2, 12, 9)
const P1 = 'article-1/paragraph-1'
const plain = act(
  art('1', 'Срок', para('1', 'Срок два дня.'), para('2', 'Лишнее.')),
  art('2', 'Место', 'Где угодно.'),
  art('3', 'Время', 'Всегда.'),
)
const text = plain.type.create({ ...plain.attrs, id: 'a' }, plain.content)

it('X71: the redline of a draft says who inserted, deleted and moved, and when', async () => {
  const folder = tempFolder()
  const store = openLibrary(folder.dir)
  addAct(store.db, 'a', text)
  const bench = desk(store)
  const window = bench.connect()
  const update = new Uint8Array(Y.encodeStateAsUpdate(drafted()))
  value(await window.saveUpdate({ document: 'a', update }))
  const asked = { document: 'a', form: 'redline', format: 'docx' } as const
  const { bytes } = value(await exported(window, asked))
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  expect(byOf(xml, 'ins', 'Новый ')).toBe('dana 2026-03-12T09:00')
  expect(byOf(xml, 'del', 'два')).toBe('erlan 2026-03-12T09:05')
  expect(byOf(xml, 'del', 'Лишнее.')).toBe('dana 2026-03-12T10:00')
  expect(byOf(xml, 'moveFrom', 'Всегда.')).toBe('erlan 2026-03-12T10:30')
  expect(byOf(xml, 'moveTo', 'Всегда.')).toBe('erlan 2026-03-12T10:30')
  expect(xml).not.toContain('w:author="Bapta"')
  await bench.close()
  folder.remove()
})

/** What two drafters did to the text on one morning. */
function drafted(): Y.Doc {
  let time = MORNING
  const { peers, meet } = cohort(text, ['dana', 'erlan'], { now: () => time })
  const [dana, erlan] = peers
  if (!dana || !erlan) throw new Error('two drafters were asked for')
  const at = (minutes: number, act: () => void) => {
    time = MORNING + minutes * MINUTE
    act()
    meet()
  }
  at(0, () => dana.type(P1, 'Новый '))
  at(5, () => erase(erlan, 11, 15))
  at(60, () => dana.session.edit([{ kind: 'remove', unit: unitId('article-1/paragraph-2') }]))
  at(90, () => {
    const to = { parent: null, after: null }
    erlan.session.edit([{ kind: 'move', unit: unitId('article-3'), to }])
  })
  return dana.doc
}

function erase(peer: Peer, from: number, to: number): void {
  const start = textStart(peer.state.doc, P1)
  peer.dispatch(peer.state.tr.delete(start + from, start + to))
}

/** Author and minute of the first revision of a kind that begins with these words. */
function byOf(xml: string, tag: string, words: string): string | undefined {
  const revision = new RegExp(
    `<w:${tag} w:id="\\d+" w:author="([^"]+)" w:date="(.{16})[^>]*>(?:(?!</w:${tag}>).)*?>${words}`,
  )
  const found = revision.exec(xml)
  return found ? `${found[1]} ${found[2]}` : undefined
}
