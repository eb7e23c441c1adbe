import { describe, expect, it } from 'vitest'
import { present } from '#shared/base/assert.ts'
import {
  type Act,
  actAttrs,
  bodyOf,
  titleOf,
  type Unit,
  unitAttrs,
  walkUnits,
} from '#shared/schema/act.ts'
import { footnotesIn } from '#shared/schema/footnote.ts'
import { schema } from '#shared/schema/schema.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { actOf, document, documents, documentText, only, read } from './documents.ts'

function unitsIn(act: Act): readonly Unit[] {
  const units: Unit[] = []
  walkUnits(act, (unit) => units.push(unit))
  return units
}

function outline(act: Act): readonly string[] {
  const lines: string[] = []
  walkUnits(act, (unit, parents) => {
    const { kind, label } = unitAttrs(unit)
    lines.push(`${'  '.repeat(parents.length)}${kind}${label === null ? '' : ` ${label}`}`)
  })
  return lines
}

/** Elements of the hierarchy outside quotations, tables and metadata, told from the tags alone. */
function hierarchyIn(source: string): number {
  const HIER =
    'clause|section|part|paragraph|chapter|title|article|book|tome|division|point|indent|alinea|rule|subrule|proviso|subsection|subpart|subparagraph|subchapter|subtitle|subdivision|subclause|level|transitional|hcontainer'
  const bare = source
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<((?:\w+:)?(?:quotedStructure|embeddedStructure))\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<((?:\w+:)?(?:meta|table|p))\b(?:[^>"/]|"[^"]*"|\/(?!>))*>[\s\S]*?<\/\1>/g, '')
  return [...bare.matchAll(new RegExp(`<(?:\\w+:)?(?:${HIER})(?=[\\s>/])`, 'g'))].length
}

describe('reading', () => {
  it('A8: makes a unit of every element of the hierarchy, by its name, with its number', () => {
    const act = actOf(
      document(`
        <book><num>Книга 1</num><title><num>I</num><part><num>Раздел II</num>
          <chapter><num>Глава 3.</num><heading>О суде</heading>
            <article><num>Статья 44-1.</num><heading>Суд</heading>
              <paragraph><num>1.</num><intro><p>Суд:</p></intro>
                <point><num>10-1)</num><content><p>решает;</p></content></point>
                <list><intro><p>и</p></intro><indent><num>–</num><content><p>судит</p></content></indent></list>
                <wrapUp><p>всегда.</p></wrapUp>
              </paragraph>
            </article>
          </chapter></part></title></book>
        <hcontainer name="crossheading"><content><p>x</p></content></hcontainer>
        <section status="removed"><num>§ 5</num><content><p>(исключён)</p></content></section>`),
    )
    expect(outline(act)).toEqual([
      'book 1',
      '  title I',
      '    part II',
      '      chapter 3',
      '        article 44-1',
      '          paragraph 1',
      '            point 10-1',
      '            alinea',
      '            alinea',
      '            alinea',
      'section',
      'section 5',
    ])
    expect(unitsIn(act).at(-1)?.attrs['state']).toBe('repealed')
    expect(canonicalText(act).text).toContain('Суд:\n10-1) решает;\nи\n– судит\nвсегда.\n')
  })

  it('A8: finds each unit that the documents of the corpus mark, and no other', () => {
    let marked = 0
    let missed = 0
    for (const file of documents()) {
      const source = documentText(file)
      const found = unitsIn(actOf(source)).filter(({ attrs }) => {
        const start = String(attrs['source'] ?? '')
        const local = /^<(?:\w+:)?(\w+)/.exec(start)?.[1] ?? ''
        return !/^(?:\?|bapta|preface|preamble|conclusions|coverPage|header|attachment|component|item|recital|debateSection)?$/.test(
          local,
        )
      }).length
      const expected = hierarchyIn(source)
      marked += expected
      missed += Math.abs(expected - found)
    }
    expect(marked).toBeGreaterThan(10_000)
    expect(missed / marked).toBeLessThan(0.005)
  })

  it('A9: drops no character of any document of the corpus without a word', () => {
    for (const file of documents()) {
      const source = documentText(file)
      const { act, problems } = read(source)
      const told =
        canonicalText(act).text + problems.map(({ message }) => repeated(message)).join('')
      expect(missing(wordsOf(source), told), file).toBe('')
    }
  })

  it('A10: takes lists, footnotes, breaks, looks, tables and notes of the editor as such', () => {
    const act = actOf(
      document(`<article><num>Статья 1.</num><content>
        <p>Суд<authorialNote marker="1"><p>Верховный.</p></authorialNote> <b>решает</b>,<br/>
           H<sub>2</sub>O.</p>
        <p><remark status="editorial">Сноска. Статья 1 в редакции Закона.</remark></p>
        <table><caption>Таблица</caption><tr><th colspan="2"><p>А</p></th></tr>
          <tr><td rowspan="2"><p>1</p></td><td>2</td></tr></table>
        <blockList><listIntroduction>а также</listIntroduction>
          <item><num>1)</num><p>раз;</p></item><item><num>2)</num><p>два.</p></item></blockList>
      </content></article>`),
    )
    const [article, first] = unitsIn(act)
    const blocks = bodyOf(present(article, 'the article'))
    expect(blocks.map(({ type }) => type.name)).toEqual([
      'paragraph',
      'note',
      'paragraph',
      'table',
      'paragraph',
    ])
    expect(footnotesIn(only(blocks))).toEqual([{ marker: '1', text: 'Верховный.' }])
    expect(only(blocks).child(3).marks[0]?.type).toBe(schema.marks.strong)
    expect(blocks[3]?.firstChild?.firstChild?.attrs['colspan']).toBe(2)
    expect(outline(act)).toEqual(['article 1', '  point 1', '  point 2'])
    expect(first?.textContent).toBe('раз;')
  })

  it('A10: shows quoted units with their quotation marks, as words of the unit that quotes', () => {
    const act = actOf(
      document(`<article><num>Статья 1.</num><content><p><mod>Дополнить:
        <quotedStructure startQuote="«" endQuote="»"><article><num>Статья 5-1.</num>
        <heading>Суд</heading><content><p>Решает.</p></content></article></quotedStructure>;
        заменить <quotedText startQuote="«" endQuote="»">а</quotedText>.</mod></p></content></article>`),
    )
    expect(outline(act)).toEqual(['article 1'])
    expect(canonicalText(act).text).toBe(
      'Статья 1.\nДополнить:\n«Статья 5-1. Суд\nРешает.»\n; заменить «а».\n',
    )
  })
})

describe('reading the frame of an act', () => {
  it('A10: takes preface, preamble, recitals, conclusions and annexes as the frame of the act', () => {
    const front = `
      <preface><p>№ 5</p><longTitle><p><docTitle>О суде</docTitle></p></longTitle></preface>
      <preamble><recitals><recital><num>(1)</num><p>Поскольку</p></recital></recitals>
        <formula name="f"><p>принимает:</p></formula></preamble>`
    const tail = `</body><conclusions><p>Президент</p></conclusions>
      <attachments><attachment><heading>Приложение</heading><doc name="a"><meta/><mainBody>
      <paragraph><num>1.</num><content><p>Перечень.</p></content></paragraph></mainBody></doc></attachment>
      </attachments></act></akomaNtoso>`
    const act = actOf(
      document('<article><num>Статья 1.</num><content><p>А.</p></content></article>', {
        front,
      }).replace(/<\/body>[\s\S]*$/, tail),
    )
    expect(outline(act)).toEqual([
      'preface',
      'preamble',
      '  paragraph 1',
      '  alinea',
      'article 1',
      'conclusions',
      'annex',
      '  paragraph 1',
    ])
    expect(titleOf(act)).toBe('О суде')
  })

  it('A10: takes the note that a noteRef names from the metadata', () => {
    const meta = '<notes source="#x"><note eId="n1" marker="*"><p>Верховный.</p></note></notes>'
    const body = '<article><content><p>Суд<noteRef href="#n1"/> решает.</p></content></article>'
    expect(footnotesIn(actOf(document(body, { meta })))).toEqual([
      { marker: '*', text: 'Верховный.' },
    ])
  })

  it('A11: takes the language from the metadata and the profile from the words', () => {
    const body = '<article><num>Article 1</num><content><p>Words of law.</p></content></article>'
    const told = (language: string, country: string) => {
      const {
        tradition,
        profile,
        language: own,
      } = actAttrs(actOf(document(body, { language, country })))
      return `${own} ${tradition} ${profile}`
    }
    expect(told('eng', 'gb')).toBe('en plain act')
    expect(told('eng', 'kz')).toBe('en kz law')
    expect(told('kaz', 'kz')).toMatch(/^kk kz/)
    expect(told('deu', 'de')).toBe('en plain act')
    expect(read(document(body)).act.attrs['language']).toBe('ru')
  })

  it('A10: reads documents of other types and collections whole', () => {
    const types = new Set<string>()
    for (const file of documents()) {
      const source = documentText(file)
      const type = /<(?:\w+:)?akomaNtoso[^>]*>\s*(?:<!--[\s\S]*?-->\s*)*<(?:\w+:)?(\w+)/.exec(
        source,
      )
      if (type?.[1]) types.add(type[1])
    }
    for (const type of ['act', 'bill', 'doc', 'judgment', 'documentCollection', 'statement']) {
      expect(types).toContain(type)
    }
  })
})

/** What is told of several places at once counts for each. */
function repeated(message: string): string {
  return message.repeat(Number(/\((\d+) times\)$/.exec(message)?.[1] ?? 1))
}

/** The words of a document outside its metadata, as characters. */
function wordsOf(source: string): string {
  return source
    .replaceAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replaceAll(/<((?:\w+:)?meta)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:#\w+|\w+);/g, (entity) => ENTITIES[entity] ?? '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&apos;': "'",
  '&gt;': '>',
  '&lt;': '<',
  '&quot;': '"',
}

/** Characters that `text` has fewer of than `words`, white space left out. */
function missing(words: string, text: string): string {
  const count = (of: string) => {
    const counts = new Map<string, number>()
    for (const sign of of.replaceAll(/\s/g, '')) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    return counts
  }
  const there = count(text)
  return [...count(words)]
    .filter(([sign, number]) => number > (there.get(sign) ?? 0))
    .map(([sign]) => sign)
    .join('')
}
