import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  anchorToUnit,
  anchorToWords,
  decodeAnchor,
  encodeAnchor,
  locate,
} from '#shared/review/anchor.ts'
import { makeParagraph, makeUnit, unitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { layoutOf, projectAct } from '#shared/sync/project.ts'
import { act, art, para } from '#test/builders/act.ts'
import { seeded } from '#test/cohort/chance.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'

const base = act(
  art('1', 'Первая', para('1', 'Один два три четыре пять.')),
  art('2', 'Вторая', para('1', 'Суд независим.'), para('2', 'Палат две.')),
)
const P1 = unitId('article-1/paragraph-1')
const A1 = unitId('article-1')
const A2 = unitId('article-2')
const P21 = unitId('article-2/paragraph-1')
const P22 = unitId('article-2/paragraph-2')

function pair() {
  const { peers, meet, deliverSome } = cohort(base, ['a', 'b'])
  const [a, b] = peers
  if (!a || !b) throw new Error('two peers were asked for')
  return { a, b, meet, deliverSome }
}

function anchored(peer: Peer, words: string, unit = P1) {
  const text = wordsOfUnit(peer, unit)
  const from = text.indexOf(words)
  const anchor = anchorToWords(peer.doc, { unit, text: 0, from, to: from + words.length })
  if (!anchor) throw new Error(`no words “${words}” in ${unit}`)
  return anchor
}

function wordsOfUnit(peer: Peer, unit: string): string {
  let words = ''
  projectAct(peer.doc).descendants((node) => {
    if (node.attrs['id'] === unit) words = node.children.map((child) => child.textContent).join('')
    return true
  })
  return words
}

/** The unit and words that an anchor is at now, or what became of it. */
function found(peer: Peer, anchor: ReturnType<typeof anchored>): string {
  const place = locate(peer.doc, layoutOf(peer.doc), anchor)
  if (place.kind !== 'words') return `${place.kind} ${place.unit}`
  return `${place.unit}: ${wordsOfUnit(peer, place.unit).slice(place.from, place.to)}`
}

function erase(peer: Peer, from: number, to: number): void {
  const start = textStart(peer.state.doc, P1)
  peer.dispatch(peer.state.tr.delete(start + from, start + to))
}

const does = (peer: Peer, edit: UnitEdit) =>
  expect(peer.session.edit([edit])).toEqual({ ok: true, value: undefined })
const split = (offset: number): UnitEdit => ({
  kind: 'split',
  unit: P1,
  block: 0,
  offset,
  newUnit: unitId('new'),
  newLabel: '2',
})

describe('anchors', () => {
  it('V60: follow their words through edits around and in them, by others too', () => {
    const { a, b, meet } = pair()
    const anchor = anchored(a, 'три четыре')
    b.type(P1, 'Ноль ')
    a.type(P1, 'с половиной ', 'Один два три '.length)
    meet()
    for (const peer of [a, b]) expect(found(peer, anchor)).toBe(`${P1}: три с половиной четыре`)
    b.type(P1, '!', 'Ноль Один два три с половиной четыре'.length)
    expect(found(b, anchor)).toBe(`${P1}: три с половиной четыре`)
  })

  it('V60: follow their unit when it is moved, and their words in a heading', () => {
    const { a, b, meet } = pair()
    const anchor = anchored(a, 'три')
    const heading = anchorToWords(a.doc, { unit: A1, text: -1, from: 0, to: 6 })
    if (!heading) throw new Error('no heading')
    does(b, { kind: 'move', unit: A1, to: { parent: null, after: A2 } })
    meet()
    expect(found(b, anchor)).toBe(`${P1}: три`)
    expect(locate(b.doc, layoutOf(b.doc), heading)).toMatchObject({ unit: A1, text: -1, to: 6 })
  })

  it('V61: follow words that a split carries into a new unit', () => {
    const { a, b, meet } = pair()
    const [head, tail] = [anchored(a, 'Один'), anchored(a, 'четыре')]
    const [edge, across] = [anchored(a, 'три'), anchored(a, 'два три')]
    does(b, split('Один два '.length))
    meet()
    for (const peer of [a, b]) {
      expect(found(peer, head)).toBe(`${P1}: Один`)
      expect(found(peer, tail)).toBe('new: четыре')
      expect(found(peer, edge)).toBe('new: три')
      expect(found(peer, across)).toBe(`${P1}: два `)
    }
  })

  it('V61: follow words that a join carries into another unit, and back when it is undone', () => {
    const { a, b, meet } = pair()
    const [words, unit] = [anchored(a, 'две', P22), anchorToUnit(P22)]
    does(a, { kind: 'join', unit: P22, into: P21 })
    meet()
    expect(found(b, words)).toBe(`${P21}: две`)
    expect(found(b, unit)).toBe(`unit ${P21}`)
    a.session.undo()
    meet()
    expect(found(b, words)).toBe(`${P22}: две`)
    expect(found(b, unit)).toBe(`unit ${P22}`)
  })

  it('V62: stay with the unit when the words are deleted, and have them again after undo', () => {
    const { a, b, meet } = pair()
    const anchor = anchored(b, 'три')
    erase(a, 9, 12)
    meet()
    expect(found(b, anchor)).toBe(`words-deleted ${P1}`)
    a.session.undo()
    meet()
    expect(found(b, anchor)).toBe(`${P1}: три`)
    const longer = anchored(b, 'два три')
    erase(a, 9, 12)
    meet()
    expect(found(b, longer)).toBe(`${P1}: два `)
    a.session.undo()
    meet()
    for (const peer of [a, b]) expect(found(peer, longer)).toBe(`${P1}: два три`)
  })

  it('V62: are not put on other words that read the same', () => {
    const { a } = pair()
    a.type(P1, 'три и ')
    const anchor = anchored(a, 'три')
    erase(a, 0, 3)
    expect(found(a, anchor)).toBe(`words-deleted ${P1}`)
  })

  it('V62: tell that the unit was removed, and stand again when it is restored', () => {
    const { a } = pair()
    const [words, unit] = [anchored(a, 'три'), anchorToUnit(P1)]
    does(a, { kind: 'remove', unit: A1 })
    expect(found(a, words)).toBe(`unit-removed ${P1}`)
    expect(found(a, unit)).toBe(`unit-removed ${P1}`)
    does(a, { kind: 'restore', unit: A1 })
    expect(found(a, words)).toBe(`${P1}: три`)
  })

  it('V63: are found by their words where the characters have not arrived or are not understood', () => {
    const { a, b } = pair()
    a.type(P1, 'Сперва ')
    const anchor = anchored(a, 'Сперва')
    expect(found(b, anchor)).toBe(`words-deleted ${P1}`)
    const { words } = anchored(a, 'пять')
    const bytes = Uint8Array.of(255, 255)
    const strange = decodeAnchor(
      encodeAnchor({ unit: P1, ...(words && { words: { ...words, start: bytes } }) }),
    )
    expect(strange && found(a, strange)).toBe(`${P1}: пять`)
    expect(decodeAnchor({ unit: P1, start: 'x' })).toEqual(anchorToUnit(P1))
    expect(decodeAnchor(7)).toBeUndefined()
    expect(anchorToWords(a.doc, { unit: P1, text: 0, from: 3, to: 3 })).toBeUndefined()
    expect(anchorToWords(a.doc, { unit: P1, text: 0, from: 3, to: 999 })).toBeUndefined()
  })

  it('V63: are at one place on every replica, in whatever order edits arrive', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seeded(seed)
      const { a, b, meet, deliverSome } = pair()
      const anchors = ['Один', 'два три', 'пять'].map((words) => anchored(a, words))
      for (let step = 0; step < 12; step++) {
        const peer = random() < 0.5 ? a : b
        const { length } = wordsOfUnit(peer, P1)
        const from = Math.floor(random() * length)
        const fate = random()
        if (fate < 0.5) peer.type(P1, 'я', from)
        else if (fate < 0.8) erase(peer, from, Math.min(length, from + 2))
        else if (fate < 0.9) peer.session.undo()
        else peer.session.edit([split(from)])
        deliverSome(random)
      }
      meet()
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(b.doc))
      for (const anchor of anchors) {
        const place = locate(a.doc, layoutOf(a.doc), anchor)
        expect(locate(b.doc, layoutOf(b.doc), anchor), `seed ${seed}`).toEqual(place)
        expect(locate(copy, layoutOf(copy), anchor), `seed ${seed}`).toEqual(place)
      }
    }
  })
})

describe('anchors of words carried far', () => {
  it('S54: are found in any unit that the clipboard, or a split and a move, carried them to', () => {
    const { a, b, meet } = pair()
    const [part, all] = [anchored(b, 'два три'), anchored(b, 'Суд независим.', P21)]
    const paste = (words: string, unit: string, offset: number) => {
      const at = textStart(a.state.doc, unit) + offset
      a.dispatch(a.state.tr.insertText(words, at))
    }
    erase(a, 0, 'Один два три '.length)
    paste('Один два три ', P22, 'Палат '.length)
    const whole = textStart(a.state.doc, P21)
    a.dispatch(a.state.tr.delete(whole, whole + 'Суд независим.'.length))
    does(a, {
      kind: 'insert',
      unit: makeUnit(
        { id: unitId('far'), kind: 'article', label: '9' },
        { body: [makeParagraph('Суд независим.')] },
      ),
      at: { parent: null, after: A2 },
    })
    meet()
    for (const peer of [a, b]) {
      expect(found(peer, part)).toBe(`${P22}: два три`)
      expect(found(peer, all)).toBe('far: Суд независим.')
    }
    does(a, { kind: 'remove', unit: P1 })
    expect(found(a, part)).toBe(`${P22}: два три`)
    const moved = anchored(a, 'две', P22)
    does(a, {
      kind: 'split',
      unit: P22,
      block: 0,
      offset: 'Палат Один два '.length,
      newUnit: unitId('cut'),
      newLabel: '3',
    })
    does(a, { kind: 'move', unit: unitId('cut'), to: { parent: unitId('far'), after: null } })
    expect(found(a, moved)).toBe('cut: две')
  })

  it('S54: are not put on words of the next unit that stood there already', () => {
    const { a } = pair()
    a.type(P22, 'Суд независим. Так и судья ')
    a.type(P22, ' независим.', wordsOfUnit(a, P22).length - 1)
    const anchor = anchored(a, 'независим', P21)
    const start = textStart(a.state.doc, P21) + 'Суд '.length
    a.dispatch(a.state.tr.delete(start, start + 'независим'.length))
    expect(found(a, anchor)).toBe(`words-deleted ${P21}`)
    does(a, { kind: 'remove', unit: P21 })
    expect(found(a, anchor)).toBe(`unit-removed ${P21}`)
  })

  it('S54: are found behind words that their writer had put there before', () => {
    const { a } = pair()
    a.type(P22, ' Раз.', 'Палат две.'.length)
    const anchor = anchored(a, 'два три')
    a.type(P22, ' Один два три', 'Палат две. Раз.'.length)
    erase(a, 0, 'Один два три '.length)
    expect(found(a, anchor)).toBe(`${P22}: два три`)
  })

  it('S54: are not put on words that stood elsewhere already, nor on few words without their neighbors', () => {
    const { a } = pair()
    a.type(P22, 'Один два три четыре пять. ')
    const anchor = anchored(a, 'Один два три четыре пять.')
    erase(a, 0, 'Один два три четыре пять.'.length)
    expect(found(a, anchor)).toBe(`words-deleted ${P1}`)
    const word = anchored(a, 'независим', P21)
    const start = textStart(a.state.doc, P21) + 'Суд '.length
    a.dispatch(a.state.tr.delete(start, start + 'независим'.length))
    a.type(P1, 'независим от всех')
    a.type(A1, 'независим', 0, -1)
    expect(found(a, word)).toBe(`words-deleted ${P21}`)
    const bytes = decodeAnchor({ ...encodeAnchor(word), known: Uint8Array.of(255, 255, 255) })
    expect(bytes && found(a, bytes)).toBe(`words-deleted ${P21}`)
  })
})
