/**
 * The amending law of a long act and its proof, beside a flat word differ on the same words.
 *
 *     node bench/amend-derive.ts
 *
 * Times are medians of five runs in milliseconds, on drafts that were not seen before. One key is
 * measured in the worker's own work and through the desk's clerk: packed, sent, derived, proved, answered.
 */
import { diffWords } from 'diff'
import { createLawClerk } from '#desk/amending/law-clerk.ts'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { changesOnce } from '#shared/amend/derive/changes.ts'
import { deriveLaw, lawFor } from '#shared/amend/derive/law.ts'
import { MINIMAL } from '#shared/amend/derive/options.ts'
import { differences } from '#shared/amend/differences.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { lawText } from '#shared/amend/wording/law-lines.ts'
import { type Act, makeParagraph, type Unit, unitId, unitsOf } from '#shared/schema/act.ts'
import { UNSAID } from '#shared/schema/in-force.ts'
import { MINIMAL_WORDINGS } from '#shared/schema/wordings.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { longAct, sentence } from './long-act.ts'
import { median, timed } from './measure.ts'
import { random, word } from './words.ts'

const ARTICLES = 1000
const PARAGRAPHS = 4
const WORDS = 48
const CHANGES = 500
const RUNS = 5

/** The act with one change in the first paragraph of each of the articles named. */
function withChanges(act: Act, articles: ReadonlySet<number>): Act {
  const changed = (unit: Unit, i: number): Unit => {
    if (!articles.has(i)) return unit
    const [first, ...rest] = unitsOf(unit)
    if (!first) return unit
    const text = first.textContent.split(' ')
    text.splice(Math.floor(random() * (WORDS - 1)), 1, `${word()}${word()}`)
    const fresh = first.type.create(first.attrs, [makeParagraph(text.join(' '))])
    return unit.type.create(unit.attrs, [unit.child(0), fresh, ...rest])
  }
  return act.type.create(act.attrs, unitsOf(act).map(changed))
}

function report(name: string, runs: readonly (() => unknown)[]): void {
  const middle = median(runs.map(timed)).toFixed(1)
  process.stdout.write(`${name.padEnd(48)} ${middle.padStart(9)}\n`)
}

const base = longAct({ articles: ARTICLES, paragraphs: PARAGRAPHS, words: () => sentence(WORDS) })
const every = new Set(Array.from({ length: CHANGES }, (_, i) => i * (ARTICLES / CHANGES)))
const drafts = Array.from({ length: 2 * RUNS }, () => withChanges(base, every))
const text = canonicalText(base).text
process.stdout.write(`${(text.length / 1e6).toFixed(2)} M characters, ${CHANGES} changes\n`)

report(
  'derive + wording + proof',
  drafts.slice(0, RUNS).map((draft) => () => {
    const { proof, changes } = deriveLaw(base, draft)
    if (!proof.holds || changes.length !== CHANGES) throw new Error('the law did not prove')
  }),
)

const rest = drafts.slice(RUNS)
const laws = rest.map((draft) => {
  const changes = changesOnce(base, draft, MINIMAL)
  return lawFor(
    base,
    changes.map(({ instruction }) => instruction),
    {},
  )
})
report(
  '  derive',
  drafts.slice(0, RUNS).map((draft) => () => changesOnce(base, withChanges(draft, every), MINIMAL)),
)
const texts = laws.map((law) => lawText(law))
report(
  '  wording',
  laws.map((law) => () => lawText(law)),
)
const profile = profileOf(base)
const read = (law: string) =>
  parseAmendingLaw(law, { language: 'ru', tradition: 'kz', profileOf: () => profile })
report(
  '  reading the words back',
  texts.map((law) => () => read(law)),
)
const parsed = texts.map(read)
let last = 0
const newId = () => unitId(`n${last++}`)
report(
  '  applying',
  parsed.map((law) => () => applyLaw(base, law, { newId })),
)
const results = parsed.map((law) => applyLaw(base, law, { newId }).act)
report(
  '  comparing',
  results.map((act, i) => () => differences(act, rest[i] ?? base)),
)

let live = rest[0] ?? base
const keys = Array.from({ length: 3 * RUNS }, (_, i) => {
  live = withChanges(live, new Set([i * 7 + 1]))
  return live
})
deriveLaw(base, rest[0] ?? base, { proof: 'articles' })
report(
  'one key',
  keys.map((draft) => () => {
    if (!deriveLaw(base, draft, { proof: 'articles' }).proof.holds)
      throw new Error('the law did not prove')
  }),
)
const clerk = createLawClerk()
// The clerk's thread keeps no program running.
const awake = setInterval(() => {}, 1000)
const choices = { wordings: MINIMAL_WORDINGS, inForce: UNSAID }
const asked = async (draft: Act) => {
  const answer = await clerk.derive({ base, draft, language: 'ru', ...choices, proof: 'articles' })
  if (!answer.ok || !answer.value.holds) throw new Error('the law did not prove')
}
await asked(live)
const times: number[] = []
for (const at of Array.from({ length: 3 * RUNS }, (_, i) => i * 7 + 2)) {
  live = withChanges(live, new Set([at]))
  const start = performance.now()
  await asked(live)
  times.push(performance.now() - start)
}
process.stdout.write(
  `${'one key, through the worker'.padEnd(48)} ${median(times).toFixed(1).padStart(9)}\n`,
)
await clerk.stop()
clearInterval(awake)

report(
  'peer: jsdiff diffWords on the whole texts',
  rest
    .slice(0, 1)
    .map((draft) => () => diffWords(text, canonicalText(draft).text, { timeout: 30_000 })),
)
