import { describe, expect, it } from 'vitest'
import { readDocx } from '#shared/read/docx/read-docx.ts'
import { type Act, headingOf, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { textsOf } from '#test/builders/random-remarks.ts'
import { type WordParts, wordFile } from '#test/builders/word-file.ts'

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number) =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const line = (...content: string[]) => `<w:p>${content.join('')}</w:p>`
const comment = (id: number, words: string, by = 'Дана', more = '') =>
  `<w:comment w:id="${id}" w:author="${by}" ${more}><w:p w14:paraId="0000000${id}">${run(words)}</w:p></w:comment>`

/** What is said, each with its unit and its words: `article 1: два дня: почему?`. */
function saidIn(parts: WordParts): readonly string[] {
  const read = reading(parts)
  return read.remarks.map((remark) => {
    const place = placeIn(read.draft ?? read.act, remark) ?? placeIn(read.act, remark)
    return [place, ...remark.comments.map(({ words }) => words)].join(': ')
  })
}

function reading(parts: WordParts) {
  let last = 0
  const read = readDocx(wordFile(parts), { newId: () => `u${last++}` })
  if (!read.ok) throw new Error(read.problem.message)
  return read.value
}

function placeIn(act: Act, { unit: id, words, wordsBase }: Remark): string | undefined {
  let place: string | undefined
  walkUnits(act, (unit) => {
    const { kind, label } = unitAttrs(unit)
    if (unitAttrs(unit).id !== id) return
    const on = words ?? wordsBase
    const text = textsOf(unit).find(({ text: index }) => index === on?.text)?.node
    const quoted = on ? `: ${text?.textBetween(on.from, on.to, ' ', ' ')}` : ''
    place = `${kind} ${label ?? headingOf(unit)?.textContent ?? ''}${quoted}`
  })
  return place
}

const LAW = (first: string, second = line(run('2. Знак стоит.'))) =>
  line(run('Статья 1. Срок')) + first + second + line(run('Статья 2. Знак'))

describe('comments of a Word file', () => {
  it('X97: are on the words that they are on, wherever the number of these was cut off', () => {
    const document = LAW(line(run('1. Срок '), start(0), run('два дня'), end(0), run('.')))
    expect(saidIn({ document, comments: comment(0, 'почему?') })).toEqual([
      'paragraph 1: два дня: почему?',
    ])
  })

  it('X97: are on the unit, where the number is with all words of its line, or alone', () => {
    const whole = LAW(line(start(0), run('1. Срок два дня.'), end(0)))
    expect(saidIn({ document: whole, comments: comment(0, 'всё') })).toEqual(['paragraph 1: всё'])
    const number = LAW(line(start(0), run('1. '), end(0), run('Срок два дня.')))
    expect(saidIn({ document: number, comments: comment(0, 'где?') })).toEqual([
      'paragraph 1: где?',
    ])
    const part = LAW(line(start(0), run('1. Срок'), end(0), run(' два дня.')))
    expect(saidIn({ document: part, comments: comment(0, 'чей?') })).toEqual([
      'paragraph 1: Срок: чей?',
    ])
  })

  it('X97: on several lines are on the innermost unit that holds them all', () => {
    const document = LAW(
      line(run('1. Срок '), start(0), run('два дня.')),
      line(run('2. Знак'), end(0), run(' стоит.')),
    )
    expect(saidIn({ document, comments: comment(0, 'оба') })).toEqual(['article 1: оба'])
    // A range that nothing ends goes to the end of the file, and no unit holds all of that.
    const endless = LAW(line(run('1. Срок '), start(0), run('два дня.')))
    expect(saidIn({ document: endless, comments: comment(0, 'всё') })).toEqual(['paragraph 1: всё'])
  })

  it('X97: without words are on the unit of their sign, and in cells on the words of the cell', () => {
    const cell = `<w:tc>${line(run('два '), start(1), run('дня'), end(1))}</w:tc>`
    const document = LAW(
      line(run('1. Срок два дня.'), `<w:r><w:commentReference w:id="0"/></w:r>`),
      `<w:tbl><w:tr><w:tc>${line(run('Срок'))}</w:tc>${cell}</w:tr></w:tbl>`,
    )
    const comments = comment(0, 'здесь') + comment(1, 'мало')
    expect(saidIn({ document, comments })).toEqual(['paragraph 1: здесь', 'paragraph 1: дня: мало'])
  })

  it('X97: are told with their answers in order, settled, in UTC and by whom', () => {
    const document = LAW(
      line(run('1. '), start(0), start(1), run('Срок'), end(0), end(1), run(' дня.')),
    )
    const { remarks } = reading({
      document,
      comments:
        comment(1, 'так решили', 'Ерлан', 'w:date="2026-11-24T15:00:00"') +
        comment(0, 'почему?', 'Дана', 'w:date="2026-11-24T13:00:00Z"'),
      commentsExtended:
        '<w15:commentEx w15:paraId="00000000" w15:done="1"/><w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="0"/>',
      commentsIds: '<w16cid:commentId w16cid:paraId="00000000" w16cid:durableId="AB"/>',
      commentsExtensible:
        '<w16cex:commentExtensible w16cex:durableId="AB" w16cex:dateUtc="2026-11-24T08:00:00Z"/>',
      people:
        '<w15:person w15:author="Дана"><w15:presenceInfo w15:providerId="AD" w15:userId="S::d@x"/></w15:person>' +
        '<w15:person w15:author="Ерлан"><w15:presenceInfo w15:providerId="None" w15:userId="Ерлан"/></w15:person>',
    })
    expect(remarks).toMatchObject([
      {
        isResolved: true,
        comments: [
          { author: 'Дана', account: 'AD/S::d@x', date: '2026-11-24T08:00:00Z', words: 'почему?' },
          { author: 'Ерлан', date: '2026-11-24T15:00:00Z', words: 'так решили' },
        ],
      },
    ])
    expect(remarks[0]?.comments[1]).not.toHaveProperty('account')
  })

  it('X97: of a redline are where the draft has the words, else where they went', () => {
    const author = 'w:author="Дана" w:date="2026-11-24T08:00:00Z"'
    const gone = `<w:del w:id="8" ${author}><w:r><w:delText xml:space="preserve">два </w:delText></w:r></w:del>`
    const came = `<w:ins w:id="9" ${author}>${run('три ')}</w:ins>`
    const document = LAW(
      line(run('1. Срок '), start(0), gone, came, end(0), run('дня.')),
      line(run('2. Знак '), start(1), gone, end(1), run('стоит.')),
    )
    const read = reading({ document, comments: comment(0, 'лучше') + comment(1, 'верно') })
    const [first, second] = read.remarks
    expect(first && placeIn(read.draft ?? read.act, first)).toBe('paragraph 1: три')
    expect(second).toMatchObject({ wordsBase: { text: 0 } })
    expect(second && placeIn(read.act, second)).toBe('paragraph 2: два')
  })

  it('X97: that answer each other in a circle, or stand nowhere, are read and told', () => {
    const document = LAW(line(start(0), run('1. Срок два дня.'), end(0)))
    const read = reading({
      document,
      comments: comment(0, 'раз') + comment(1, 'два') + comment(2, 'нигде', '') + comment(3, ' '),
      commentsExtended:
        '<w15:commentEx w15:paraId="00000000" w15:paraIdParent="00000001"/><w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000"/>',
    })
    expect(read.remarks.map(({ comments }) => comments[0]?.words)).toEqual(['раз'])
    const told = read.problems.filter(({ code }) => code === 'docx/comment')
    expect(told.map(({ message }) => message)).toEqual([
      'Дана comments: “раз”',
      'Дана comments, on no words of the text: “два”',
      'Somebody comments, on no words of the text: “нигде”',
    ])
  })

  it('X97: change nothing of the text that is read', () => {
    const plain = LAW(line(run('1. Срок '), run('два дня'), run('.')))
    const said = LAW(line(run('1. Срок '), start(0), run('два дня'), end(0), run('.')))
    const { act } = reading({ document: said, comments: comment(0, 'почему?') })
    expect(act.toJSON()).toEqual(reading({ document: plain }).act.toJSON())
  })
})
