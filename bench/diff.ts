/**
 * The redline of a long act, beside flat word differs on the same words in the same run.
 *
 *     node bench/diff.ts
 *
 * Times are medians of five runs in milliseconds. Each run compares fresh nodes, so that nothing is
 * remembered, except where a row says otherwise.
 */
import { diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { changesOf } from '#shared/diff/changes.ts'
import { compareActs } from '#shared/diff/compare.ts'
import {
  type Act,
  isUnit,
  makeAct,
  makeParagraph,
  makeUnit,
  type Unit,
  unitId,
  unitsOf,
} from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { random, word } from './words.ts'

/** Milliseconds after which the peer is stopped and the row says so. */
const PEER_LIMIT = 30_000

function sentence(words: number): string {
  return `${Array.from({ length: words }, word).join(' ')}.`
}

interface Shape {
  readonly articles: number
  readonly paragraphs: number
  readonly words: () => string
}

function actOf(shape: Shape, units: (article: number) => readonly Unit[]): Act {
  const articles = Array.from({ length: shape.articles }, (_, a) =>
    makeUnit(
      { id: unitId(`a${a}`), kind: 'article', label: String(a + 1) },
      { heading: sentence(4), units: units(a) },
    ),
  )
  const attrs = { id: 'act', language: 'ru', tradition: 'kz', profile: 'law' } as const
  return makeAct(attrs, articles)
}

function longAct(shape: Shape): Act {
  return actOf(shape, (a) =>
    Array.from({ length: shape.paragraphs }, (_, p) =>
      makeUnit(
        { id: unitId(`a${a}p${p}`), kind: 'paragraph', label: String(p + 1) },
        { body: [makeParagraph(shape.words())] },
      ),
    ),
  )
}

/** The act with each paragraph's words changed by `edit`; the articles are as they were. */
function withWords(act: Act, edit: (text: string) => string): Act {
  const changed = (unit: Unit): Unit => {
    const units = unitsOf(unit)
    if (units.length > 0) {
      const own = unit.children.filter((child) => !isUnit(child))
      return unit.type.create(unit.attrs, [...own, ...units.map(changed)])
    }
    return unit.type.create(unit.attrs, [makeParagraph(edit(unit.textContent))])
  }
  return act.type.create(act.attrs, unitsOf(act).map(changed))
}

function someWords(share: number): (text: string) => string {
  return (text) =>
    text
      .split(' ')
      .flatMap((each) => {
        if (random() >= share) return [each]
        const kind = random()
        return kind < 0.6 ? [word()] : kind < 0.8 ? [each, word()] : []
      })
      .join(' ')
}

function withMoves(act: Act, share: number): Act {
  const paragraphs = unitsOf(act).flatMap((article) => unitsOf(article).map((unit) => unit.attrs))
  let moved = act
  for (const { id } of paragraphs.filter(() => random() < share)) {
    const target = unitsOf(moved)[Math.floor(random() * moved.childCount)]
    const parent = unitId(String(target?.attrs['id']))
    const edit = { kind: 'move', unit: unitId(String(id)), to: { parent, after: null } } as const
    const next = applyEditToAct(moved, edit)
    if (next.ok) moved = next.value
  }
  return moved
}

function fresh(act: Act): Act {
  return schema.nodeFromJSON(act.toJSON())
}

function underNewIds(act: Act): Act {
  const renamed = (unit: Unit): Unit =>
    unit.type.create(
      { ...unit.attrs, id: `new-${unit.attrs['id']}` },
      unit.children.map((child) => (isUnit(child) ? renamed(child) : child)),
    )
  return act.type.create({ ...act.attrs, id: 'another' }, unitsOf(act).map(renamed))
}

function median(times: readonly number[]): number {
  return times.toSorted((x, y) => x - y)[Math.floor(times.length / 2)] ?? Number.NaN
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function compared(base: Act, draft: Act): number {
  const runs = Array.from({ length: 5 }, () => {
    const [a, b] = [fresh(base), fresh(draft)]
    return timed(() => compareActs(a, b))
  })
  return median(runs)
}

function report(name: string, ms: number, beside: number, note = ''): void {
  const ratio = `${(ms / beside).toFixed(1)}×`
  console.log(`${name.padEnd(58)} ${ms.toFixed(1).padStart(10)} ${ratio.padStart(9)}  ${note}`)
}

function peers(): void {
  const shape = {
    articles: 540,
    paragraphs: 10,
    words: () => sentence(12 + Math.floor(random() * 18)),
  }
  const base = longAct(shape)
  const draft = withMoves(withWords(base, someWords(0.02)), 0.01)
  const [a, b] = [canonicalText(base).text, canonicalText(draft).text]
  console.log(
    `${Buffer.byteLength(a)} bytes against ${Buffer.byteLength(b)}, ${a.length} characters`,
  )
  const own = compared(base, draft)
  report('compareActs, ids', own, own)
  report('compareActs, no common ids', compared(base, underNewIds(draft)), own)
  const dmp = new DiffMatchPatch()
  dmp.Diff_Timeout = PEER_LIMIT / 1000
  const chars = timed(() => dmp.diff_cleanupSemantic(dmp.diff_main(a, b)))
  report('diff-match-patch, characters, semantic cleanup', chars, own)
  let isDone = true
  const words = timed(() => {
    isDone = diffWords(a, b, { timeout: PEER_LIMIT }) !== undefined
  })
  report('jsdiff, diffWords', words, own, isDone ? '' : 'stopped unfinished')
}

function keystrokes(): void {
  const shape = { articles: 1000, paragraphs: 10, words: () => sentence(20) }
  const base = longAct(shape)
  let draft = withMoves(withWords(base, someWords(0.02)), 0.01)
  changesOf(compareActs(base, draft))
  const redraws: number[] = []
  const lists: number[] = []
  for (let key = 0; key < 60; key++) {
    const body = [makeParagraph(`Слово ${'а'.repeat(key + 1)} здесь.`)]
    const unit = unitId('a500p4')
    const next = applyEditToAct(draft, { kind: 'setText', unit, heading: null, body })
    if (!next.ok) throw new Error(next.problem.message)
    draft = next.value
    redraws.push(timed(() => compareActs(base, draft)))
    lists.push(timed(() => changesOf(compareActs(base, draft))))
  }
  const own = median(redraws)
  report(
    'one keystroke in 11,000 units: redline',
    own,
    own,
    `worst ${Math.max(...redraws).toFixed(1)}`,
  )
  report('one keystroke in 11,000 units: list of changes', median(lists), own)
}

/** Growth when the act doubles: twice is linear, four times is quadratic. */
function badCases(): void {
  const same = { paragraphs: 10, words: () => 'Исключен законом республики по этой статье.' }
  const usual = { paragraphs: 10, words: () => sentence(20) }
  const cases: readonly [string, (articles: number) => readonly [Act, Act]][] = [
    [
      'every word of every unit changed',
      (articles) => {
        const base = longAct({ ...usual, articles })
        return [base, withWords(base, () => sentence(20))]
      },
    ],
    [
      'every article in reverse order',
      (articles) => {
        const base = longAct({ ...usual, articles })
        return [base, base.type.create(base.attrs, unitsOf(base).toReversed())]
      },
    ],
    [
      'no ids, one paragraph repeated throughout',
      (articles) => {
        const base = longAct({ ...same, articles })
        return [base, underNewIds(longAct({ ...same, articles }))]
      },
    ],
    [
      'no ids, every word changed',
      (articles) => {
        const base = longAct({ ...usual, articles })
        return [base, underNewIds(withWords(base, () => sentence(20)))]
      },
    ],
    [
      'no ids, every article in reverse order',
      (articles) => {
        const base = longAct({ ...usual, articles })
        return [base, underNewIds(base.type.create(base.attrs, unitsOf(base).toReversed()))]
      },
    ],
  ]
  for (const [name, make] of cases) {
    const half = compared(...make(500))
    report(`${name}, 5,500 units`, half, half)
    report(`${name}, 11,000 units`, compared(...make(1000)), half)
  }
}

peers()
keystrokes()
badCases()
