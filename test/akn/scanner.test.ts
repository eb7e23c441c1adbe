import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { Scanner } from '#shared/akn/scanner.ts'
import { BOUNDS } from '#shared/akn/tokens.ts'
import { documents, documentText } from './documents.ts'

/** What is told of a text, mark by mark, by the scanner; `undefined` where it is no XML. */
function scanned(source: string): readonly unknown[] | undefined {
  const told: unknown[] = []
  const scanner = new Scanner(
    source,
    {
      open: (name, attributes, start, end) =>
        told.push(['open', name, { ...attributes }, start, end]),
      close: (name, start, end) => told.push(['close', name, start, end]),
      text: (text) => told.push(['text', text]),
      instruction: (target, body, end) => told.push(['instruction', target, body, end]),
    },
    BOUNDS,
    'document',
  )
  scanner.run(source.length)
  return scanner.fault ? undefined : told
}

/** The same by saxes. */
function parsed(source: string): readonly unknown[] | undefined {
  const told: unknown[] = []
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  let isWrong = false
  const startOf = (end: number) => source.lastIndexOf('<', end - 1)
  parser.on('error', () => {
    isWrong = true
  })
  parser.on('doctype', () => {
    isWrong = true
  })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const end = parser.position
    told.push(['open', name, { ...attributes }, startOf(end), end])
    if (isSelfClosing) told.push(['close', name, end, end])
    else depth++
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (isSelfClosing) return
    depth--
    told.push(['close', name, startOf(parser.position), parser.position])
  })
  const text = (words: string) => void (depth > 0 && told.push(['text', words]))
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('processinginstruction', ({ target, body }) =>
    told.push(['instruction', target, body, parser.position]),
  )
  parser.write(source).close()
  return isWrong ? undefined : told
}

const PIECES = [
  '<a>',
  '</a>',
  '<b x="1">',
  '</b>',
  '<c/>',
  "<d y='&lt;&#10;z' />",
  '<é ü="ж"\n\tw = "a\r\nb">',
  '</é\n>',
  'слова',
  ' ',
  '\r\n',
  '\r',
  '&amp;',
  '&#x41;',
  '&#0;',
  '&nbsp;',
  '&',
  '<',
  '>',
  ']]>',
  '<!-- x -->',
  '<!-- x -- y -->',
  '<!--',
  '<![CDATA[<a>&]] ]]>',
  '<?bapta unit?>',
  '<?x?>',
  '<?x y ?>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a>',
  '\ufeff',
  '\u0001',
  '😀',
  '<b x="1" x="2">',
  '<b x=1>',
  '<b x="<">',
  '<b x="1"y="2">',
  '</',
  '/>',
  '"',
  '<1>',
  '< a>',
  '<a:b.c-d>',
  '</a:b.c-d>',
]

describe('the scanner', () => {
  it('A39: tells of every document what saxes tells', () => {
    for (const file of documents()) {
      const source = documentText(file)
      const told = scanned(source)
      expect([file, told === undefined]).toEqual([file, false])
      expect(JSON.stringify(told) === JSON.stringify(parsed(source)), file).toBe(true)
    }
  })

  it('A39: takes and refuses of any markup what saxes does', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 })
    fc.assert(
      fc.property(pieces, fc.boolean(), (drawn, isWrapped) => {
        const source = isWrapped ? `<r>${drawn.join('')}</r>` : drawn.join('')
        expect(scanned(source)).toEqual(parsed(source))
      }),
      { numRuns: 5_000 },
    )
  })

  it('A39: refuses half a character, which saxes joins to the next', () => {
    expect(scanned('<r>\ud800<a/></r>')).toBeUndefined()
    expect(scanned('<r>\ud83d\ude00<a/></r>')).toHaveLength(5)
  })

  it.each([
    '<?xml version="1.0" encoding="UTF-8" standalone=\'yes\' ?><a/>',
    '<?xml version="1.0" standalone="no"?>\n<a/>\n',
    '<?xml version="1.0" standalone="perhaps"?><a/>',
    '<?xml encoding="UTF-8"?><a/>',
    ' <?xml version="1.0"?><a/>',
    '<a/><?xml version="1.0"?>',
    '<a/><b/>',
    '<a/>words',
    '',
    '  ',
    '<a',
    '<a b',
    '<a b="',
    '<a></a',
    '<a>&lt',
    '<a><![CDATA[</a>',
    '<a><?x</a>',
    '<?x:y z?><a/>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a b="&#9;&#xD;	x"/>',
  ])('A39: takes or refuses as saxes does: %j', (source) => {
    expect(scanned(source)).toEqual(parsed(source))
  })
})
