import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unit } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import {
  act,
  art,
  indent,
  para,
  part,
  point,
  preamble,
  preface,
  sub,
  withId,
} from '../builders/act.ts'
import { read } from '../read/lost.ts'
import { outlineOf } from '../read/outline-of.ts'

const word = fc.constantFrom(
  'право',
  'закон',
  'суд',
  'Республика',
  'лицо',
  'статья 5',
  '«Аратау»',
  'срок',
  '№ 3',
)
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))
const sentence = words.map((text) => `Каждое ${text}.`)
const lead = words.map((text) => `Каждое ${text}:`)
const clause = words.map((text) => `иное ${text}`)

let n = 0
const fresh = (unit: Unit) => withId(`id${n++}`, unit)

/** Labels 1, 2, 2-1 …: numbers on end, some with an inserted one behind them. */
const series = fc
  .array(fc.boolean(), { minLength: 1, maxLength: 4 })
  .map((inserted) =>
    inserted.flatMap((also, i) => (also ? [`${i + 1}`, `${i + 1}-1`] : [`${i + 1}`])),
  )

const points = fc
  .tuple(series, fc.array(clause, { minLength: 8, maxLength: 8 }))
  .map(([labels, all]) =>
    labels.map((label, i) =>
      fresh(point(label, `${all[i]}${i === labels.length - 1 ? '.' : ';'}`)),
    ),
  )

const indents = fc
  .array(clause, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((text, i) => fresh(indent(`${text}${i === all.length - 1 ? '.' : ';'}`))))

const content = fc.oneof(
  fc.tuple(sentence, fc.array(sentence, { maxLength: 2 })).map(([first, more]) => ({
    words: first,
    units: more.map((text) => fresh(sub(text))),
  })),
  fc.tuple(lead, points, fc.option(sentence)).map(([text, list, last]) => ({
    words: text,
    units: last === null ? list : [...list, fresh(sub(last))],
  })),
  fc.tuple(lead, indents).map(([text, units]) => ({ words: text, units })),
)

const paragraphs = fc
  .tuple(series, fc.array(content, { minLength: 8, maxLength: 8 }))
  .map(([labels, all]) =>
    labels.map((label, i) =>
      fresh(para(label, all[i]?.words ?? 'Слова.', ...(all[i]?.units ?? []))),
    ),
  )

const acts = fc
  .record({
    title: words.map((text) => `О ${text}`),
    preamble: fc.array(sentence, { minLength: 1, maxLength: 3 }),
    articles: fc.array(paragraphs, { minLength: 1, maxLength: 4 }),
    heading: words.map((text) => `Общее ${text}`),
  })
  .map((made) =>
    act(
      preface(made.title),
      preamble(...made.preamble),
      part('I', made.heading, ...made.articles.map((all, i) => art(`${i + 1}`, '', ...all))),
    ),
  )

describe('law: the canonical text is read as the act', () => {
  it('R16: for acts drafted by the rules (introductions end in a colon, items in a semicolon)', () => {
    fc.assert(
      fc.property(acts, (first) => {
        const text = canonicalText(first).text
        const profile = { tradition: 'kz', profile: 'constitution', language: 'ru' } as const
        const again = read(text, profile)
        expect(outlineOf(again.act)).toBe(outlineOf(first))
        expect(canonicalText(again.act).text).toBe(text)
      }),
      { numRuns: 200 },
    )
  })
})
