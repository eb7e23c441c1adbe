import type { ChangedBy, Redline, UnitRedline } from '#shared/diff/redline.ts'
import { type AuthoredSpan, type Authors, signRedline } from '#shared/diff/sign.ts'
import { bodyOf, headingOf, type Unit, type UnitId, unitAttrs } from '#shared/schema/act.ts'
import { Chance } from './chance.ts'

/** Three people, two of whom work in minutes that Word files tell apart only by their author. */
const PEOPLE: readonly ChangedBy[] = [
  { author: 'Дана & Ко', date: '2026-11-24T08:00:10Z' },
  { author: 'Дана & Ко', date: '2026-11-23T08:02:00Z' },
  { author: 'Ерлан', date: '2026-11-24T08:00:00Z' },
]

/** The redline signed at random: units, and words within them, by several people or nobody. */
export function randomlySigned(redline: Redline, seed: number): Redline {
  return signRedline(redline, new RandomAuthors(redline, seed))
}

class RandomAuthors extends Chance implements Authors {
  private readonly units = new Map<UnitId, UnitRedline>()
  /** One for both places of a moved unit. */
  private readonly authors = new Map<UnitId, ChangedBy | undefined>()

  constructor(redline: Redline, seed: number) {
    super(seed)
    const collect = (unit: UnitRedline): void => {
      const node = unit.unitB ?? unit.unitA
      if (node) this.units.set(unitAttrs(node).id, unit)
      unit.units.forEach(collect)
    }
    redline.units.forEach(collect)
  }

  unit(unit: UnitId): ChangedBy | undefined {
    if (!this.authors.has(unit)) this.authors.set(unit, this.somebody())
    return this.authors.get(unit)
  }

  written(unit: UnitId, block: number): readonly AuthoredSpan[] {
    return this.spans(this.units.get(unit)?.unitB, block)
  }

  deleted(unit: UnitId, block: number): readonly AuthoredSpan[] {
    return this.spans(this.units.get(unit)?.unitA, block)
  }

  private somebody(): ChangedBy | undefined {
    return this.chance(0.2) ? undefined : this.pick(PEOPLE)
  }

  private spans(unit: Unit | undefined, block: number): readonly AuthoredSpan[] {
    const node = unit && (block < 0 ? headingOf(unit) : bodyOf(unit)[block])
    const text = node?.textBetween(0, node.content.size, undefined, '\uFFFC') ?? ''
    return (text.match(/\s*\S+\s*/g) ?? []).map(({ length }) => ({ length, by: this.somebody() }))
  }
}
