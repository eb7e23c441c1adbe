/**
 * Citations found in paragraphs read by hand and in sentences that others marked: recall for each set,
 * how many hits the marks do not cover; speed beside one pass of a regular expression over the same
 * text; renumbering and a keystroke beside reading the act from scratch.
 * Gold: dc-cites-en. Silver (not every citation is marked, and marks are short): kz-adilet-anchors-ru, kaznerd-law-kk.
 */
import { globSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { Fragment, Node } from 'prosemirror-model'
import type { Citation } from '../shared/citation/address.ts'
import { citationsByUnitNow } from '../shared/citation/by-unit.ts'
import { lexiconFor } from '../shared/citation/lexicon.ts'
import { citationsIn } from '../shared/citation/parse.ts'
import { referencesOf } from '../shared/citation/references.ts'
import { planRewrites } from '../shared/citation/rewrite.ts'
import { rewriteEdits } from '../shared/citation/rewrite-edits.ts'
import { readText } from '../shared/read/read.ts'
import {
  type Act,
  type Language,
  makeAct,
  makeParagraph,
  makeUnit,
  unitId,
} from '../shared/schema/act.ts'
import { schema } from '../shared/schema/schema.ts'
import { applyEditsToAct } from '../shared/structure/apply-edit.ts'
import type { UnitEdit } from '../shared/structure/edit.ts'
import { profileFor } from '../shared/tradition/profiles.ts'
import { agreementOf } from '../test/citation/annotation.ts'

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

annotations()
for (const set of sets) measure(set)
foreign()
speed()
renumbering()

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

/** Characters a second of recognition, and the time of the index of a code and of a keystroke in it. */
function speed(): void {
  for (const file of globSync(`${CORPORA}/kz/laws/ru/*procedure_code.txt`)) {
    const source = readFileSync(file, 'utf8')
    let id = 0
    const { act } = readText(source, { newId: () => String(id++) })
    const paragraphs = source.split('\n')
    const lexicon = lexiconFor(profileFor({ tradition: 'kz', profile: 'code', language: 'ru' }))
    const alone = best(() => paragraphs.map((one) => citationsIn(one, lexicon)))
    const peer = best(() => paragraphs.map((one) => [...one.matchAll(/\p{L}+/gu)].length))
    const first = once(() => citationsByUnitNow(act))
    const reading = citationsByUnitNow(act)
    const typed = [...Array(20).keys()].map((n) => typedIn(act, n * 37))
    const keystroke =
      best(() => typed.map((text) => citationsByUnitNow(text, reading.others, reading))) /
      typed.length
    const rescan = once(() => referencesOf(Node.fromJSON(schema, typed[0]?.toJSON())))
    const megabytes = Buffer.byteLength(source) / 1e6
    console.log(
      `${megabytes.toFixed(1)} MB code: recognition ${(megabytes / (alone / 1000)).toFixed(1)} MB/s (${(alone / peer).toFixed(1)} × splitting it into words), index ${first.toFixed(0)} ms, after a keystroke ${keystroke.toFixed(2)} ms (read from scratch ${rescan.toFixed(0)} ms)`,
    )
  }
}

/** The act with a letter more in its `n`th paragraph. */
function typedIn(act: Act, n: number): Act {
  let at = 0
  const change = (node: Node): Node => {
    const children = node.children.map((child) => {
      if (child.type === schema.nodes.unit) return at > n ? child : change(child)
      if (child.type !== schema.nodes.paragraph || at++ !== n) return child
      return child.copy(child.content.append(Fragment.from(schema.text('я'))))
    })
    const same = children.every((child, i) => child === node.child(i))
    return same ? node : node.copy(Fragment.fromArray(children))
  }
  return change(act)
}

/** 200 articles renumbered under 1,000 citations of them, beside reading the act once more. */
function renumbering(): void {
  const articles = 1200
  const before = makeAct(
    { id: 'act', language: 'ru', tradition: 'kz', profile: 'law' },
    Array.from({ length: articles }, (_, i) => {
      const cited = 100 + ((i * 7) % 200)
      const words = `В случаях, предусмотренных пунктом 1 статьи ${cited}, решение принимает суд.`
      const paragraph = makeUnit(
        { id: unitId(`a${i + 1}.1`), kind: 'paragraph', label: '1' },
        { body: [makeParagraph(i < 1000 ? words : 'Решение принимает суд.')] },
      )
      const attrs = { id: unitId(`a${i + 1}`), kind: 'article', label: String(i + 1) } as const
      return makeUnit(attrs, { units: [paragraph] })
    }),
  )
  const edits = Array.from({ length: 200 }, (_, i): UnitEdit => {
    const label = `${100 + i}-1`
    return { kind: 'setLabel', unit: unitId(`a${100 + i}`), label, num: null }
  })
  const after = applyEditsToAct(before, edits)
  if (!after.ok) throw new Error(after.problem.message)
  referencesOf(before)
  const first = once(() => planRewrites(before, after.value))
  const planning = Math.min(
    ...Array.from({ length: 12 }, () => once(() => planRewrites(before, after.value))),
  )
  const plan = planRewrites(before, after.value)
  const rescan = once(() => referencesOf(Node.fromJSON(schema, after.value.toJSON())))
  const writing = once(() => rewriteEdits(after.value, plan))
  console.log(
    `200 articles renumbered under ${plan.length} citations: planned in ${first.toFixed(0)} ms the first time, then ${planning.toFixed(0)} ms, edits in ${writing.toFixed(0)} ms (reading the act from scratch ${rescan.toFixed(0)} ms)`,
  )
}

/** How we agree with the paragraphs that were read by hand. */
function annotations(): void {
  for (const language of ['ru', 'kk'] as const) {
    const { paragraphs, marked, found, same } = agreementOf(language)
    console.log(
      `read by hand, ${language}: ${paragraphs} paragraphs, ${marked} citations, same span and target: recall ${percent(same, marked)}, precision ${percent(same, found)}`,
    )
  }
}

/** Acts of others in Akoma Ntoso with marked references: the share of the marks that we touch, by language. */
function foreign(): void {
  const sets = [
    ['uk-lawmaker', 'en', 'plain', 'act'],
    ['oasis', 'en', 'plain', 'act'],
    ['italy-normattiva', 'it', 'plain', 'act'],
    ['ldml-de', 'de', 'plain', 'act'],
  ] as const
  for (const [folder, language, tradition, profile] of sets) {
    const lexicon = lexiconFor(profileFor({ tradition, profile, language: 'en' }))
    let [marks, met] = [0, 0]
    for (const file of globSync(`${CORPORA}/akn/**/${folder}/**/*.{xml,akn}`)) {
      const source = readFileSync(file, 'utf8')
      for (const [, block = ''] of source.matchAll(
        /<(?:p|block|num|heading)\b[^>]*>(.*?)<\/(?:p|block|num|heading)>/gsu,
      )) {
        const { text, refs } = withoutTags(block)
        if (refs.length === 0) continue
        const found = citationsIn(text, lexicon)
        marks += refs.length
        met += refs.filter((mark) => found.some((one) => meets(one, mark))).length
      }
    }
    if (marks > 0)
      console.log(
        `Akoma Ntoso of others, ${folder} (${language}): ${marks} refs, touched ${percent(met, marks)}`,
      )
  }
}

function withoutTags(block: string): { readonly text: string; readonly refs: readonly Mark[] } {
  let text = ''
  const refs: Mark[] = []
  let open: number | undefined
  for (const [piece] of block.matchAll(/<[^>]*>|[^<]+/gu)) {
    if (/^<ref\b/u.test(piece)) open = text.length
    else if (/^<\/ref/u.test(piece) && open !== undefined) {
      refs.push({ start: open, end: text.length, text: text.slice(open) })
      open = undefined
    } else if (!piece.startsWith('<'))
      text += piece.replaceAll(/\s+/gu, ' ').replaceAll('&amp;', '&')
  }
  return { text, refs: refs.filter(({ text: words }) => /\d/u.test(words)) }
}

function once(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function best(work: () => unknown): number {
  return Math.min(once(work), once(work), once(work))
}
