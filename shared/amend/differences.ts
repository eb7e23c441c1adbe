import type { Node } from 'prosemirror-model'
import { placeInWords } from '../citation/place.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import { profileOf } from '../tradition/profiles.ts'
import type { Profile } from '../tradition/tradition.ts'

/** One unit in which a text does not read as it should. */
export interface Difference {
  /** The unit of the text that is wanted; where it has none, of the one that holds the place. */
  readonly unit: UnitId | null
  readonly what: 'missing' | 'extra' | 'heading' | 'words'
  /** Where, in words: «пункт 2 статьи 44». */
  readonly at: string
  /** What was found and what was wanted; `null` for nothing. */
  readonly found: string | null
  readonly wanted: string | null
}

/**
 * Where an act does not say, unit for unit, what is wanted: kinds, numbers, headings, words, tables.
 * Aside stay ids, looks, blanks, publishers' notes and what stands below the title; units no longer in
 * force count as absent.
 */
export function differences(found: Act, wanted: Act): readonly Difference[] {
  const comparison = new Comparison(profileOf(wanted))
  comparison.children(found, wanted, [])
  return comparison.found
}

/** Units no longer in force, and a front page without a title, are no part of what law says. */
function liveUnits(parent: Act | Unit): readonly Unit[] {
  return unitsOf(parent).filter(
    (unit) =>
      unit.attrs['state'] !== 'repealed' &&
      (unit.attrs['kind'] !== 'preface' || headingWords(unit) !== null),
  )
}

class Comparison {
  readonly found: Difference[] = []
  private readonly profile: Profile

  constructor(profile: Profile) {
    this.profile = profile
  }

  children(a: Act | Unit, b: Act | Unit, parents: readonly Unit[]): void {
    const unitsA = liveUnits(a)
    const unitsB = liveUnits(b)
    const least = Math.min(unitsA.length, unitsB.length)
    let before = 0
    while (before < least && isNamedAlike(unitsA[before], unitsB[before])) before++
    let behind = 0
    while (behind < least - before && isNamedAlike(unitsA.at(-1 - behind), unitsB.at(-1 - behind)))
      behind++
    for (let i = 0; i < before; i++) this.unit(unitsA[i], unitsB[i], parents)
    const restA = unitsA.slice(before, unitsA.length - behind)
    const restB = unitsB.slice(before, unitsB.length - behind)
    this.unpaired(restA, restB, parents)
    for (let i = behind; i > 0; i--) this.unit(unitsA.at(-i), unitsB.at(-i), parents)
  }

  /** Units between those that stand alike on both sides: some are missing, some too many. */
  private unpaired(restA: readonly Unit[], restB: readonly Unit[], parents: readonly Unit[]): void {
    const waiting = [...restA]
    for (const unit of restB) {
      const at = waiting.findIndex((one) => isNamedAlike(one, unit))
      const [paired] = at < 0 ? [] : waiting.splice(at, 1)
      if (paired && at === 0) this.unit(paired, unit, parents)
      else this.tell('missing', unit, parents, null, wordsOf(unit))
    }
    for (const unit of waiting) {
      const holder = parents.at(-1)
      const id = holder ? unitAttrs(holder).id : null
      const at = placeInWords(this.profile, { unit, parents })
      this.found.push({ unit: id, what: 'extra', at, found: wordsOf(unit), wanted: null })
    }
  }

  private unit(a: Unit | undefined, b: Unit | undefined, parents: readonly Unit[]): void {
    if (!a || !b || a === b || a.content.eq(b.content)) return
    const headingA = headingWords(a)
    const headingB = headingWords(b)
    if (headingA !== headingB) this.tell('heading', b, parents, headingA, headingB)
    if (b.attrs['kind'] !== 'preface') {
      const bodyA = bodyWords(a)
      const bodyB = bodyWords(b)
      if (bodyA !== bodyB) this.tell('words', b, parents, bodyA, bodyB)
    }
    this.children(a, b, [...parents, b])
  }

  private tell(
    what: Difference['what'],
    unit: Unit,
    parents: readonly Unit[],
    found: string | null,
    wanted: string | null,
  ): void {
    const at = placeInWords(this.profile, { unit, parents })
    this.found.push({ unit: unitAttrs(unit).id, what, at, found, wanted })
  }
}

function isNamedAlike(a: Unit | undefined, b: Unit | undefined): boolean {
  if (!a || !b) return false
  const [one, other] = [unitAttrs(a), unitAttrs(b)]
  if (one.kind !== other.kind || one.label !== other.label) return false
  // Without a number to go by, what is printed in its place tells.
  return one.label !== null || one.num === other.num
}

function headingWords(unit: Unit): string | null {
  const heading = headingOf(unit)
  const words = heading ? plain(heading) : ''
  return words === '' ? null : words
}

function bodyWords(unit: Unit): string {
  return bodyOf(unit)
    .flatMap((block) => blockWords(block))
    .join('\n')
}

/** A paragraph on a line; a row of a table on a line, its cells parted by bars. */
function blockWords(block: Node): readonly string[] {
  if (block.type === schema.nodes.paragraph) {
    const words = plain(block)
    return words === '' ? [] : [words]
  }
  if (block.type !== schema.nodes.table) return []
  return block.children.map((row) => {
    const cells = row.children.map((cell) => {
      const spans = `${cell.attrs['colspan']}×${cell.attrs['rowspan']}`
      const words = cell.children.flatMap(blockWords).join(' ')
      return spans === '1×1' ? words : `${words} [${spans}]`
    })
    return `| ${cells.join(' | ')}`
  })
}

function plain(block: Node): string {
  return block.textBetween(0, block.content.size, ' ', ' ').replaceAll(/\s+/gu, ' ').trim()
}

function wordsOf(unit: Unit): string {
  const words = unit.textBetween(0, unit.content.size, ' ', ' ').replaceAll(/\s+/gu, ' ').trim()
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}
