import { textHash } from '../base/text-hash.ts'
import { type Act, bodyOf, headingOf, type Unit, unitAttrs, unitsOf } from '../schema/act.ts'
import { withoutSource } from '../schema/source.ts'
import { profileOf } from '../tradition/profiles.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import { bagLikeness, bagOf, type WordBag } from './likeness.ts'

/** Units shorter than this, such as «Исключен.», say too little to be recognized in another place. */
const MIN_TELLING_WORDS = 4

/** Share of own words that units of the same number must have in common to be the same unit. */
const LIKE_AT_SAME_PLACE = 0.35

/** The same for units found anywhere by their rare words. */
const LIKE_ANYWHERE = 0.5

/** A word in more units than this is no rare one: looking all of them up would be quadratic. */
const MAX_UNITS_OF_RARE_WORD = 24

/** Rare words of a unit that are looked up, and units so found that are compared. */
const RARE_WORDS = 8
const COMPARED = 6

/**
 * Pairs units of acts that share no ids by what they say, base unit by draft unit. First what is equal
 * and stands once; then holders of paired units; then the same number with like words; then units of
 * like words anywhere; last what is left under paired parents, by number and order. Every step is
 * linear or bounded, so that the whole is.
 */
export function pairByContent(base: Act, draft: Act): ReadonlyMap<Unit, Unit> {
  const pairs = new ContentPairs(entriesOf(base), entriesOf(draft))
  pairs.pairEqual()
  pairs.pairHolders()
  pairs.pairSamePlaces()
  pairs.pairRareWords()
  pairs.pairHolders()
  pairs.pairLeftovers()
  return pairs.byDraftUnit()
}

interface Entry {
  readonly unit: Unit
  readonly parent: Entry | undefined
  children: readonly Entry[]
  /** All that the unit and the units in it say, ids left out. */
  content: string
  /** Kinds and labels from the outermost numbered unit whose series matters. */
  readonly path: string
  readonly bag: WordBag
  /** Words of the unit with the units in it. */
  words: number
  partner: Entry | undefined
}

function entriesOf(act: Act): readonly Entry[] {
  const profile = profileOf(act)
  const all: Entry[] = []
  for (const unit of unitsOf(act)) addEntry(all, unit, undefined, profile)
  return all
}

function addEntry(all: Entry[], unit: Unit, parent: Entry | undefined, profile: Profile): Entry {
  const { kind, label, num, state } = unitAttrs(unit)
  const inAct = styleOf(profile, kind)?.series === 'act' && label !== null
  const path = `${inAct ? '' : (parent?.path ?? '')}/${kind}:${label ?? ''}`
  const heading = headingOf(unit)
  const own = [...(heading ? [heading] : []), ...bodyOf(unit)]
  const bag = bagOf(
    own.map((block) => block.textBetween(0, block.content.size, ' ', ' ')).join(' '),
  )
  const entry: Entry = {
    unit,
    parent,
    children: [],
    content: '',
    path,
    bag,
    words: bag.size,
    partner: undefined,
  }
  all.push(entry)
  const inner = unitsOf(unit).map((child) => addEntry(all, child, entry, profile))
  const said = own.map((block) => withoutSource(block).toJSON())
  const ownContent = JSON.stringify([kind, label, num, state, said])
  entry.children = inner
  entry.content = `${ownContent}(${inner.map(({ content }) => textHash(content)).join()})`
  entry.words += inner.reduce((sum, { words }) => sum + words, 0)
  return entry
}

class ContentPairs {
  private readonly a: readonly Entry[]
  private readonly b: readonly Entry[]

  constructor(a: readonly Entry[], b: readonly Entry[]) {
    this.a = a
    this.b = b
  }

  byDraftUnit(): ReadonlyMap<Unit, Unit> {
    return new Map(this.b.flatMap(({ unit, partner }) => (partner ? [[unit, partner.unit]] : [])))
  }

  /** Equal units that stand once on each side are the same, with all units in them. */
  pairEqual(): void {
    const onceA = once(this.a, ({ content }) => content)
    for (const [content, b] of once(this.b, (entry) => entry.content)) {
      const a = onceA.get(content)
      if (a && a.words >= MIN_TELLING_WORDS) pairWhole(a, b)
    }
  }

  /** A holder is the unit that holds most of what it held. */
  pairHolders(): void {
    for (const a of this.a.toReversed()) {
      if (a.partner || a.children.length === 0) continue
      const votes = new Map<Entry, number>()
      for (const { partner } of a.children) {
        const holder = partner?.parent
        if (holder && !holder.partner) votes.set(holder, (votes.get(holder) ?? 0) + 1)
      }
      const [best] = [...votes].sort(([, x], [, y]) => y - x)
      if (best && best[1] * 2 > a.children.length) pairUp(a, best[0])
    }
  }

  pairSamePlaces(): void {
    const open = once(this.a.filter(isOpen), ({ path }) => path)
    for (const [path, b] of once(this.b.filter(isOpen), (entry) => entry.path)) {
      const a = open.get(path)
      if (a && bagLikeness(a.bag, b.bag) >= LIKE_AT_SAME_PLACE) pairUp(a, b)
    }
  }

  pairRareWords(): void {
    const index = new Map<string, Entry[]>()
    for (const entry of this.a.filter(isOpen)) {
      if (entry.bag.size < MIN_TELLING_WORDS) continue
      for (const word of entry.bag.counts.keys()) {
        const holders = index.get(word)
        if (holders) holders.push(entry)
        else index.set(word, [entry])
      }
    }
    const found = this.b.filter(isOpen).flatMap((b) => likest(b, index))
    for (const { a, b } of found.sort((x, y) => y.value - x.value)) pairUp(a, b)
  }

  /** Under paired parents: equal units in order, then the same number, then the only ones left. */
  pairLeftovers(): void {
    pairInOrder(this.a.filter(isTop), this.b.filter(isTop))
    for (const a of this.a) if (a.partner) pairInOrder(a.children, a.partner.children)
  }
}

function isOpen(entry: Entry): boolean {
  return entry.partner === undefined
}

function isTop(entry: Entry): boolean {
  return entry.parent === undefined
}

interface Likeness {
  readonly a: Entry
  readonly b: Entry
  readonly value: number
}

function likest(b: Entry, index: ReadonlyMap<string, readonly Entry[]>): readonly Likeness[] {
  const rare = [...b.bag.counts.keys()]
    .flatMap((word) => {
      const holders = index.get(word)
      return holders && holders.length <= MAX_UNITS_OF_RARE_WORD ? [holders] : []
    })
    .sort((x, y) => x.length - y.length)
    .slice(0, RARE_WORDS)
  const votes = new Map<Entry, number>()
  for (const holder of rare.flat()) votes.set(holder, (votes.get(holder) ?? 0) + 1)
  return [...votes]
    .sort(([, x], [, y]) => y - x)
    .slice(0, COMPARED)
    .flatMap(([a]) => {
      const value = bagLikeness(a.bag, b.bag)
      const sameKind = a.unit.attrs['kind'] === b.unit.attrs['kind']
      return sameKind && value >= LIKE_ANYWHERE ? [{ a, b, value }] : []
    })
}

function pairInOrder(a: readonly Entry[], b: readonly Entry[]): void {
  pairQueues(a, b, ({ content }) => content)
  pairQueues(a, b, ({ unit, bag }) => {
    const { kind, label } = unitAttrs(unit)
    return label === null && bag.size > 0 ? undefined : `${kind}:${label ?? ''}`
  })
  const [leftA, moreA] = a.filter(isOpen)
  const [leftB, moreB] = b.filter(isOpen)
  if (!leftA || !leftB || moreA || moreB) return
  const value = bagLikeness(leftA.bag, leftB.bag)
  if (leftA.unit.attrs['kind'] === leftB.unit.attrs['kind'] && value >= LIKE_AT_SAME_PLACE) {
    pairUp(leftA, leftB)
  }
}

function pairQueues(
  a: readonly Entry[],
  b: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
): void {
  const waiting = new Map<string, Entry[]>()
  for (const entry of a.filter(isOpen).toReversed()) {
    const key = keyOf(entry)
    if (key === undefined) continue
    const queue = waiting.get(key)
    if (queue) queue.push(entry)
    else waiting.set(key, [entry])
  }
  for (const entry of b.filter(isOpen)) {
    const key = keyOf(entry)
    const first = key === undefined ? undefined : waiting.get(key)?.pop()
    if (first) pairUp(first, entry)
  }
}

function pairUp(a: Entry, b: Entry): void {
  if (a.partner || b.partner) return
  a.partner = b
  b.partner = a
}

function pairWhole(a: Entry, b: Entry): void {
  pairUp(a, b)
  for (const [i, child] of a.children.entries()) {
    const other = b.children[i]
    if (other) pairWhole(child, other)
  }
}

/** Entries by key, of the keys that only one entry has. */
function once(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, Entry> {
  const byKey = new Map<string, Entry>()
  const again = new Set<string>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (byKey.has(key)) again.add(key)
    else byKey.set(key, entry)
  }
  for (const key of again) byKey.delete(key)
  return byKey
}
