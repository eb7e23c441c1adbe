import type { Node } from 'prosemirror-model'
import type { Reference } from '../citation/reference.ts'
import { type OtherAct, referencesIn } from '../citation/references.ts'
import { type Act, type Unit, type UnitId, unitAttrs, walkUnits } from '../schema/act.ts'
import type { Footnote } from '../schema/footnote.ts'
import { sourceOf } from '../schema/source.ts'
import { eids } from '../structure/eid.ts'
import { printedNum } from '../structure/label.ts'
import { profileOf } from '../tradition/profiles.ts'
import type { Profile } from '../tradition/tradition.ts'
import type { Kept, KeptFrame } from './kept.ts'
import type { Marking } from './redline/marking.ts'
import { NOTHING_TOLD, type Told } from './told.ts'

/** Another act that citations name, with the IRI of its work. */
export interface CitedAkn extends OtherAct {
  readonly iri: string
}

/** The changes that made a text, as its metadata tells them. */
export type ChangesTold = Pick<Told, 'passive' | 'references'>

/** How the commands of an amending law are written, and what its metadata tells of them. */
export interface Modifications {
  /** The markup of the blocks that are one command; `undefined` if the first begins none. */
  markup(context: WriteContext, blocks: readonly Node[], within: string): Kept | undefined
  /** The words of a heading or of a block that is no command, with what they name linked. */
  words(context: WriteContext, node: Node, within: string): string | undefined
  /** Whether the numbers in a unit's words are those of the amended act. */
  speaksOfAmended(unit: UnitId): boolean
  /** Asked for when all commands are written. */
  told(context: WriteContext): Told
}

/** What the writing of one act keeps in mind. */
export class WriteContext {
  readonly act: Act
  readonly profile: Profile
  /** `akn:` where the frame writes its elements so. */
  readonly prefix: string
  /** The foreign frame that is kept; `null` where the frame is our own. */
  readonly frame: string | null
  /** Prefixes that the frame declares. */
  readonly declared: ReadonlySet<string>
  readonly notes: ReadonlyMap<string, Footnote>
  /** Ids of units in the text that the draft started from. */
  readonly originals: ReadonlyMap<UnitId, string>
  /** Old and new eIds of kept elements whose number changed. */
  readonly renamed = new Map<string, string>()
  /** What is known of the frames of units; `null`: nothing is to be kept. */
  readonly frames = new Map<Unit, KeptFrame | null>()
  /** The metadata of the document that an annex is. */
  readonly annexMeta: () => string
  /** The commands of an amending law. */
  readonly modifications: Modifications | undefined
  /** How both texts of a redline are told apart. */
  readonly marking: Marking | undefined
  /** Whether any markup of others was kept. */
  keepsForeign = false
  private readonly others: readonly CitedAkn[]
  private readonly eids: ReadonlyMap<UnitId, string>
  private readonly changes: ((context: WriteContext) => ChangesTold) | undefined
  private readonly counts = new Map<string, number>()
  private readonly written = new Set<string>()
  private readonly guids = new Set<string>()
  private standing: ReadonlySet<string> | undefined
  private parents: ReadonlyMap<Unit, readonly Unit[]> | undefined

  constructor(
    act: Act,
    frame: {
      readonly source: string | null
      readonly prefix: string
      readonly declared: ReadonlySet<string>
      readonly notes: ReadonlyMap<string, Footnote>
    },
    options: {
      readonly base?: Act | undefined
      readonly originals?: ReadonlyMap<UnitId, string> | undefined
      readonly others: readonly CitedAkn[]
      readonly annexMeta: () => string
      readonly modifications?: Modifications | undefined
      readonly marking?: Marking | undefined
      readonly changes?: ((context: WriteContext) => ChangesTold) | undefined
    },
  ) {
    this.annexMeta = options.annexMeta
    this.modifications = options.modifications
    this.marking = options.marking
    this.changes = options.changes
    this.act = act
    this.frame = frame.source
    this.prefix = frame.prefix
    this.declared = frame.declared
    this.notes = frame.notes
    this.profile = profileOf(act)
    this.others = options.others
    this.eids = options.marking?.eids ?? eids(act)
    this.originals = options.originals ?? (options.base ? eids(options.base) : new Map())
  }

  name(local: string): string {
    return `${this.prefix}${local}`
  }

  /** The eId of a unit whose markup we make; no other element of the document has it. */
  eid(unit: Unit): string {
    return this.unique(this.marking?.eid(unit) ?? this.eids.get(unitAttrs(unit).id) ?? 'nn')
  }

  /** An eId for a nameless element in a unit: `art_5__ref_2`. */
  innerEid(within: string, local: string): string {
    const stem = `${within === '' ? '' : `${within}__`}${local}_`
    for (;;) {
      const count = (this.counts.get(stem) ?? 0) + 1
      this.counts.set(stem, count)
      const candidate = `${stem}${count}`
      if (!this.isTaken(candidate)) {
        this.written.add(candidate)
        return candidate
      }
    }
  }

  /**
   * Kept markup, its ids marked as used. One that is used already, as in a copy or in a document that
   * repeats it, gives way to an id of its own; an empty one is none.
   */
  claimed(markup: string): string {
    const ids = [...markup.matchAll(EID)].flatMap(([, id]) => id || [])
    if (ids.every((id) => !this.written.has(id)) && new Set(ids).size === ids.length) {
      for (const id of ids) this.written.add(id)
      return markup
    }
    return markup.replaceAll(TAG, (tag) =>
      tag.replace(EID_PARTS, (whole, before: string, id: string, after: string) => {
        if (id !== '' && this.written.has(id)) return `${before}${this.unique(id)}${after}`
        this.written.add(id)
        return whole
      }),
    )
  }

  claimGuid(id: string): boolean {
    if (this.guids.has(id)) return false
    this.guids.add(id)
    return true
  }

  /** Current and original eIds of the units that have other numbers than they began with. */
  moved(): readonly (readonly [current: string, original: string])[] {
    return [...this.eids].flatMap(([id, current]) => {
      const original = this.originals.get(id)
      return original === undefined || original === current ? [] : [[current, original] as const]
    })
  }

  /** The references in a unit's own words; `block` counts as in {@link Reference.block}. */
  referencesOf(unit: Unit): readonly Reference[] {
    if (this.modifications?.speaksOfAmended(unitAttrs(unit).id)) return []
    if (this.marking) return this.marking.referencesOf(unit)
    this.parents ??= parentsIn(this.act)
    const parents = this.parents.get(unit) ?? []
    return referencesIn(this.act, { unit, parents }, this.others)
  }

  /** Where a reference leads: a place in this document or in another act. */
  href(target: Reference['targets'][number]): string | undefined {
    const { act, unit } = target
    if (act === null) return unit === null ? undefined : `#${this.current(unit)}`
    const other = this.others.find(({ id }) => id === act)
    if (!other) return undefined
    const portion = unit === null ? undefined : eids(other.act).get(unit)
    return portion === undefined ? other.iri : `${other.iri}/~${portion}`
  }

  private readonly kept = new Map<UnitId, string>()

  /** Notes that a unit keeps another eId than we would give it. */
  keepEid(unit: Unit, eid: string): void {
    // What others left empty, or gave with white space in it, is no name.
    const isName = /^\S+$/.test(eid)
    if (isName && !this.marking?.isGone(unit)) this.kept.set(unitAttrs(unit).id, eid)
  }

  /** The eIds of all units that were written. */
  get unitEids(): ReadonlyMap<UnitId, string> {
    return this.kept
  }

  /** What the metadata tells besides; asked for when the units are written. */
  told(): Told {
    const told = this.modifications?.told(this) ?? this.marking?.told() ?? NOTHING_TOLD
    const { passive = [], references = [] } = this.changes?.(this) ?? {}
    return { ...told, passive, references: [...told.references, ...references] }
  }

  /** The printed number, where one text at least has one. */
  numOf(unit: Unit): string | undefined {
    if (!this.marking) return printedNum(this.profile, unit)
    const { base, draft } = this.marking.numsOf(unit)
    return draft ?? base
  }

  eidKept(unit: Unit): string | undefined {
    return this.kept.get(unitAttrs(unit).id)
  }

  /** Whether attributes of our namespace may stand anywhere. */
  get isOurs(): boolean {
    return this.declared.has('bapta')
  }

  private current(unit: UnitId): string {
    return this.kept.get(unit) ?? this.eids.get(unit) ?? 'nn'
  }

  /** The id for an element of ours, told apart from another that has it. */
  unique(eid: string): string {
    let candidate = eid
    for (let n = 2; this.isTaken(candidate); n++) candidate = `${eid}_${n}`
    this.written.add(candidate)
    return candidate
  }

  private isTaken(id: string): boolean {
    this.standing ??= this.frame === null ? new Set<string>() : idsInSources(this.act)
    return this.written.has(id) || this.standing.has(id)
  }
}

function parentsIn(act: Act): ReadonlyMap<Unit, readonly Unit[]> {
  const parents = new Map<Unit, readonly Unit[]>()
  walkUnits(act, (unit, around) => parents.set(unit, around))
  return parents
}

/** Every eId in foreign markup, kept or not. */
function idsInSources(act: Act): ReadonlySet<string> {
  const ids = new Set<string>()
  const visit = (node: Node): void => {
    for (const [, id] of (sourceOf(node) ?? '').matchAll(EID)) if (id) ids.add(id)
    if (!node.inlineContent) node.children.forEach(visit)
  }
  visit(act)
  return ids
}

const TAG = /<[^\s>/!?](?:[^>"']|"[^"]*"|'[^']*')*>/g
const EID_PARTS = /(\seId\s*=\s*["'])([^"']*)(["'])/
const EID = /\seId\s*=\s*["']([^"']*)["']/g
