import { describe, expect, it } from 'vitest'
import { validateAkn } from '#desk/akn-validator.ts'
import { type Element, elementsIn, firstNamed } from '#shared/akn/element.ts'
import { parseFragment } from '#shared/akn/markup.ts'
import { AKN_NAMESPACE } from '#shared/akn/names.ts'
import { writeExpressions, writeMarked } from '#shared/akn/redline/write-redline.ts'
import { writeAkn } from '#shared/akn/write.ts'
import { present } from '#shared/base/assert.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { signRedline } from '#shared/diff/sign.ts'
import { type Act, makeParagraph, unitId } from '#shared/schema/act.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { act, art, para, textOf } from '#test/builders/act.ts'
import { randomDraft } from '#test/builders/random-act.ts'
import { actOf, documents, documentText } from './documents.ts'
import { openedAkn } from './opened.ts'

const [P1, P2, Q1] = ['article-5/paragraph-1', 'article-5/paragraph-2', 'article-6/paragraph-1']
const BASE = act(
  art(
    '5',
    'Суд',
    para('1', 'Суд независим и подчинен закону.'),
    para('2', 'Суд решает споры граждан.'),
  ),
  art('6', 'Совет', para('1', 'Совет избирается палатой на пять лет.')),
)

describe('the changes of a draft', () => {
  it('X86: of words name the unit in both texts and quote what went and what came', () => {
    expect(told(say(Q1, 'Совет тайно избирается палатой на семь лет.'))).toEqual([
      'insertion at art_6__para_1 inside, was art_6__para_1: → тайно',
      'substitution at art_6__para_1, was art_6__para_1: пять → семь',
    ])
    expect(told(say(Q1, 'Совет избирается на пять лет.'))).toEqual([
      'repeal at art_6__para_1, was art_6__para_1: палатой →',
    ])
  })

  it('X86: of whole units name what came, and quote what went and where it stood', () => {
    const unit = para('3', 'Суд один.')
    const at = { parent: unitId('article-5'), after: unitId(P2) }
    expect(told({ kind: 'insert', unit, at })).toEqual(['insertion at art_5__para_3: →'])
    expect(told({ kind: 'remove', unit: unitId(P2) })).toEqual([
      'repeal at art_5__para_1 after, was art_5__para_2: 2. Суд решает споры граждан. →',
    ])
    expect(told({ kind: 'remove', unit: unitId(Q1) })).toEqual([
      'repeal at art_6 inside, was art_6__para_1: 1. Совет избирается палатой на пять лет. →',
    ])
  })

  it('X86: of number, heading and state are told', () => {
    const article = unitId('article-6')
    expect(told({ kind: 'setLabel', unit: article, label: '7', num: null })).toEqual([
      'renumbering at art_7, was art_6: Статья 6 → Статья 7',
    ])
    const heading = art('6', 'Палата').firstChild
    expect(told({ kind: 'setText', unit: article, heading, body: [] })).toEqual([
      'substitution at art_6, was art_6: Совет → Палата',
    ])
    expect(told({ kind: 'setState', unit: article, state: 'repealed' })).toEqual([
      'repeal at art_6, was art_6: →',
    ])
  })

  it('X86: a moved unit is renumbered, and what changed in it is told by itself', () => {
    const to = { parent: unitId('article-6'), after: null }
    expect(
      told({ kind: 'move', unit: unitId(P2), to }, say(P2, 'Суд решает споры людей.')),
    ).toEqual([
      'renumbering at art_6__para_2, was art_5__para_2: →',
      'substitution at art_6__para_2, was art_5__para_2: граждан → людей',
    ])
  })

  it('X87: a divided and a joined unit are told as that, with nothing told twice', () => {
    const cut = { unit: unitId(P1), block: 0, offset: 'Суд независим'.length }
    const to = { newUnit: unitId('new'), newLabel: '1-1' }
    expect(told({ kind: 'split', ...cut, ...to })).toEqual([
      'split at art_5__para_1 art_5__para_1-1, was art_5__para_1: →',
    ])
    expect(told({ kind: 'join', unit: unitId(P2), into: unitId(P1) })).toEqual([
      'join at art_5__para_1, was art_5__para_1: 2. Суд решает споры граждан. →',
    ])
  })

  it('X87: a unit that only begins like what went is new', () => {
    const unit = para('2', 'Суд решает споры граждан и лиц.')
    const at = { parent: unitId('article-5'), after: unitId(P1) }
    const draft = edited({ kind: 'insert', unit, at }, say(P1, 'Суд независим.'))
    expect(changesIn(writeExpressions(against(draft)).draft)).toEqual([
      'repeal at art_5__para_1, was art_5__para_1: и подчинен закону →',
      expect.stringMatching(/^insertion at art_5__para_2/),
    ])
  })
})

describe('a marked document', () => {
  it('X84: has words in ins and del, and units by the period of their text', () => {
    const gone = { kind: 'remove', unit: unitId(P2) } as const
    const marked = writeMarked(
      against(edited(say(Q1, 'Совет тайно избирается палатой на семь лет.'), gone)),
    )
    expect(marked).toContain('contains="multipleVersions"')
    expect(marked).toMatch(/Совет ?<ins> ?тайно ?<\/ins> ?избирается палатой на /)
    expect(marked).toContain(' на <del>пять</del><ins>семь</ins> лет.')
    expect(marked).toMatch(/<paragraph eId="art_5__para_2"[^>]* status="removed" period="#tmpg_1"/)
    expect(marked).toContain('<content><p><del>Суд решает споры граждан.</del></p></content>')
  })

  it('X88: shows a moved unit at both places, and in the new one what changed in it', () => {
    const to = { parent: unitId('article-6'), after: null }
    const move = { kind: 'move', unit: unitId(P2), to } as const
    const marked = writeMarked(against(edited(move, say(P2, 'Суд решает споры людей.'))))
    const now = 'eId="art_6__para_2" wId="art_5__para_2" GUID="article-5/paragraph-2"'
    expect(marked).toContain(`<paragraph ${now} period="#tmpg_2">`)
    expect(marked).toMatch(
      /<paragraph eId="art_5__para_2" status="removed" period="#tmpg_1" alternativeTo="art_6__para_2"/,
    )
    expect(marked).toContain('<p><del>Суд решает споры граждан.</del></p>')
    expect(marked).toContain('<p>Суд решает споры <del>граждан</del><ins>людей</ins>.</p>')
  })

  it('A36: tells who made a change and when', () => {
    const by = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }
    const texts = against(edited(say(Q1, 'Совет избирается палатой на семь лет.')))
    const all = [{ length: 1000, by }]
    const authors = { unit: () => by, written: () => all, deleted: () => all }
    const marked = writeMarked({ ...texts, redline: signRedline(texts.redline, authors) })
    expect(marked).toContain('<ins bapta:by="Комиссия" bapta:at="2026-11-24T08:00:00Z">семь</ins>')
  })

  it('A15: links what both texts cite', () => {
    const law = (words: string) =>
      act(art('1', 'А', para('1', 'По статье 2.'), para('2', words)), art('2', 'Б', 'Б.'))
    const [base, draft] = [law('Один.'), law('Два.')]
    const marked = writeMarked({ base, draft, redline: compareActs(base, draft) })
    expect(marked).toContain('href="#art_2">статье 2</ref>')
  })

  it('A34: gives both texts also after another program laid it out anew', () => {
    const gone = { kind: 'remove', unit: unitId(P2) } as const
    const draft = edited(say(Q1, 'Совет избирается палатой на семь лет.'), gone)
    const laidOut = writeMarked(against(draft)).replaceAll(/\n</g, '\n    <')
    const read = openedAkn(laidOut)
    expect(textOf(read.act)).toBe(textOf(BASE))
    expect(textOf(present(read.draft, 'a draft'))).toBe(textOf(draft))
    expect(read.problems).toEqual([])
  })

  it('A34: is none where it is only spoken of', () => {
    const spoken = '<!-- <bapta:marked base="#a" draft="#b"/> -->'
    const read = openedAkn(writeAkn(BASE).replace('<body>', `${spoken}<body>`))
    expect(read.draft).toBeUndefined()
    expect(textOf(read.act)).toBe(textOf(BASE))
  })

  it('A34: that holds no text when one is left out is read as what it is', () => {
    const marked = writeMarked(against(edited(say(Q1, 'Совет.'))))
    const read = openedAkn(marked.replace('<akomaNtoso ', '<akomaNtoso period="#tmpg_1" '))
    expect(read.draft).toBeUndefined()
    expect(textOf(read.act)).toContain('Совет')
  })
})

describe('a draft of a document of others', () => {
  const edits = [
    say(Q1, 'Совет избирается палатой на семь лет.'),
    { kind: 'remove', unit: unitId(P2) },
  ] as const

  it.each(['', 'akn:'])(
    'A35: keeps its markup and tells its changes in its metadata (%s)',
    (prefix) => {
      const ours = writeAkn(BASE).replace('<p>', '<p class="kept">')
      const source = prefixed(ours.replace('eId="parliament"', 'eId="proposal"'), prefix)
      const base = actOf(source)
      const draft = done(base, edits)
      const texts = writeExpressions({ base, draft, redline: compareActs(base, draft) })
      expect(texts.base).toBe(source)
      expect(texts.draft).toContain(`<${prefix}p class="kept">`)
      expect(validateAkn(texts.draft)).toEqual([])
      expect(texts.draft).toContain('source href="#proposal_2"')
      expect(changesIn(texts.draft)).toEqual([
        'repeal at art_5__para_1 after, was art_5__para_2: 2. Суд решает споры граждан. →',
        'substitution at art_6__para_1, was art_6__para_1: пять → семь',
      ])
      expect(textOf(actOf(texts.draft))).toBe(textOf(draft))
    },
  )

  it('X85: marked, is valid also where others date it by the year', () => {
    const base = actOf(writeAkn(BASE).replaceAll('date="2999-12-31"', 'date="2021"'))
    const draft = done(base, edits)
    const marked = writeMarked({ base, draft, redline: compareActs(base, draft) })
    expect(validateAkn(marked)).toEqual([])
    expect(textOf(present(openedAkn(marked).draft, 'a draft'))).toBe(textOf(draft))
  })

  it('X83 X85: marked, is valid and holds both texts, for documents of every kind', () => {
    const files = documents().filter((_, n) => n % 7 === 0)
    const texts = files.map(documentText).filter(({ length }) => length < 60_000)
    expect(texts.length).toBeGreaterThan(20)
    for (const [seed, text] of texts.entries()) {
      const base = actOf(text)
      const draft = randomDraft(base, seed)
      const marked = writeMarked({ base, draft, redline: compareActs(base, draft) })
      expect(validateAkn(marked), text.slice(0, 400)).toEqual([])
      const { draft: told } = writeExpressions({ base, draft, redline: compareActs(base, draft) })
      const names = new Set([...told.matchAll(/\seId=["']([^"']*)["']/g)].map(([, eId]) => eId))
      for (const [, href] of told.matchAll(/<destination href="#([^"]*)"/g)) {
        expect(names).toContain(href)
      }
      const both = openedAkn(marked)
      expect(textOf(both.act)).toBe(textOf(base))
      expect(textOf(present(both.draft, 'a draft'))).toBe(textOf(draft))
    }
  })

  it('A35: of another release is written without them', () => {
    const release = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13'
    const base = actOf(writeAkn(BASE).replace(AKN_NAMESPACE, release))
    const draft = done(base, edits)
    const { draft: written } = writeExpressions({ base, draft, redline: compareActs(base, draft) })
    expect(changesIn(written)).toEqual([])
    expect(textOf(actOf(written))).toBe(textOf(draft))
  })
})

/** The document with its elements in a namespace that has a prefix. */
function prefixed(document: string, prefix: string): string {
  if (prefix === '') return document
  return document
    .replaceAll(/<(\/?)([A-Za-z]+)(?=[\s>/])/g, `<$1${prefix}$2`)
    .replace(' xmlns=', ' xmlns:akn=')
}

function say(unit: string, words: string): Extract<UnitEdit, { kind: 'setText' }> {
  return { kind: 'setText', unit: unitId(unit), heading: null, body: [makeParagraph(words)] }
}

function done(base: Act, edits: readonly UnitEdit[]): Act {
  return edits.reduce((before, edit) => {
    const after = applyEditToAct(before, edit)
    return after.ok ? after.value : expect.fail(after.problem.message)
  }, base)
}

function edited(...edits: readonly UnitEdit[]): Act {
  return done(BASE, edits)
}

function against(draft: Act) {
  return { base: BASE, draft, redline: compareActs(BASE, draft) }
}

function told(...edits: readonly UnitEdit[]): readonly string[] {
  return changesIn(writeExpressions(against(edited(...edits))).draft)
}

/** Each passive modification on a line: its type, where it is, where it was, and the words. */
function changesIn(document: string): readonly string[] {
  const root = present(parseFragment(document.replace(/^<\?xml[^>]*\?>/, '')), 'well-formed')
  const list = firstNamed(root, 'passiveModifications')
  return (list ? elementsIn(list) : []).map((change) => {
    const named = (local: string) => elementsIn(change).filter((one) => one.local === local)
    const at = named('destination').map(({ attributes: { href = '', pos } }) =>
      [href.replace(/^#/, ''), ...(pos ? [pos] : [])].join(' '),
    )
    const was = named('previous').map(({ attributes }) => attributes['href']?.split('/~')[1] ?? '')
    const words = (local: string) => named(local).flatMap(elementsIn).map(lineOf).join(' ').trim()
    const where = [`at ${at.join(' ')}`, ...was.map((eId) => `was ${eId}`)].join(', ')
    return `${change.attributes['type']} ${where}: ${words('old')} → ${words('new')}`
      .replaceAll(/ +/g, ' ')
      .trim()
  })
}

function lineOf({ children }: Element): string {
  return children.filter((child) => typeof child === 'string').join('')
}
