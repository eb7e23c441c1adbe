import { present } from '../../base/assert.ts'
import type { Redline, UnitRedline } from '../../diff/redline.ts'
import { type Act, titleOf, type Unit, type UnitId, unitAttrs, unitsOf } from '../../schema/act.ts'
import type { Wording } from '../../schema/wordings.ts'
import { styleOf } from '../../tradition/tradition.ts'
import type { Address } from '../address.ts'
import type { Instruction } from '../instruction.ts'
import type { QuotedUnit } from '../quoted-unit.ts'
import { type Addresses, isLive } from './addresses.ts'
import type { Made } from './made.ts'
import { type Moves, movesIn, standingPair } from './moves.ts'
import type { DeriveOptions } from './options.ts'
import { inOrder, type Renumbering } from './order.ts'
import {
  bodyInstructions,
  headingInstructions,
  type Manner,
  partInstructions,
  quotedInForce,
} from './own-words.ts'
import { placeFor } from './places.ts'
import { restates, scheduled } from './schedule.ts'
import { type Throughout, throughoutOf } from './throughout.ts'
import { quotedLength } from './words.ts'

/** Quoted characters against those of the unit: a law longer than the text it makes is restated. */
const MAX_SHARE = 0.75

/** So few instructions are read at a glance, whatever they quote. */
const FEW = 3

/** What is done to the units of one parent, in the steps in which addresses hold. */
interface Steps {
  /** In place, by the numbers of the base. */
  readonly changes: Made[]
  /** Of units that are counted, the last first: so that the count before them stays. */
  readonly gone: Made[]
  readonly renumberings: Renumbering[]
  /** Behind the renumberings, for they use numbers that those set free. */
  readonly arrivals: Made[]
}

interface Memo {
  readonly addresses: Addresses
  /** The substitutions that were left to be said once, and the moves, as JSON. */
  readonly key: string
  readonly made: readonly Made[] | undefined
}

const known = new WeakMap<UnitRedline, Memo>()

const emptySteps = (): Steps => ({ changes: [], gone: [], renumberings: [], arrivals: [] })

/** The derivation of one law: what is done to each unit, or that its parent must be restated. */
export class Deriving {
  private readonly addresses: Addresses
  private readonly draft: Act
  private readonly options: DeriveOptions
  /** Steps of units whose numbers run through the act, wherever they stand. */
  private readonly through = emptySteps()
  private renumbersThrough = false
  private throughout: Throughout | undefined
  private moves: Moves = new Map()
  /** What changes in a unit before it moves. */
  private readonly changedFirst = new Map<string, readonly Made[]>()
  /** What else the instructions of a unit were made by. */
  private key = ''

  constructor(addresses: Addresses, draft: Act, options: DeriveOptions) {
    this.addresses = addresses
    this.draft = draft
    this.options = options
  }

  /** `undefined` where only the act as a whole can be restated. */
  act(redline: Redline): readonly Made[] | undefined {
    const { units } = redline
    const { wordings, fallback } = this.options
    const mayBeLeft = (id: UnitId) =>
      wordings.default === 'minimal' && !wordings.units.has(id) && !fallback.has(id)
    this.throughout = throughoutOf(redline, this.draft, mayBeLeft)
    const throughout = this.throughout?.changes ?? []
    this.renumbersThrough = this.hasRenumberedThrough(units)
    this.moves = this.movesOf(redline, mayBeLeft)
    const pairs = throughout.map(({ instruction }) => instruction.pairs)
    this.key = JSON.stringify([pairs, ...[...this.moves.values()].map((one) => one.instruction)])
    const inner = this.siblings(units, this.addresses.act, this.draft, [])
    if (!inner) return undefined
    const made = [...this.title(units), ...inner]
    const ordered = inOrder(this.through.renumberings, this.numbersThrough())
    const last = throughout.map((one): Made => ({ ...one, unit: null }))
    if (!ordered) return undefined
    const all = [...made, ...ordered, ...this.through.arrivals, ...last]
    return this.options.moves === 'told' ? (scheduled(all, this.addresses) ?? all) : all
  }

  /** What is told as a move; of a unit that changes too only where its changes are said before it goes. */
  private movesOf(redline: Redline, mayMove: (id: UnitId) => boolean): Moves {
    const { moves } = this.options
    if (moves === 'apart' || this.renumbersThrough) return new Map()
    const found = movesIn(redline, this.draft, this.addresses, {
      mayMove,
      plain: moves === 'plain',
    })
    const told = [...found].filter(([move, { instruction, unitA, unitB, changes }]) => {
      if (!changes) return true
      const pair = standingPair(this.addresses.act, unitA, unitB)
      const made = pair?.unitB && this.changed(pair, unitA, pair.unitB)
      if (!made || restates(made, instruction.at)) return false
      this.changedFirst.set(move, made)
      return true
    })
    return new Map(told)
  }

  /** A new title where what stands around the old one has changed too much to be the same unit. */
  private title(redlines: readonly UnitRedline[]): readonly Made[] {
    const stands = redlines.some(
      (one) => fateOf(one).stands && one.unitA?.attrs['kind'] === 'preface',
    )
    const title = titleOf(this.draft).trim()
    if (stands || title === titleOf(this.addresses.act).trim()) return []
    const heading = title === '' ? null : title
    return [{ instruction: { kind: 'restateHeading', at: [], heading }, unit: null }]
  }

  /** The units of a parent that stands in both texts. */
  private siblings(
    redlines: readonly UnitRedline[],
    parentA: Act | Unit,
    parentB: Act | Unit,
    into: Address | undefined,
  ): readonly Made[] | undefined {
    const steps = emptySteps()
    const renumbers = redlines.some((one) => fateOf(one).stands && isRenumbered(one))
    let counts = false
    for (const redline of redlines) {
      const { unitA, unitB } = redline
      const fate = fateOf(redline)
      if (!fate.stands && (unitA ?? unitB)?.attrs['kind'] === 'preface') continue
      if (fate.stands && unitA && unitB) {
        const made = this.standing(redline, unitA, unitB)
        if (!made || !this.renumber(unitA, unitB, steps)) return undefined
        steps.changes.push(...made)
      }
      if (fate.goes && unitA) {
        const gone = this.leaving(redline, unitA)
        if (!gone) return undefined
        if (unitA.attrs['label'] === null) steps.gone.unshift(gone)
        else steps.changes.push(...this.changesBefore(redline), gone)
      }
      if (fate.comes && unitB && !this.moves.has(redline.move ?? '')) {
        const come = this.insertion(unitB, parentB, into, redlines)
        if (!come) return undefined
        counts ||= unitB.attrs['label'] === null
        this.arrivalsOf(unitB, steps, renumbers).push(come)
      }
    }
    // Counted units that go and others that come would each change the count of the other.
    if (steps.gone.length > 0 && counts) return undefined
    const { renumberings } = steps
    const taken = renumberings.length > 0 ? numbersIn(parentA, redlines) : new Set<string>()
    const ordered = inOrder(renumberings, taken)
    return ordered && [...steps.changes, ...steps.gone, ...ordered, ...steps.arrivals]
  }

  private arrivalsOf(unit: Unit, steps: Steps, renumbers: boolean): Made[] {
    const { kind, label } = unitAttrs(unit)
    if (label !== null && this.addresses.runsThrough(kind))
      return this.renumbersThrough ? this.through.arrivals : steps.changes
    return renumbers || label === null ? steps.arrivals : steps.changes
  }

  /** What is done to an article stays the same object while its redline does. */
  private standing(redline: UnitRedline, unitA: Unit, unitB: Unit): readonly Made[] | undefined {
    const isKept = this.addresses.runsThrough(unitAttrs(unitA).kind) && this.isUndecided(unitB)
    const memo = isKept ? known.get(redline) : undefined
    if (memo?.addresses === this.addresses && memo.key === this.key) return memo.made
    const made = this.changed(redline, unitA, unitB)
    if (isKept) known.set(redline, { addresses: this.addresses, key: this.key, made })
    return made
  }

  /** Whether nobody chose how the unit, or one in it, is worded. */
  private isUndecided(unit: Unit): boolean {
    const { wordings, fallback } = this.options
    if (wordings.default !== 'minimal') return false
    const isFree = (one: Unit): boolean => {
      const { id } = unitAttrs(one)
      return !fallback.has(id) && this.asked(id) === undefined && unitsOf(one).every(isFree)
    }
    return (wordings.units.size === 0 && fallback.size === 0) || isFree(unit)
  }

  private changed(redline: UnitRedline, unitA: Unit, unitB: Unit): readonly Made[] | undefined {
    const { id, kind } = unitAttrs(unitB)
    const fallback = this.options.fallback.get(id)
    const asked = this.asked(id)
    const wording = asked ?? this.options.wordings.default
    const manner: Manner = {
      way: fallback === 'exact' ? 'exact' : 'brief',
      reading: asked === 'minimal' ? 'waived' : 'demanded',
    }
    const address = this.addresses.of(unitA)
    const own = this.own(redline, address, manner, id)
    if (own?.length === 0 && redline.units.length === 0) return own
    const inner = this.siblings(redline.units, unitA, unitB, address)
    if (own?.length === 0 && inner?.length === 0) return []
    const made = own && inner && [...own, ...inner]
    const restates = fallback === 'restate' || (wording === 'restate' && own?.length !== 0)
    const isSmall = asked === 'minimal' || asked === 'part'
    if (made && !restates && (isSmall || !this.isTooMuch(made, kind, unitB))) return made
    return this.restated(unitA, unitB, address)
  }

  private asked(id: UnitId): Wording | undefined {
    return this.options.wordings.units.get(id)
  }

  private own(
    redline: UnitRedline,
    address: Address | undefined,
    manner: Manner,
    unit: UnitId,
  ): readonly Made[] | undefined {
    if (redline.kind === 'kept' || this.throughout?.units.has(unit)) return []
    const isTitle = redline.unitA?.attrs['kind'] === 'preface'
    const probe = address ?? []
    const heading = headingInstructions(redline, isTitle ? [] : probe, manner)
    const part = this.asked(unit) === 'part' ? partInstructions(redline, probe) : undefined
    const body = part ?? bodyInstructions(redline, probe, manner)
    if (!body) return undefined
    const made = [...heading, ...body]
    if (made.length > 0 && !address) return undefined
    return made.map((instruction) => ({ instruction, unit }))
  }

  /** Whether the words of the law would be more than those of the unit, down from the article. */
  private isTooMuch(made: readonly Made[], kind: ReturnType<typeof unitAttrs>['kind'], unit: Unit) {
    if (made.length < FEW) return false
    const style = styleOf(this.addresses.profile, kind)
    if (style?.placement !== 'inline' && style?.series !== 'act') return false
    const quoted = made.reduce((sum, { instruction }) => sum + lengthOf(instruction), 0)
    return quoted > MAX_SHARE * unit.textContent.length
  }

  private restated(unitA: Unit, unitB: Unit, at: Address | undefined): readonly Made[] | undefined {
    const a = unitAttrs(unitA)
    const b = unitAttrs(unitB)
    if (!at || a.kind === 'preface') return undefined
    const unit = {
      ...quotedInForce(unitB),
      label: a.label,
      num: a.label === b.label ? b.num : a.num,
    }
    return [{ instruction: { kind: 'restateUnit', at, unit }, unit: b.id }]
  }

  private renumber(unitA: Unit, unitB: Unit, steps: Steps): boolean {
    const a = unitAttrs(unitA)
    const b = unitAttrs(unitB)
    if (a.label === b.label) return true
    const at = this.addresses.of(unitA)
    if (a.label === null || b.label === null || !at) return false
    const made: Made = { instruction: { kind: 'renumberUnit', at, to: b.label }, unit: b.id }
    const renumbering = { made, from: `${a.kind} ${a.label}`, to: `${a.kind} ${b.label}` }
    const runs = this.addresses.runsThrough(a.kind)
    ;(runs ? this.through : steps).renumberings.push(renumbering)
    return true
  }

  private leaving({ move, unitB }: UnitRedline, unit: Unit): Made | undefined {
    const told = this.moves.get(move ?? '')
    if (told && unitB) return { instruction: told.instruction, unit: unitAttrs(unitB).id }
    const at = this.addresses.of(unit)
    if (!at || unit.attrs['kind'] === 'preface') return undefined
    return { instruction: { kind: 'repealUnit', at, how: 'exclude' }, unit: unitAttrs(unit).id }
  }

  private changesBefore({ move = '' }: UnitRedline): readonly Made[] {
    return this.moves.has(move) ? (this.changedFirst.get(move) ?? []) : []
  }

  private insertion(
    unit: Unit,
    parent: Act | Unit,
    into: Address | undefined,
    redlines: readonly UnitRedline[],
  ): Made | undefined {
    if (!into || unit.attrs['kind'] === 'preface') return undefined
    const stood = (one: Unit) => redlines.some((each) => each.unitB === one && fateOf(each).stands)
    const place = placeFor(unit, parent, stood)
    if (!place) return undefined
    const { id, kind, label } = unitAttrs(unit)
    const before = unitsOf(parent)[unitsOf(parent).indexOf(unit) - 1]
    const isBehindItsKind = before !== undefined && before.attrs['kind'] === kind && isLive(before)
    const byNumber = label !== null && this.addresses.runsThrough(kind) && place.by === 'number'
    const target = byNumber && isBehindItsKind ? [] : into
    const quoted = quotedInForce(unit)
    return { instruction: { kind: 'insertUnit', into: target, unit: quoted, place }, unit: id }
  }

  private hasRenumberedThrough(redlines: readonly UnitRedline[]): boolean {
    return redlines.some((one) => {
      if (one.kind !== 'kept' && one.kind !== 'changed') return false
      const { kind } = unitAttrs(present(one.unitB, 'a standing unit'))
      if (isRenumbered(one) && this.addresses.runsThrough(kind)) return true
      return !this.addresses.runsThrough(kind) && this.hasRenumberedThrough(one.units)
    })
  }

  /** The numbers that run through the act, of units that stay. */
  private numbersThrough(): ReadonlySet<string> {
    const numbers = new Set<string>()
    if (this.through.renumberings.length === 0) return numbers
    const visit = (parent: Act | Unit): void => {
      for (const unit of unitsOf(parent)) {
        const { kind, label } = unitAttrs(unit)
        if (isLive(unit) && this.addresses.runsThrough(kind)) numbers.add(`${kind} ${label}`)
        visit(unit)
      }
    }
    visit(this.draft)
    for (const { from, to } of this.through.renumberings) {
      numbers.delete(to)
      numbers.add(from)
    }
    return numbers
  }
}

/** What becomes of a unit at one place; where its kind changes it goes and comes. */
interface Fate {
  readonly stands: boolean
  readonly goes: boolean
  readonly comes: boolean
}

/** A unit no longer in force counts as not there. */
function fateOf({ kind, unitA, unitB }: UnitRedline): Fate {
  const was = unitA !== undefined && kind !== 'movedTo' && isLive(unitA)
  const is = unitB !== undefined && kind !== 'movedFrom' && isLive(unitB)
  const stands = was && is && unitA.attrs['kind'] === unitB.attrs['kind']
  return { stands, goes: was && !stands, comes: is && !stands }
}

function isRenumbered({ unitA, unitB }: UnitRedline): boolean {
  return unitA?.attrs['label'] !== unitB?.attrs['label']
}

/** Numbers that units of the parent bear when all that goes is gone and nothing has come. */
function numbersIn(parent: Act | Unit, redlines: readonly UnitRedline[]): ReadonlySet<string> {
  const gone = new Set(redlines.filter((one) => fateOf(one).goes).map(({ unitA }) => unitA))
  return new Set(
    unitsOf(parent)
      .filter((unit) => isLive(unit) && !gone.has(unit))
      .map((unit) => `${unit.attrs['kind']} ${unit.attrs['label']}`),
  )
}

/** Characters that the instruction quotes, those of whole units among them. */
function lengthOf(instruction: Instruction): number {
  if (instruction.kind === 'restateUnit' || instruction.kind === 'insertUnit')
    return unitLength(instruction.unit)
  return quotedLength(instruction)
}

function unitLength({ heading, blocks, units }: QuotedUnit): number {
  const own = blocks.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : 0),
    heading?.length ?? 0,
  )
  return units.reduce((sum, unit) => sum + unitLength(unit), own)
}
