import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { draftOf, headingsOf } from '../bridge/window-asks.ts'
import { value } from '../builders/library.ts'
import { until } from '../sync-server/peer.ts'
import { folder, join, open, type Person, person, server, share, stateOf } from './sharing.ts'

const ARTICLES = 30
const EDITS = 500
const LAW = `Law on Signposts\n\n${Array.from(
  { length: ARTICLES },
  (_, i) => `Article ${i + 1}. Signpost ${i + 1}\n\n1. It stands at the road.\n`,
).join('\n')}`

/** Places of headings in the law: both write in articles 11 to 18. */
const AIDAS = Array.from({ length: 18 }, (_, i) => i)
const DANAS = Array.from({ length: 20 }, (_, i) => i + 10)
const BOTH = AIDAS.filter((place) => DANAS.includes(place))

it.each(['Aida', 'Dana'])(
  `J61, J68: (T9 of the field) ${EDITS} edits on each of two desks for days, %s back first and the server started anew between: nothing is lost, and the review lists the units of both, each once`,
  async (first) => {
    const dir = folder()
    const before = await server(dir)
    const port = Number(new URL(before.server.address).port)
    const [aida, dana] = [await person(), await person()]
    const document = await share(aida, before, LAW)
    await join(dana, before, document)
    for (const someone of [aida, dana])
      await until(async () => (await stateOf(someone, document)) === 'safe')
    await before.stop()
    for (const someone of [aida, dana])
      await until(async () => (await stateOf(someone, document)) === 'offline')
    await writeMany(aida, document, 'a', AIDAS)
    await writeMany(dana, document, 'd', DANAS)
    const [early, late] = first === 'Aida' ? [aida, dana] : [dana, aida]
    await late.desk.close()
    const again = await server(dir, port)
    await until(async () => (await stateOf(early, document)) === 'safe')
    await again.stop()
    const back = await person(late.dir)
    await open(back, document)
    await server(dir, port)
    for (const someone of [early, back])
      await until(async () => (await stateOf(someone, document)) === 'safe')
    await until(async () => (await mergesOf(back, document)).length > 0)
    const all = async (someone: Person) => headings(await open(someone, document))
    await until(async () => (await all(early)).join() === (await all(back)).join())
    const texts = await all(back)
    expect(times(texts.join(''), 'ā')).toBe(EDITS)
    expect(times(texts.join(''), 'đ')).toBe(EDITS)
    const [merge, ...others] = await mergesOf(back, document)
    expect(others).toEqual([])
    expect(await mergesOf(early, document)).toEqual([])
    const entries = present(merge, 'a merge').entries
    const listed = (clash: boolean) =>
      entries
        .filter(({ clashes }) => clashes.length > 0 === clash)
        .map(({ mine, theirs }) => placeOf(mine ?? theirs))
        .toSorted((a, b) => a - b)
    expect(listed(true)).toEqual(BOTH)
    const theirs = early === aida ? AIDAS : DANAS
    expect(listed(false)).toEqual(theirs.filter((place) => !BOTH.includes(place)))
  },
)

async function mergesOf({ window }: Person, document: string) {
  return value(await window.listMerges({ document }))
}

/** Types one letter after another into headings of the law, each saved by itself. */
async function writeMany(
  someone: Person,
  document: string,
  by: 'a' | 'd',
  places: readonly number[],
): Promise<void> {
  const doc = draftOf(await open(someone, document))
  const articles = headingsOf(doc).filter((text) => /Signpost \d/.test(text.toString()))
  expect(articles).toHaveLength(ARTICLES)
  const saves = Array.from({ length: EDITS }, (_, edit) => {
    const text = present(articles[places[edit % places.length] ?? 0], 'a heading')
    const vector = Y.encodeStateVector(doc)
    text.insert(text.length, by === 'a' ? 'ā' : 'đ')
    const update = new Uint8Array(Y.encodeStateAsUpdate(doc, vector))
    return someone.window.saveUpdate({ document, update })
  })
  for (const saved of await Promise.all(saves)) value(saved)
  doc.destroy()
}

function headings(state: Uint8Array): readonly string[] {
  return headingsOf(draftOf(state)).map(String)
}

function times(text: string, letter: string): number {
  return text.split(letter).length - 1
}

/** Which article of the law a unit of the review is, from 0. */
function placeOf(side: { readonly unit: unknown } | null | undefined): number {
  const [, number] = /Signpost (\d+)/.exec(JSON.stringify(side)) ?? []
  return Number(number) - 1
}
