import { readFileSync } from 'node:fs'
import path from 'node:path'
import { present } from '#shared/base/assert.ts'
import { planRewrites } from '#shared/citation/rewrite.ts'
import { rewriteEdits } from '#shared/citation/rewrite-edits.ts'
import type { Rewrite } from '#shared/citation/rewrite-value.ts'
import {
  type Act,
  bodyOf,
  isLanguage,
  type Language,
  makeAct,
  makeParagraph,
  makeUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitId,
  unitsOf,
  walkUnits,
} from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { applyEditsToAct, findUnit } from '#shared/structure/apply-edit.ts'
import { blockText } from '#shared/structure/canonical-text.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'

/** A sentence, a change of the act that it stands in, and the sentence after the change. */
export interface RewriteCase {
  readonly sentence: string
  readonly change: string
  /** With `?` before it: proposed, and left to the drafter. */
  readonly expected: string
}

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/rewrites')

/** The cases of a file named for its profile: `kz-law-ru.txt`; a line each, parted by ` | `. */
export function rewriteCases(file: string): readonly RewriteCase[] {
  return readFileSync(path.join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [sentence = '', change = '', expected = ''] = line.split(' | ')
      return { sentence, change, expected: expected === '=' ? sentence : expected }
    })
}

/**
 * Carries out a case. The act has articles 1 to 45, nine to a chapter; each has paragraphs 1 to 6, each
 * of those own words, points 1) to 5), and two unnumbered parts; point 1) has two indents. Articles 30
 * to 32 have own words and three unnumbered parts, 33 to 35 own words and points 1) to 8) alone.
 * The sentence stands in paragraph 3 of article 40, or where `@9.1` says.
 */
export function outcomeOf(file: string, { sentence, change }: RewriteCase) {
  const [tradition = '', profile = '', language] = path.basename(file, '.txt').split('-')
  if (!isLanguage(language)) throw new Error(`${file} is not named for a profile`)
  const words = change.split(/\s+/u)
  const place = words.find((word) => /^@[\d.~]+$/u.test(word))?.slice(1) ?? '40.3'
  const base = actOf(tradition, profile, language)
  const citing = idAt(base, place)
  const before = done(base, [
    { kind: 'setText', unit: citing, heading: null, body: [makeParagraph(sentence)] },
  ])
  const heirs = new Map<UnitId, readonly UnitId[]>()
  let after = before
  let numbered: readonly UnitEdit[] = []
  for (const word of words) {
    if (/^@[\d.~]+$/u.test(word)) continue
    const edits = editsFor(before, after, word.replace(/^@/u, place), heirs)
    if (/=\d/.test(word)) numbered = [...numbered, ...edits]
    else after = done(after, edits)
  }
  after = done(after, numbered)
  const plan = planRewrites(before, after, { heirs })
  const rewritten = done(after, rewriteEdits(after, plan))
  const unit = present(findUnit(rewritten, citing), 'the citing unit stays').unit
  const text = bodyOf(unit).map(blockText).join(' ')
  return { before, after, rewritten, plan, citing, text: proposed(text, plan, citing) }
}

/** The sentence with what is to be checked put in, and a sign before it. */
function proposed(text: string, plan: readonly Rewrite[], citing: UnitId): string {
  const checks = plan.filter(({ from, kind }) => from === citing && kind === 'check')
  let words = text
  for (const { oldWords, newWords } of checks.toReversed()) {
    const at = words.lastIndexOf(oldWords)
    if (newWords !== null) words = words.slice(0, at) + newWords + words.slice(at + oldWords.length)
  }
  return checks.length > 0 ? `? ${words}` : words
}

function done(act: Act, edits: readonly UnitEdit[]): Act {
  const result = applyEditsToAct(act, edits)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

/** `+5` inserts, `-5` removes, `5.2>9.4` moves, `5.2:point` turns, `5=6` numbers, `5/` splits, `6^5` joins. */
function editsFor(
  before: Act,
  act: Act,
  word: string,
  heirs: Map<UnitId, readonly UnitId[]>,
): readonly UnitEdit[] {
  const [, from = '', sign = '', to = ''] =
    /^([c\d.~-]*\d)?([+>:=/^]|!|-(?=\d+$|\d+\.)|\+)(.*)$/u.exec(word) ?? []
  if (word.startsWith('+')) return inserted(act, word.slice(1), unitId(`new-${word}`))
  if (word.startsWith('-')) return removed(act, word.slice(1))
  switch (sign) {
    case '>':
      return moved(act, idAt(act, from), to)
    case ':':
      return [{ kind: 'setKind', unit: idAt(act, from), to: kindNamed(to) }]
    case '=':
      return [{ kind: 'setLabel', unit: idAt(before, from), label: to, num: null }]
    case '!':
      return [{ kind: 'setState', unit: idAt(act, from), state: 'repealed' }]
    case '/': {
      const unit = idAt(act, from)
      const fresh = unitId(`${unit}-split`)
      heirs.set(unit, [unit, fresh])
      return inserted(act, next(from), fresh)
    }
    case '^': {
      const [unit, into] = [idAt(act, from), idAt(act, to)]
      heirs.set(unit, [into])
      return removed(act, from)
    }
    default:
      throw new Error(`no change is written ${word}`)
  }
}

function kindNamed(name: string): UnitKind {
  const kinds: readonly UnitKind[] = ['article', 'paragraph', 'point', 'subparagraph', 'subsection']
  return present(
    kinds.find((kind) => kind === name),
    `a kind is named ${name}`,
  )
}

function next(address: string): string {
  return address.replace(/\d+$/u, (n) => String(Number(n) + 1))
}

interface Spot {
  readonly parent: Unit | Act
  readonly n: number
  readonly kind: UnitKind
}

/** Where a unit of that address stands or would stand. */
function spot(act: Act, address: string): Spot {
  const chapter = /^c(\d+)$/u.exec(address)
  if (chapter) return { parent: act, n: Number(chapter[1]), kind: 'chapter' }
  const [, outer = '', step = '', n = ''] = /^(.*?)([.~]?)(\d+(?:-\d+)?)$/u.exec(address) ?? []
  if (outer === '') {
    const home = articleHome(act, n)
    return {
      parent: home,
      n: Number(n.split('-')[0]),
      kind: unitAttrs(present(unitsOf(home)[0], 'a chapter has articles')).kind,
    }
  }
  const parent = present(findUnit(act, idAt(act, outer)), address).unit
  const kinds = unitsOf(parent).map((unit) => unitAttrs(unit))
  const labelled = kinds.find(({ label }) => label !== null)?.kind
  const kind =
    step === '~' ? (kinds.find(({ label }) => label === null)?.kind ?? 'subparagraph') : labelled
  return { parent, n: Number(n), kind: kind ?? (outer.includes('.') ? 'point' : 'paragraph') }
}

function articleHome(act: Act, label: string): Unit {
  const homes = unitsOf(act).filter((unit) => unitsOf(unit).length > 0)
  const n = Number(label.split('-')[0])
  const home = homes.findLast((unit) => {
    const first = unitsOf(unit)[0]
    return first && Number(unitAttrs(first).label) <= n
  })
  return present(home ?? homes[0], 'the act has chapters')
}

function idAt(act: Act, address: string): UnitId {
  const { parent, n, kind } = spot(act, address)
  const label = /\d+(?:-\d+)?$/u.exec(address)?.[0] ?? ''
  const units = unitsOf(parent).filter((unit) => unitAttrs(unit).kind === kind)
  const unit =
    address.includes('~') && unitAttrs(present(units[0], address)).label === null
      ? units[n - 2]
      : units.find((one) => unitAttrs(one).label === label)
  return unitAttrs(present(unit, `${address} is there`)).id
}

/** Puts a unit at an address; units from there on take the next numbers. */
function inserted(act: Act, address: string, id: UnitId): readonly UnitEdit[] {
  const { parent, n, kind } = spot(act, address)
  const row = rowOf(act, parent, kind)
  const unnumbered = address.includes('~')
  const label = unnumbered ? null : (/\d+(?:-\d+)?$/u.exec(address)?.[0] ?? '')
  const unit = makeUnit({ id, kind, label }, { body: [makeParagraph('New.')] })
  const before = row.filter(
    (one) => number(one) < n || (/-/.test(label ?? '') && number(one) === n),
  )
  const last = unnumbered ? row[n - 3] : before.at(-1)
  const after =
    last && unitsOf(parent).includes(last) ? unitAttrs(last).id : lastNumbered(parent, kind)
  const shift =
    unnumbered || /-/.test(label ?? '')
      ? []
      : renumbered(
          row.filter((one) => number(one) >= n),
          1,
        )
  return [...shift, { kind: 'insert', unit, at: { parent: parentId(parent), after } }]
}

function lastNumbered(parent: Unit | Act, kind: UnitKind): UnitId | null {
  const before = unitsOf(parent).findLast(
    (unit) => unitAttrs(unit).kind !== kind && kind === 'subparagraph',
  )
  return before ? unitAttrs(before).id : null
}

function removed(act: Act, address: string): readonly UnitEdit[] {
  const { parent, n, kind } = spot(act, address)
  const row = rowOf(act, parent, kind)
  const shift = address.includes('~')
    ? []
    : renumbered(
        row.filter((one) => number(one) > n),
        -1,
      )
  return [{ kind: 'remove', unit: idAt(act, address) }, ...shift]
}

/** Takes a unit to an address; it becomes of the kind that stands there, and both rows are numbered anew. */
function moved(act: Act, unit: UnitId, to: string): readonly UnitEdit[] {
  const path = present(findUnit(act, unit), unit)
  const { kind, label } = unitAttrs(path.unit)
  const from = present(path.parents.at(-1), 'a unit has a parent')
  const old = rowOf(act, from, kind).filter((one) => number(one) > Number(label))
  const closing = label === null ? [] : renumbered(old, -1)
  const without = done(act, closing)
  const target = spot(without, to)
  const row = rowOf(without, target.parent, target.kind).filter((one) => unitAttrs(one).id !== unit)
  const last = row.filter((one) => number(one) < target.n).at(-1)
  const opening = renumbered(
    row.filter((one) => number(one) >= target.n),
    1,
  )
  return [
    ...closing,
    ...opening,
    {
      kind: 'move',
      unit,
      to: {
        parent: parentId(target.parent),
        after: last && unitsOf(target.parent).includes(last) ? unitAttrs(last).id : null,
      },
    },
    { kind: 'setKind', unit, to: target.kind },
    { kind: 'setLabel', unit, label: String(target.n), num: null },
  ]
}

function rowOf(act: Act, parent: Unit | Act, kind: UnitKind): readonly Unit[] {
  const row: Unit[] = []
  if (kind === 'article' || kind === 'section')
    walkUnits(act, (unit) => unitAttrs(unit).kind === kind && row.push(unit))
  else row.push(...unitsOf(parent).filter((unit) => unitAttrs(unit).kind === kind))
  return row
}

function number(unit: Unit): number {
  return Number(unitAttrs(unit).label?.split('-')[0] ?? Number.NaN)
}

function renumbered(units: readonly Unit[], by: number): readonly UnitEdit[] {
  return units.map((unit) => {
    const { id, label } = unitAttrs(unit)
    const shifted = (label ?? '').replace(/^\d+/u, (n) => String(Number(n) + by))
    return { kind: 'setLabel', unit: id, label: shifted, num: null }
  })
}

function parentId(parent: Unit | Act): UnitId | null {
  return parent.type.name === 'act' ? null : unitAttrs(parent).id
}

const acts = new Map<string, Act>()

function actOf(tradition: string, profile: string, language: Language): Act {
  const key = `${tradition} ${profile} ${language}`
  const known = acts.get(key)
  if (known) return known
  const article = tradition === 'plain' ? 'section' : 'article'
  const small =
    tradition === 'plain'
      ? (['subsection', 'paragraph'] as const)
      : (['paragraph', 'point'] as const)
  const unit = (id: string, kind: UnitKind, label: string | null, units: readonly Unit[] = []) =>
    makeUnit(
      { id: unitId(id), kind, label },
      { body: kind === 'chapter' ? [] : [makeParagraph('Words.')], units },
    )
  const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
  const letter = (n: number) => (tradition === 'plain' ? String.fromCharCode(96 + n) : String(n))
  const parts = (id: string, n: number) =>
    range(n).map((i) => unit(`${id}~${i + 1}`, 'subparagraph', null))
  const points = (id: string, n: number) =>
    range(n).map((i) =>
      unit(
        `${id}.${i}`,
        small[1],
        letter(i),
        i === 1 ? [2, 3].map((k) => unit(`${id}.${i}~${k}`, 'alinea', null)) : [],
      ),
    )
  const inArticle = (n: number): readonly Unit[] => {
    if (n >= 30 && n <= 32) return parts(`a${n}`, 3)
    if (n >= 33 && n <= 35) return points(`a${n}`, 8)
    return range(6).map((i) => {
      const id = `a${n}.${i}`
      return unit(id, small[0], String(i), [...points(id, 5), ...parts(id, 2)])
    })
  }
  const chapters = range(5).map((c) =>
    unit(
      `c${c}`,
      'chapter',
      String(c),
      range(9).map((i) => {
        const n = (c - 1) * 9 + i
        return unit(`a${n}`, article, String(n), inArticle(n))
      }),
    ),
  )
  const made = makeAct({ id: 'act', language, tradition, profile }, chapters)
  acts.set(key, made)
  return made
}
