import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { acceptAll, rejectAll } from '#shared/diff/accept.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { BlockRedline, ChangedBy } from '#shared/diff/redline.ts'
import { type AuthoredSpan, type Authors, signRedline } from '#shared/diff/sign.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxRedline } from '#shared/export/docx/docx.ts'
import { type Act, actAttrs, unitId } from '#shared/schema/act.ts'
import { act, art, para } from '#test/builders/act.ts'

const DANA: ChangedBy = { author: 'Дана', date: '2026-03-12T09:00:00Z' }
const LATER: ChangedBy = { author: 'Дана', date: '2026-03-12T17:30:00Z' }
const ERLAN: ChangedBy = { author: 'Ерлан', date: '2026-03-13T10:00:00Z' }
const P1 = unitId('article-1/paragraph-1')

const text = (words: string) => act(art('1', 'Срок', para('1', words)))

/** Authors of one paragraph: of the draft's words, of the base's, and of the unit. */
function authors(
  written: readonly AuthoredSpan[],
  deleted: readonly AuthoredSpan[] = [],
  unit: ChangedBy | undefined = undefined,
): Authors {
  return {
    unit: () => unit,
    written: (id, block) => (id === P1 && block === 0 ? written : []),
    deleted: (id, block) => (id === P1 && block === 0 ? deleted : []),
  }
}

function told(base: Act, draft: Act, by: Authors): string {
  const [article] = signRedline(compareActs(base, draft), by).units
  const block: BlockRedline | undefined = article?.units[0]?.body[0]
  if (!block || !('segments' in block)) return ''
  return (block.segments ?? [])
    .map(({ kind, content, by: who }) => {
      const words = content.textBetween(0, content.size)
      return kind === 'kept'
        ? words
        : `[${kind === 'inserted' ? '+' : '-'}${words}|${who?.author ?? ''}]`
    })
    .join('')
}

describe('a signed redline', () => {
  it('V7: parts inserted and deleted words by their authors', () => {
    const spans = [
      { length: 5, by: undefined },
      { length: 4, by: DANA },
      { length: 8, by: ERLAN },
      { length: 5, by: undefined },
    ]
    const gone = [
      { length: 5, by: undefined },
      { length: 4, by: ERLAN },
      { length: 5, by: undefined },
    ]
    expect(told(text('Срок два дня.'), text('Срок три месяца дня.'), authors(spans, gone))).toBe(
      'Срок [-два|Ерлан][+три |Дана][+месяца|Ерлан] дня.',
    )
  })

  it('V7: letters of the base inside a new word go with its author, unknown words with the unit', () => {
    const spans = [
      { length: 3, by: undefined },
      { length: 1, by: DANA },
      { length: 20, by: undefined },
    ]
    expect(told(text('два дня.'), text('двах дня.'), authors(spans))).toContain('[+двах|Дана]')
    expect(told(text('два дня.'), text('три дня.'), authors([], [], ERLAN))).toBe(
      '[-два|Ерлан][+три|Ерлан] дня.',
    )
    expect(told(text('два дня.'), text('три дня.'), authors([]))).toBe('[-два|][+три|] дня.')
  })

  it('V7: what one author wrote on one day is one change, with the latest time', () => {
    const spans = [
      { length: 2, by: LATER },
      { length: 30, by: DANA },
    ]
    const redline = signRedline(compareActs(text('Срок.'), text('три дня. Срок.')), authors(spans))
    const block = redline.units[0]?.units[0]?.body[0]
    const segments = block && 'segments' in block ? block.segments : []
    expect(segments?.filter(({ kind }) => kind === 'inserted')).toMatchObject([{ by: LATER }])
  })

  it('V7: signing leaves the texts as they are', () => {
    const [base, draft] = [text('Срок два дня.'), text('Срок три месяца дня.')]
    const plain = compareActs(base, draft)
    const signed = signRedline(
      plain,
      authors([
        { length: 3, by: DANA },
        { length: 9, by: ERLAN },
      ]),
    )
    expect(acceptAll(signed, actAttrs(draft)).eq(acceptAll(plain, actAttrs(draft)))).toBe(true)
    expect(rejectAll(signed, actAttrs(base)).eq(rejectAll(plain, actAttrs(base)))).toBe(true)
  })

  it('X70: a Word redline names the author and time of each change', () => {
    const spans = [
      { length: 5, by: undefined },
      { length: 4, by: DANA },
      { length: 8, by: ERLAN },
    ]
    const gone = [{ length: 9, by: ERLAN }]
    const [base, draft] = [text('Срок два дня.'), text('Срок три месяца дня.')]
    const redline = signRedline(compareActs(base, draft), authors(spans, gone))
    const about = aboutAct(draft, { author: 'Bapta', date: '2026-11-24T08:00:00Z' })
    const xml = documentOf(docxRedline(redline, about))
    const by = ({ author, date }: ChangedBy) => `w:author="${author}" w:date="${date}"`
    expect(xml).toMatch(new RegExp(`<w:del w:id="\\d+" ${by(ERLAN)}>.{0,80}два`))
    expect(xml).toMatch(new RegExp(`<w:ins w:id="\\d+" ${by(DANA)}>.{0,80}три `))
    expect(xml).toMatch(new RegExp(`<w:ins w:id="\\d+" ${by(ERLAN)}>.{0,80}месяца`))
  })

  it('X70: what nobody is known for bears the author of the file', () => {
    const [base, draft] = [text('Срок два дня.'), text('Срок три дня.')]
    const about = aboutAct(draft, { author: 'Bapta', date: '2026-11-24T08:00:00Z' })
    const signed = signRedline(compareActs(base, draft), authors([]))
    expect(docxRedline(signed, about)).toEqual(docxRedline(compareActs(base, draft), about))
  })

  it('X70: a unit that came, went or moved bears who did that, its number and paragraph too', () => {
    const base = act(art('1', 'Один', 'Первое.'), art('2', 'Два', 'Второе.'))
    const draft = act(art('1', 'Один', 'Первое.'), art('3', 'Три', 'Новое.'))
    const who: Authors = {
      unit: (_, kind) => (kind === 'inserted' ? DANA : kind === 'deleted' ? ERLAN : undefined),
      written: () => [],
      deleted: () => [],
    }
    const redline = signRedline(compareActs(base, draft), who)
    const xml = documentOf(
      docxRedline(redline, aboutAct(draft, { author: 'Bapta', date: '2026-11-24T08:00:00Z' })),
    )
    expect(xml).not.toContain('w:author="Bapta"')
    expect(xml).toMatch(/<w:ins w:id="\d+" w:author="Дана"[^>]*>.{0,200}Статья 3/)
    expect(xml).toMatch(/<w:del w:id="\d+" w:author="Ерлан"[^>]*>.{0,200}Статья 2/)
  })
})

function documentOf(file: Uint8Array): string {
  return strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
}
