/**
 * Citations found in sentences that others marked: recall for each set, how many hits the marks do not
 * cover, and speed beside one pass of a regular expression over the same text.
 * Gold: dc-cites-en. Silver (not every citation is marked, and marks are short): kz-adilet-anchors-ru, kaznerd-law-kk.
 */
import { globSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { Citation } from '../shared/citation/address.ts'
import { lexiconFor } from '../shared/citation/lexicon.ts'
import { citationsIn } from '../shared/citation/parse.ts'
import { referencesOf } from '../shared/citation/references.ts'
import { readText } from '../shared/read/read.ts'
import type { Language } from '../shared/schema/act.ts'
import { profileFor } from '../shared/tradition/profiles.ts'

const CORPORA = '../shared/corpora'

interface Mark {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Sentence {
  readonly text: string
  readonly marks: readonly Mark[]
}

interface MarkedSet {
  readonly name: string
  readonly profile: {
    readonly tradition: string
    readonly profile: string
    readonly language: Language
  }
  readonly sentences: readonly Sentence[]
  /** What the marks of the set are of; marks of nothing are left out. */
  readonly sortOf: (mark: Mark) => string | undefined
}

const sets: readonly MarkedSet[] = [
  {
    name: 'kz-adilet-anchors-ru (silver)',
    profile: { tradition: 'kz', profile: 'code', language: 'ru' },
    sentences: sentences('kz-adilet-anchors-ru/paragraphs', 'anchors'),
    sortOf: ({ text }) => {
      if (
        /^(?:\(?(?:стат|пункт|подпункт|част|абзац|глав|раздел|прилож)\p{L}*\s+\(?[\p{L}\d])/iu.test(
          text,
        )
      )
        return 'units'
      if (/^№/u.test(text)) return 'numbers of amending laws'
      if (
        /^(?:закон\p{L}*|конституци\p{L}*|\p{L}*-?\p{L}*\s?(?:процессуальн\p{L}+\s)?кодекс\p{L}*)$/iu.test(
          text,
        ) &&
        !/законодат/u.test(text)
      )
        return 'acts'
      return undefined
    },
  },
  {
    name: 'kaznerd-law-kk (silver, news)',
    profile: { tradition: 'kz', profile: 'law', language: 'kk' },
    sentences: sentences('kaznerd-law-kk/law_sentences', 'laws'),
    sortOf: ({ text }) =>
      /(?<!\p{L})(?:ба[пб]|тарма|бөл[ік])/iu.test(text) ? 'units' : 'acts by name',
  },
  {
    name: 'dc-cites-en (gold)',
    profile: { tradition: 'plain', profile: 'act', language: 'en' },
    sentences: sentences('dc-cites-en/paragraphs', 'cites'),
    sortOf: ({ text }) => {
      if (/^\[?§|\d:\d|^\d/u.test(text)) return 'sections'
      if (/^(?:sub)?(?:part|chapter|title|article|division|unit)\s|^this\s|^section\s/iu.test(text))
        return 'units by name'
      return undefined
    },
  },
]

for (const set of sets) measure(set)
speed()

function measure({ name, profile, sentences, sortOf }: MarkedSet): void {
  const lexicon = lexiconFor(profileFor(profile))
  const counts = new Map<string, { marks: number; met: number; exact: number }>()
  let hits = 0
  let outside = 0
  for (const { text, marks } of sentences) {
    const found = citationsIn(text, lexicon)
    hits += found.length
    outside += found.filter((one) => !marks.some((mark) => meets(one, mark))).length
    for (const mark of marks) {
      const sort = sortOf(mark)
      if (sort === undefined) continue
      const count = counts.get(sort) ?? { marks: 0, met: 0, exact: 0 }
      counts.set(sort, {
        marks: count.marks + 1,
        met: count.met + Number(found.some((one) => meets(one, mark))),
        exact: count.exact + Number(found.some((one) => isExact(one, mark))),
      })
    }
  }
  console.log(
    `${name}: ${sentences.length} sentences, ${hits} citations found, ${outside} of them unmarked there`,
  )
  for (const [sort, { marks, met, exact }] of counts)
    console.log(
      `  ${sort}: ${marks} marked, recall ${percent(met, marks)}, same span ${percent(exact, marks)}`,
    )
}

function meets({ range }: Citation, { start, end }: Mark): boolean {
  return range.start < end && start < range.end
}

function isExact({ range }: Citation, mark: Mark): boolean {
  const lead = /^\[/.test(mark.text) ? 1 : 0
  return range.start === mark.start + lead && range.end === mark.end - lead
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`
}

function sentences(file: string, field: string): readonly Sentence[] {
  return readFileSync(`${CORPORA}/refs/${file}.open.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line)
      return { text: row.text, marks: row[field] }
    })
}

/** Characters a second of recognition, and the time of resolving a code. */
function speed(): void {
  for (const file of globSync(`${CORPORA}/kz/laws/ru/*procedure_code.txt`)) {
    const source = readFileSync(file, 'utf8')
    let id = 0
    const { act } = readText(source, { newId: () => String(id++) })
    const paragraphs = source.split('\n')
    const lexicon = lexiconFor(profileFor({ tradition: 'kz', profile: 'code', language: 'ru' }))
    const alone = best(() => paragraphs.map((one) => citationsIn(one, lexicon)))
    const peer = best(() => paragraphs.map((one) => [...one.matchAll(/\p{L}+/gu)].length))
    const first = once(() => referencesOf(act))
    const again = best(() => referencesOf(act))
    const megabytes = Buffer.byteLength(source) / 1e6
    console.log(
      `${megabytes.toFixed(1)} MB code: recognition ${(megabytes / (alone / 1000)).toFixed(1)} MB/s (${(alone / peer).toFixed(1)} × splitting it into words), all references ${first.toFixed(0)} ms, again ${again.toFixed(0)} ms`,
    )
  }
}

function once(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function best(work: () => unknown): number {
  return Math.min(once(work), once(work), once(work))
}
