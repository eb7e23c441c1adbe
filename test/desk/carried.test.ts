import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { toHexString } from 'lib0/buffer'
import { digest as sha256 } from 'lib0/hash/sha256'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { present } from '#shared/base/assert.ts'
import { BASE, MANIFEST, partFile, SIGNATURE } from '#shared/carried/manifest.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { commenting, commentsIn } from '../bridge/review-cases.ts'
import { once, wordsOf } from '../bridge/window-asks.ts'
import { value } from '../builders/library.ts'
import { seeded } from '../cohort/chance.ts'
import {
  carryIn,
  carryOut,
  type End,
  law,
  type Person,
  state,
  threeDesks,
  write,
} from './carrying.ts'

let people: readonly Person[] = []
let close: () => Promise<void>
beforeEach(() => {
  ;({ people, close } = threeDesks())
})
afterEach(() => close())

const three = (): readonly [Person, Person, Person] => {
  const [a, b, c] = people
  if (!a || !b || !c) throw new Error('three people were asked for')
  return [a, b, c]
}

describe('a draft carried by hand', () => {
  it('P70: becomes a document where it is unknown, with its named versions', async () => {
    const [a, b] = three()
    await write(a, 'Новая ')
    value(await a.window.nameVersion({ document: 'law', name: 'в комитет' }))
    const end = await carryIn(b, await carryOut(a))
    expect(end).toMatchObject({ kind: 'done', document: 'law', format: 'bapta' })
    expect(await state(b)).toEqual(await state(a))
    const versions = value(await b.window.listVersions({ document: 'law' }))
    expect(versions.map(({ name, state: whole }) => [name, whole])).toEqual([
      ['в комитет', 'whole'],
    ])
  })

  it('V69: brings its comments, and windows that show the draft hear of them', async () => {
    const [a, b] = three()
    await carryIn(b, await carryOut(a))
    value(await a.window.saveReview({ document: 'law', update: commenting('Зачем?') }))
    await state(b)
    const heard = once(b.window, ({ kind }) => kind === 'review')
    await carryIn(b, await carryOut(a))
    const event = await heard
    expect(event.kind === 'review' && commentsIn(event.update)).toEqual(['Зачем?'])
    const { state: kept } = value(await b.window.openReview({ document: 'law' }))
    expect(commentsIn(kept)).toEqual(['Зачем?'])
  })

  it('P71: is merged where it is known; the review names what both sides changed, until it is closed', async () => {
    const [a, b] = three()
    await carryIn(b, await carryOut(a))
    await write(a, 'Мой ')
    await write(b, 'Их ')
    await write(b, 'Их ', 1)
    const end = await carryIn(a, await carryOut(b))
    expect(codes(end)).toEqual(['carried/first-seen', 'carried/merged'])
    const [merge] = value(await a.window.listMerges({ document: 'law' }))
    expect(merge?.entries.map(({ clashes }) => clashes)).toEqual([['heading'], []])
    expect(merge?.entries[0]?.mine?.unit).toMatchObject({ attrs: { kind: 'article', label: '1' } })
    value(await a.window.closeMerge({ document: 'law', merge: present(merge, 'a merge').id }))
    expect(value(await a.window.listMerges({ document: 'law' }))).toEqual([])
    expect(codes(await carryIn(a, await carryOut(b)))).toEqual(['carried/signed'])
  })

  it('P72: carried among three desks in any order, any number of times, all agree', async () => {
    const random = seeded(72)
    const everyone = three()
    const [first, ...rest] = everyone
    for (const other of rest) await carryIn(other, await carryOut(first))
    const files: Uint8Array[] = []
    for (let step = 0; step < 24; step++) {
      const someone = present(everyone[Math.floor(random() * 3)], 'somebody')
      if (random() < 0.5) await write(someone, `⟨${step}⟩`, step % 2)
      files.push(await carryOut(someone))
      const file = present(files[Math.floor(random() * files.length)], 'a file')
      await carryIn(present(everyone[Math.floor(random() * 3)], 'somebody'), file)
    }
    for (const from of everyone) for (const to of everyone) await carryIn(to, await carryOut(from))
    for (const from of everyone) for (const to of everyone) await carryIn(to, await carryOut(from))
    const words = await Promise.all(everyone.map(async (one) => wordsOf(await state(one))))
    expect(new Set(words).size).toBe(1)
    expect(words[0]).toContain('⟨')
  })
})

describe('a hostile file', () => {
  it('P73: flipped, cut or forged bytes are refused with a code, and nothing changes', async () => {
    const [a, b] = three()
    await carryIn(b, await carryOut(a))
    await write(a, 'Мой ')
    const good = await carryOut(a)
    const random = seeded(73)
    const wrong: Uint8Array[] = [
      good.slice(0, good.length / 2),
      good.slice(0, 40),
      new Uint8Array([...good.slice(0, 44), 0xff, 0xff, 0xff, 0xff]),
      ...Array.from({ length: 20 }, () => flipped(good, Math.floor(random() * good.length))),
    ]
    for (const bytes of wrong) {
      const before = await state(b)
      const end = await carryIn(b, bytes)
      // A flip in a date or a name's copy in the archive's own list says nothing of what is in it.
      if (end.kind === 'done') {
        expect(wordsOf(await state(b))).toBe(wordsOf(await state(a)))
        continue
      }
      expect(end.kind).toBe('failed')
      expect(await state(b)).toEqual(before)
    }
  })

  it.each<[string, (files: Files) => Files, string]>([
    ['a manifest that was changed', retitled, 'carried/signature'],
    ['no signature', ({ [SIGNATURE]: _, ...rest }) => rest, 'carried/damaged'],
    ['a path for a name', (files) => ({ ...files, '../../x': strToU8('x') }), 'carried/damaged'],
    ['a newer format', (files) => said(files, { version: 2 }), 'carried/newer'],
    ['no update of Yjs', (files) => part(files, strToU8('no update')), 'carried/damaged'],
    [
      'an update that builds on what is missing',
      (files) => part(files, dangling()),
      'draft/incomplete',
    ],
    [
      'another document under this id',
      (files) => part(files, otherDraft()),
      'carried/other-document',
    ],
    [
      'a base that is no act',
      (files) => ({ ...rehashed({ ...files, [BASE]: strToU8('{}') }) }),
      'carried/other-document',
    ],
  ])('P74: %s is refused', async (_, spoil, code) => {
    const [a, b] = three()
    const files = unzipSync(await carryOut(a))
    const end = await carryIn(b, zipSync(spoil(files)))
    expect(end).toMatchObject({ kind: 'failed', code })
    expect(value(await b.window.listDocuments()).map(({ id }) => id)).not.toContain('law')
  })

  it('P75: a bomb is not unpacked', async () => {
    const [a, b] = three()
    const files = unzipSync(await carryOut(a))
    const bomb = zipSync({ ...files, [partFile('review')]: new Uint8Array(60_000_000) })
    expect(await carryIn(b, bomb)).toMatchObject({ kind: 'failed', code: 'carried/damaged' })
  })
})

type Files = Record<string, Uint8Array>

function codes(end: End): readonly string[] {
  return end.kind === 'done' ? end.problems.map(({ code }) => code) : [end.kind]
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ 0x10 : byte))
}

function said(files: Files, facts: object): Files {
  const manifest = JSON.parse(strFromU8(present(files[MANIFEST], 'a manifest')))
  return { ...files, [MANIFEST]: strToU8(JSON.stringify({ ...manifest, ...facts })) }
}

function retitled(files: Files): Files {
  return said(files, { title: 'Another' })
}

function part(files: Files, state: Uint8Array): Files {
  return rehashed({ ...files, [partFile('text')]: state })
}

function rehashed(files: Files): Files {
  const names = Object.keys(files).filter((name) => name !== MANIFEST && name !== SIGNATURE)
  const entries = names.map((name) => ({
    name,
    sha256: toHexString(sha256(present(files[name], name))),
  }))
  return said(files, { entries })
}

function dangling(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('x').insert(0, 'a')
  const before = Y.encodeStateVector(doc)
  doc.getText('x').insert(1, 'b')
  return Y.encodeStateAsUpdate(doc, before)
}

function otherDraft(): Uint8Array {
  return seedDraft(law.type.create({ ...law.attrs, id: 'other' }, law.content))
}
