import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from './read-html.ts'

/** Characters of a hostile page: a quadratic reader would need minutes for them. */
const LONG = 300_000

/** Seconds that no page of this length may take; a linear reader needs a fraction. */
const LIMIT = 20

const repeated = (piece: string) => piece.repeat(Math.ceil(LONG / piece.length))

const HOSTILE: Readonly<Record<string, string>> = {
  'open elements': repeated('<div>'),
  'open elements and paragraphs': repeated('<div><p>x'),
  'open looks': repeated('<b><i class=1>x'),
  'open looks of many kinds': Array.from({ length: 50_000 }, (_, i) => `<font color=${i}><p>`).join(
    '',
  ),
  attributes: `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>x</p>`,
  'attributes without values': `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join('\t')}>x</p>`,
  'open tags': repeated('<a "'),
  'open comments': repeated('<!--'),
  'open scripts': repeated('<script>'),
  'tables in tables': repeated('<table><tr><td>'),
  'lists in lists': repeated('<ul><li>1. x'),
  'ends without starts': repeated('</div></p></b>'),
  'misnested looks': repeated('<b><p></b>'),
  entities: repeated('&amp;&#1089;&unknown;'),
  'line breaks': repeated('x<br>'),
  'one paragraph': `<p>${repeated('слово <b>x</b> ')}`,
  cells: `<table><tr>${repeated('<td>1')}</table>`,
}

describe('hostile pages', () => {
  it.each(Object.entries(HOSTILE))('R32: %s', (_, html) => {
    const start = performance.now()
    const { act } = readHtml(html)
    act.check()
    expect((performance.now() - start) / 1000).toBeLessThan(LIMIT)
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
