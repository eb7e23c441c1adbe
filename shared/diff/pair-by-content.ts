import type { Node } from 'prosemirror-model'
import { type Act, bodyOf, headingOf, type Unit, unitAttrs, unitsOf } from '../schema/act.ts'
import { withoutSource } from '../schema/source.ts'
import { profileOf } from '../tradition/profiles.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import { plainText } from './inline-text.ts'
import { bagLikeness, bagOf, hasWords, type WordBag } from './likeness.ts'

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
  const contents = new Map<string, number>()
  const pairs = new ContentPairs(entriesOf(base, contents), entriesOf(draft, contents))
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
  readonly children: Entry[]
  /** All that the unit and the units in it say, ids left out: equal numbers are of equal contents. */
  content: number
  /** Found when it is asked for: of most units nobody does. */
  path: string | undefined
  bag: WordBag | undefined
  partner: Entry | undefined
}

/** The number of each content that was met. */
type Contents = Map<string, number>

function entriesOf(act: Act, contents: Contents): Entries {
  const all: Entry[] = []
  for (const unit of unitsOf(act)) addEntry(all, unit, undefined, contents)
  return { all, profile: profileOf(act) }
}

interface Entries {
  readonly all: readonly Entry[]
  readonly profile: Profile
}

function addEntry(all: Entry[], unit: Unit, parent: Entry | undefined, contents: Contents): Entry {
  const entry: Entry = {
    unit,
    parent,
    children: [],
    content: -1,
    path: undefined,
    bag: undefined,
    partner: undefined,
  }
  all.push(entry)
  for (const child of unitsOf(unit)) entry.children.push(addEntry(all, child, entry, contents))
  const said = contentOf(entry)
  entry.content = contents.get(said) ?? contents.size
  if (entry.content === contents.size) contents.set(said, entry.content)
  return entry
}

/** Each part with its length before it, so that other parts never join to the same. */
function contentOf({ unit, children }: Entry): string {
  const { kind, label, num, state } = unitAttrs(unit)
  let content = `${kind} ${state} ${measured(label)}${measured(num)}`
  for (const block of ownBlocks(unit)) content += blockContent(block)
  for (const child of children) content += `,${child.content}`
  return content
}

function measured(text: string | null): string {
  return text === null ? '-' : `${text.length}:${text}`
}

function blockContent(block: Node): string {
  const words = block.isTextblock && block.marks.length === 0 ? plainText(block.content) : undefined
  if (words !== undefined) return `${block.type.name} ${measured(words)}`
  return `json ${measured(JSON.stringify(withoutSource(block).toJSON()))}`
}

function ownBlocks(unit: Unit): readonly Node[] {
  const heading = headingOf(unit)
  return heading ? [heading, ...bodyOf(unit)] : bodyOf(unit)
}

function ownText({ unit }: Entry): string {
  return ownBlocks(unit)
    .map((block) => block.textBetween(0, block.content.size, ' ', ' '))
    .join(' ')
}

function bagIn(entry: Entry): WordBag {
  entry.bag ??= bagOf(ownText(entry))
  return entry.bag
}

/** Whether the unit with the units in it has enough words to be recognized by. */
function isTelling(entry: Entry): boolean {
  const own = hasWords(ownText(entry), MIN_TELLING_WORDS)
  if (own || entry.children.length === 0) return own
  return wordsOf(entry) >= MIN_TELLING_WORDS
}

function wordsOf(entry: Entry): number {
  return entry.children.reduce((sum, child) => sum + wordsOf(child), bagIn(entry).size)
}

/** Kinds and labels from the outermost numbered unit whose series matters. */
function pathOf(entry: Entry, profile: Profile): string {
  if (entry.path === undefined) {
    const { kind, label } = unitAttrs(entry.unit)
    const inAct = styleOf(profile, kind)?.series === 'act' && label !== null
    const outer = inAct || !entry.parent ? '' : pathOf(entry.parent, profile)
    entry.path = `${outer}/${kind}:${label ?? ''}`
  }
  return entry.path
}

class ContentPairs {
  private readonly a: readonly Entry[]
  private readonly b: readonly Entry[]
  private readonly profileA: Profile
  private readonly profileB: Profile

  constructor(a: Entries, b: Entries) {
    this.a = a.all
    this.b = b.all
    this.profileA = a.profile
    this.profileB = b.profile
  }

  byDraftUnit(): ReadonlyMap<Unit, Unit> {
    return new Map(this.b.flatMap(({ unit, partner }) => (partner ? [[unit, partner.unit]] : [])))
  }

  /** Equal units that stand once on each side are the same, with all units in them. */
  pairEqual(): void {
    const onceA = once(this.a, ({ content }) => content)
    for (const [content, b] of once(this.b, (entry) => entry.content)) {
      const a = onceA.get(content)
      if (a && isTelling(a)) pairWhole(a, b)
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
    const open = once(this.a.filter(isOpen), (entry) => pathOf(entry, this.profileA))
    for (const [path, b] of once(this.b.filter(isOpen), (entry) => pathOf(entry, this.profileB))) {
      const a = open.get(path)
      if (a && bagLikeness(bagIn(a), bagIn(b)) >= LIKE_AT_SAME_PLACE) pairUp(a, b)
    }
  }

  pairRareWords(): void {
    const index = new Map<string, Entry[]>()
    for (const entry of this.a.filter(isOpen)) {
      const { size, counts } = bagIn(entry)
      if (size < MIN_TELLING_WORDS) continue
      for (const word of counts.keys()) {
        const holders = index.get(word)
        if (holders) holders.push(entry)
        else index.set(word, [entry])
      }
    }
    const found = this.b.filter(isOpen).flatMap((b) => likest(b, index))
    for (const { a, b } of found.sort((x, y) => y.value - x.value)) pairUp(a, b)
  }

  /** Under paired parents: equal units in order, then the same number or the title, then the only ones left. */
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
  const rare = [...bagIn(b).counts.keys()]
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
      const value = bagLikeness(bagIn(a), bagIn(b))
      const sameKind = a.unit.attrs['kind'] === b.unit.attrs['kind']
      return sameKind && value >= LIKE_ANYWHERE ? [{ a, b, value }] : []
    })
}

function pairInOrder(a: readonly Entry[], b: readonly Entry[]): void {
  pairQueues(a, b, ({ content }) => content)
  pairQueues(a, b, (entry) => {
    const { kind, label } = unitAttrs(entry.unit)
    const isTold = label !== null || kind === 'preface' || bagIn(entry).size === 0
    return isTold ? `${kind}:${label ?? ''}` : undefined
  })
  const [leftA, moreA] = a.filter(isOpen)
  const [leftB, moreB] = b.filter(isOpen)
  if (!leftA || !leftB || moreA || moreB) return
  const value = bagLikeness(bagIn(leftA), bagIn(leftB))
  if (leftA.unit.attrs['kind'] === leftB.unit.attrs['kind'] && value >= LIKE_AT_SAME_PLACE) {
    pairUp(leftA, leftB)
  }
}

function pairQueues<K>(
  a: readonly Entry[],
  b: readonly Entry[],
  keyOf: (entry: Entry) => K | undefined,
): void {
  const waiting = new Map<K, Entry[]>()
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
function once<K>(entries: readonly Entry[], keyOf: (entry: Entry) => K): ReadonlyMap<K, Entry> {
  const byKey = new Map<K, Entry>()
  const again = new Set<K>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (byKey.has(key)) again.add(key)
    else byKey.set(key, entry)
  }
  for (const key of again) byKey.delete(key)
  return byKey
}
