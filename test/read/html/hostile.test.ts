import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growsLinearly } from '../../laws/growth.ts'
import { readHtml } from './read-html.ts'

/** Characters of the shorter page; the longer has eight times as many. */
const SHORT = 50_000

const repeated = (piece: string) => (length: number) =>
  piece.repeat(Math.ceil(length / piece.length))

/** Numbered pieces, of some eleven characters each. */
const numbered = (piece: (i: number) => string) => (length: number) =>
  Array.from({ length: Math.ceil(length / 11) }, (_, i) => piece(i)).join('')

const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  'open elements': repeated('<div>'),
  'open elements and paragraphs': repeated('<div><p>x'),
  'open looks': repeated('<b><i class=1>x'),
  'open looks of many kinds': numbered((i) => `<font color=${i}><p>`),
  attributes: (length) => `<p ${numbered((i) => ` a${i}=1`)(length)}>x</p>`,
  'attributes without values': (length) => `<p ${numbered((i) => `\ta${i}`)(length)}>x</p>`,
  'open tags': repeated('<a "'),
  'open comments': repeated('<!--'),
  'open scripts': repeated('<script>'),
  'tables in tables': repeated('<table><tr><td>'),
  'lists in lists': repeated('<ul><li>1. x'),
  'ends without starts': repeated('</div></p></b>'),
  'misnested looks': repeated('<b><p></b>'),
  entities: repeated('&amp;&#1089;&unknown;'),
  'line breaks': repeated('x<br>'),
  'one paragraph': (length) => `<p>${repeated('слово <b>x</b> ')(length)}`,
  cells: (length) => `<table><tr>${repeated('<td>1')(length)}</table>`,
}

describe('hostile pages', () => {
  it.each(Object.entries(HOSTILE))('R32: %s', (_, page) => {
    expect(growsLinearly(SHORT, (length) => readHtml(page(length)).act.check())).toBe(true)
  })

  it('R32: any markup gives an act that fits the schema', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<table>',
      '<tr>',
      '<td rowspan=0>',
      '</table>',
      '<ol start=x>',
      '<li>',
      '<ul>',
      '</ul>',
      '<br>',
      '<sup>1</sup>',
      '<h1>',
      'Статья 1',
      '1.',
      '1)',
      'Слова',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<pre>',
      '\n',
      ' ',
      '&nbsp;',
      '<style>',
      '<main>',
      '<section data-kind=article data-label=1>',
      '<a href=#x>',
      '<del>',
      '<svg>',
      '<template>',
      '<select>',
      '<frameset>',
      '\0',
      '\ud83d',
    )
    const markup = fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(markup, (html) => {
        const { act, problems } = readHtml(html)
        act.check()
        expect(problems.filter(({ code }) => code === 'read/lost')).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
