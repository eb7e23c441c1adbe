import { type Act, type Unit, unitsOf, walkUnits } from '../schema/act.ts'

/** The units of an act by a key of theirs; goes along from draft to draft at the cost of what changed. */
export class UnitIndex {
  private act: Act
  private readonly keyOf: (unit: Unit) => string
  /** `null` for a key that several units have. */
  private units = new Map<string, Unit | null>()

  constructor(act: Act, keyOf: (unit: Unit) => string) {
    this.act = act
    this.keyOf = keyOf
    this.addAll(act)
  }

  /** The only unit of that key; several of one key cannot be told apart. */
  find(key: string): Unit | undefined {
    return this.units.get(key) ?? undefined
  }

  /** Makes it the index of another act, of which it knows what both share. */
  moveTo(act: Act): this {
    const gone: Unit[] = []
    const come: Unit[] = []
    this.differ(this.act, act, gone, come)
    this.act = act
    const isKnown = gone.every((unit) => this.units.get(this.keyOf(unit)) === unit)
    if (isKnown) {
      for (const unit of gone) this.units.delete(this.keyOf(unit))
      for (const unit of come) this.add(unit)
    } else {
      this.units = new Map()
      this.addAll(act)
    }
    return this
  }

  private addAll(holder: Act | Unit): void {
    for (const unit of unitsOf(holder)) {
      this.add(unit)
      this.addAll(unit)
    }
  }

  private add(unit: Unit): void {
    const key = this.keyOf(unit)
    const known = this.units.size
    this.units.set(key, unit)
    if (this.units.size === known) this.units.set(key, null)
  }

  private differ(before: Act | Unit, after: Act | Unit, gone: Unit[], come: Unit[]): void {
    const [olds, news] = [unitsOf(before), unitsOf(after)]
    let start = 0
    let end = 0
    const least = Math.min(olds.length, news.length)
    while (start < least && olds[start] === news[start]) start++
    while (end < least - start && olds.at(-1 - end) === news.at(-1 - end)) end++
    const old = olds.slice(start, olds.length - end)
    const now = news.slice(start, news.length - end)
    gone.push(...old)
    come.push(...now)
    const [onlyOld, onlyNow] = [old[0], now[0]]
    if (old.length === 1 && now.length === 1 && onlyOld && onlyNow) {
      this.differ(onlyOld, onlyNow, gone, come)
      return
    }
    for (const unit of old) walkUnits(unit, (inner) => gone.push(inner))
    for (const unit of now) walkUnits(unit, (inner) => come.push(inner))
  }
}
