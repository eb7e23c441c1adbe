import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { htmlClean } from '#shared/export/html/html.ts'
import { type Act, bodyOf, unitId } from '#shared/schema/act.ts'
import { footnotesIn, makeFootnote } from '#shared/schema/footnote.ts'
import { schema } from '#shared/schema/schema.ts'
import { findUnit } from '#shared/structure/apply-edit.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { projectAct } from '#shared/sync/project.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { act, art } from '#test/builders/act.ts'
import { draftOf, edited } from './shared-draft.ts'

const { paragraph, table, tableRow, tableCell } = schema.nodes

function noted(marker: string | null, text: string): Node {
  return paragraph.create(null, [
    schema.text('Суд'),
    makeFootnote({ marker, text }),
    schema.text(' решает.'),
  ])
}

function actOf(...blocks: readonly Node[]): Act {
  return act(art('1', 'О суде', ...blocks))
}

describe('a footnote', () => {
  it('N21: stands in the text as one unit, with its words on a line behind the block', () => {
    const { text, lines } = canonicalText(actOf(noted('1', 'Верховный.'), paragraph.create()))
    expect(text).toBe('Статья 1 О суде\nСуд  решает.\n1 Верховный.\n')
    expect(lines.map(({ kind }) => kind)).toEqual(['heading', 'body', 'note'])
    const [, body, note] = lines
    expect(text.slice(body?.words.start, body?.words.end)).toHaveLength('Суд решает.'.length + 1)
    expect(text.slice(note?.words.start, note?.words.end)).toBe('Верховный.')
  })

  it('N21: of a table stands behind its row', () => {
    const row = (block: Node) => tableRow.create(null, [tableCell.create(null, [block])])
    const cells = table.create(null, [row(noted(null, 'А.')), row(noted('2', 'Б.'))])
    expect(canonicalText(actOf(cells)).text).toBe(
      'Статья 1 О суде\nСуд  решает.\nА.\nСуд  решает.\n2 Б.\n',
    )
  })

  it('N22: is one word to a comparison', () => {
    const [base, draft] = [actOf(noted('1', 'Верховный.')), actOf(noted('1', 'Городской.'))]
    const [change] = changesOf(compareActs(base, draft))
    expect(change?.kind).toBe('words')
    expect(change?.preview.filter(({ kind }) => kind !== 'kept')).toEqual([
      { kind: 'deleted', text: ' [Верховный.] ' },
      { kind: 'inserted', text: ' [Городской.] ' },
    ])
  })

  it('N22: shows its mark at the words and its words below them', () => {
    const one = actOf(noted('1', 'Верховный.'))
    const about = {
      title: 'Т',
      author: 'А',
      date: '2026-01-01T00:00:00Z',
      language: 'ru',
      profile: profileOf(one),
    } as const
    const html = htmlClean(one, about)
    expect(html).toContain(
      '<p>Суд<sup><a id="fnref1" href="#fn1" role="doc-noteref">1</a></sup> решает.</p>',
    )
    expect(html).toContain(
      '<p class="footnote" role="doc-footnote" id="fn1"><a href="#fnref1" role="doc-backlink"><sup>1</sup></a> Верховный.</p>',
    )
  })

  it('N21: is changed in a shared draft without touching the words around it', () => {
    const before = actOf(noted('1', 'Верховный.'))
    const doc = draftOf(before)
    edited(doc, {
      kind: 'setText',
      unit: unitId('article-1'),
      heading: null,
      body: [noted('1', 'Городской.')],
    })
    const unit = findUnit(projectAct(doc), unitId('article-1'))?.unit
    const [block] = unit ? bodyOf(unit) : []
    expect(block && footnotesIn(block)).toEqual([{ marker: '1', text: 'Городской.' }])
    expect(block?.textContent).toBe('Суд  решает.')
  })
})
