import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { schema } from '#shared/schema/schema.ts'
import { addVersion, canonicalJson, readVersion, versionsIn } from '#shared/sync/versions.ts'
import { act, art } from '#test/builders/act.ts'
import { randomAct } from '#test/builders/random-act.ts'

const DANA = { id: 'p1', name: 'Дана' }
const FIRST = { name: 'в комитет, 12 марта', person: DANA, at: 1_000 }
const text = act(art('1', 'Срок', 'Срок — два дня.'))
const later = act(art('1', 'Срок', 'Срок — три дня.'))

function read(doc: Y.Doc, hash: string) {
  const found = readVersion(doc, hash)
  if (!found.ok) throw new Error(found.problem.message)
  return found.value
}

describe('named versions', () => {
  it('V10: keep the act whole under the hash of all that they hold', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const doc = new Y.Doc()
      const made = randomAct(seed)
      const hash = addVersion(doc, FIRST, made)
      expect(hash).toMatch(/^[0-9a-f]{64}$/)
      expect(read(doc, hash).act.eq(made)).toBe(true)
      expect(read(doc, hash).version).toEqual(FIRST)
      expect(addVersion(new Y.Doc(), FIRST, made)).toBe(hash)
    }
  })

  it('V10: another name, person, time or text is another version; the same is there once', () => {
    const doc = new Y.Doc()
    const hashes = [
      addVersion(doc, FIRST, text),
      addVersion(doc, { ...FIRST, name: 'иначе' }, text),
      addVersion(doc, { ...FIRST, person: { id: 'p2', name: 'Дана' } }, text),
      addVersion(doc, { ...FIRST, at: 2_000 }, text),
      addVersion(doc, FIRST, later),
    ]
    expect(new Set(hashes).size).toBe(5)
    expect(addVersion(doc, FIRST, text)).toBe(hashes[0])
    expect(versionsIn(doc)).toHaveLength(5)
    expect(versionsIn(doc).map(({ at }) => at)).toEqual([1_000, 1_000, 1_000, 1_000, 2_000])
  })

  it('V11: those of drafters apart are all there after a merge, the same one once', () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()]
    addVersion(here, FIRST, text)
    addVersion(there, FIRST, text)
    addVersion(there, { ...FIRST, at: 9 }, later)
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    expect(versionsIn(here)).toHaveLength(2)
    expect(versionsIn(here)).toEqual(versionsIn(there))
  })

  it('V12: one that is not as it was is told as damaged and not shown', () => {
    const doc = new Y.Doc()
    const hash = addVersion(doc, FIRST, text)
    const [entry] = doc.getArray<Record<string, unknown>>('versions').toArray()
    for (const change of [
      { name: 'подмена' },
      { person: { id: 'p2', name: 'Дана' } },
      { at: 5 },
      { act: new Uint8Array([1, 2, 3]) },
      { act: new Uint8Array() },
      { size: 10 },
      { size: 199_000_000 },
      { size: 1e12 },
    ]) {
      const forged = new Y.Doc()
      forged.getArray('versions').push([{ ...entry, ...change }])
      expect(versionsIn(forged)).toMatchObject([{ hash, state: 'damaged' }])
      expect(readVersion(forged, hash)).toMatchObject({
        ok: false,
        problem: { code: 'version/damaged' },
      })
    }
  })

  it('V12: a whole copy stands in for a damaged one, and what is no version is left out', () => {
    const doc = new Y.Doc()
    const hash = addVersion(new Y.Doc(), FIRST, text)
    const forged = { ...FIRST, hash, schema: 1, size: 3, act: new Uint8Array([1]) }
    doc.getArray('versions').push([forged, null, 5, { hash }, { ...forged, at: 'x' }])
    expect(versionsIn(doc)).toMatchObject([{ state: 'damaged' }])
    addVersion(doc, FIRST, text)
    expect(versionsIn(doc)).toMatchObject([{ hash, state: 'whole' }])
    expect(read(doc, hash).act.eq(text)).toBe(true)
    expect(readVersion(doc, 'ff')).toMatchObject({
      ok: false,
      problem: { code: 'version/unknown' },
    })
  })

  it('V12: one of a newer program is told as such', () => {
    const doc = new Y.Doc()
    const strange = schema.nodes.act.create(text.attrs, [
      schema.nodes.unit.create({ id: 'u' }, [schema.nodes.unit.create({ id: 'v' })]),
    ])
    const json = JSON.parse(JSON.stringify(strange.toJSON()).replaceAll('"unit"', '"clause"'))
    const hash = addVersion(doc, FIRST, { toJSON: () => json } as never)
    expect(versionsIn(doc)).toMatchObject([{ state: 'whole' }])
    expect(readVersion(doc, hash)).toMatchObject({ ok: false, problem: { code: 'version/newer' } })
  })

  it('V10: equal values have equal canonical JSON, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
    expect(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
  })
})
