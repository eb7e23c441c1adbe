import { type ActMention, actMentions } from './acts.ts'
import type { Citation, CitedAct, Step } from './address.ts'
import { apartFrom } from './apart.ts'
import { deadRanges } from './gazette.ts'
import type { Lexicon, Noun } from './lexicon.ts'
import { behindSeparator, isMark, nounAt, type Scan, tokenAt, touches } from './scan.ts'
import { type Run, type StepRead, stepAt } from './step.ts'
import { tokensOf } from './token.ts'

/**
 * The citations in a text, in order; they do not overlap. Linear in the length of the text: each
 * token opens at most one citation, and what is looked at around it is bounded.
 */
export function citationsIn(text: string, lexicon: Lexicon): readonly Citation[] {
  return citationsAmong({ text, tokens: tokensOf(text), lexicon, barren: { until: 0 } })
}

/** {@link citationsIn} for a text that is cut into tokens. */
export function citationsAmong(scan: Scan): readonly Citation[] {
  const parser = new Parser(scan, actMentions(scan.text, scan.tokens, scan.lexicon))
  return parser.citations()
}

/** A citation being read: token places, and steps from the innermost out. */
interface Draft {
  readonly from: number
  next: number
  steps: PlacedStep[]
  act: CitedAct | null
  /** Behind a semicolon: takes nothing from what is before it. */
  readonly apart?: boolean
  /** Behind a comma and nothing else. */
  readonly comma?: boolean
  /** In an aside: its list is that of the unit before it. */
  readonly aside: boolean
}

interface PlacedStep extends Step {
  readonly rank: number
}

interface Group {
  readonly drafts: readonly Draft[]
  readonly next: number
}

/** Units in one path; law writes five. */
const MAX_DEPTH = 8
/** Citations in one list; the longest in a code of Kazakhstan has some 250. */
const LONGEST_LIST = 400

class Parser {
  private readonly scan: Scan
  private readonly mentions: readonly ActMention[]
  private readonly byStart = new Map<number, ActMention>()
  private readonly used = new Set<ActMention>()
  private readonly asides: Draft[] = []
  private asideDepth = 0

  constructor(scan: Scan, mentions: readonly ActMention[]) {
    this.scan = scan
    this.mentions = mentions
    for (const mention of mentions) this.byStart.set(mention.start, mention)
  }

  citations(): readonly Citation[] {
    const { tokens, lexicon } = this.scan
    const dead = [...deadRanges(this.scan)]
    const found: Draft[] = []
    for (let i = 0; i < tokens.length; ) {
      while ((dead[0]?.next ?? tokens.length) <= i) dead.shift()
      const range = (dead[0]?.from ?? tokens.length) <= i ? dead[0] : undefined
      const group = range ? undefined : this.group(i)
      if (group) found.push(...shared(group.drafts, lexicon))
      i = Math.max(i + 1, range?.next ?? group?.next ?? 0)
    }
    const units = found.map((draft) => this.citation(draft))
    return [...units, ...this.alone(units)].sort((a, b) => a.range.start - b.range.start)
  }

  /** Acts that are cited as a whole. */
  private alone(units: readonly Citation[]): readonly Citation[] {
    const isApart = apartFrom(units.map(({ range }) => range))
    return this.mentions
      .filter((mention) => mention.alone && !this.used.has(mention) && isApart(mention))
      .map(({ start, end, act }) => ({
        range: { start, end },
        text: this.scan.text.slice(start, end),
        act,
        steps: [],
      }))
  }

  private citation({ from, next, steps, act }: Draft): Citation {
    const start = this.scan.tokens[from]?.start ?? 0
    const end = this.scan.tokens[next - 1]?.end ?? start
    return {
      range: { start, end },
      text: this.scan.text.slice(start, end),
      act,
      steps: steps.toReversed().map(({ word, kinds, selector }) => ({ word, kinds, selector })),
    }
  }

  /** Citations in one list, the later ones led by «,», «и», «и в». */
  private group(i: number): Group | undefined {
    const first = this.path(i)
    if (!first) return undefined
    const drafts = [...first.drafts]
    let next = first.next
    while (drafts.length < LONGEST_LIST) {
      const separated = behindSeparator(this.scan, next)
      if (separated === undefined) break
      const more = this.path(separated) ?? this.path(this.behindPreposition(separated))
      if (!more) break
      const apart = isMark(this.scan, next, ';')
      const comma = separated === next + 1 && isMark(this.scan, next, ',')
      const [head, ...rest] = more.drafts
      if (head) drafts.push({ ...head, apart, comma }, ...rest)
      next = more.next
    }
    return { drafts: nested(drafts, this.scan.lexicon), next }
  }

  private behindPreposition(i: number): number {
    const { prepositions } = this.scan.lexicon.words
    let next = i
    while (next < i + 2 && prepositions.includes(tokenAt(this.scan, next)?.form ?? '')) next++
    return next
  }

  private path(i: number): Group | undefined {
    return this.scan.lexicon.words.number === 'before' ? this.outerFirst(i) : this.innerFirst(i)
  }

  /** «подпункт 2) пункта 1 статьи 44 Конституции». */
  private innerFirst(i: number): Group | undefined {
    const waiting = this.asides.length
    const head = this.step(i)
    if (!head) return undefined
    const steps = [placed(head)]
    let next = head.next
    let parent = this.parentAt(next)
    for (let depth = 0; parent && depth < MAX_DEPTH; depth++) {
      steps.push(placed(parent))
      next = parent.next
      parent = this.parentAt(next)
    }
    const mention = this.mentionBehind(next)
    if (head.doubtful && steps.length === 1 && !mention) {
      this.asides.length = waiting
      return undefined
    }
    if (mention) {
      this.used.add(mention)
      next = this.tokenBehind(mention.end, next)
    }
    const act = mention?.act ?? null
    const asides = this.asides.splice(waiting).map((aside) => ({ ...aside, act: aside.act ?? act }))
    const drafts = [...this.drafts(head, steps, next, act), ...asides]
    return { drafts: drafts.sort((a, b) => a.from - b.from), next }
  }

  /** "44-баптың 1-тармағының 2) тармақшасы", with the act before it. */
  private outerFirst(i: number): Group | undefined {
    const token = tokenAt(this.scan, i)
    const mention = token ? this.byStart.get(token.start) : undefined
    const begin = mention ? this.tokenBehind(mention.end, i) : i
    const steps: PlacedStep[] = []
    let next = begin
    let last: StepRead | undefined
    for (let depth = 0; depth < MAX_DEPTH; depth++) {
      const step = this.step(next)
      if (!step || (last && !this.holds(steps, step.noun))) break
      steps.unshift(placed(step))
      next = step.next
      last = step
    }
    if (!last) return undefined
    if (mention) this.used.add(mention)
    return { drafts: [{ from: i, next, steps, act: mention?.act ?? null, aside: false }], next }
  }

  /** Whether a unit so called may stand in those of the steps: law has one article in a path. */
  private holds(steps: readonly PlacedStep[], { noun, rank }: Noun): boolean {
    return rank > this.scan.lexicon.articleRank
      ? steps.every(({ word }) => word !== noun.word)
      : rank > (steps[0]?.rank ?? 0)
  }

  private step(i: number): StepRead | undefined {
    return stepAt(this.scan, i, (open, run, noun) => this.aside(open, run, noun))
  }

  /** The larger unit right behind: «статьи 44», "of Article 44". */
  private parentAt(i: number): StepRead | undefined {
    const { adjacent } = this.scan.lexicon.words
    const behind = this.behindWithin(i)
    if (behind === i && !adjacent) return undefined
    const parent = this.step(behind)
    return parent?.doubtful ? undefined : parent
  }

  private mentionBehind(i: number): ActMention | undefined {
    const { adjacent, articles } = this.scan.lexicon.words
    const within = this.behindWithin(i)
    if (within === i && !adjacent) return undefined
    const behind = articles.includes(tokenAt(this.scan, within)?.form ?? '') ? within + 1 : within
    const token = tokenAt(this.scan, behind)
    return token ? this.byStart.get(token.start) : undefined
  }

  private behindWithin(i: number): number {
    const { within, articles } = this.scan.lexicon.words
    if (!within.includes(tokenAt(this.scan, i)?.form ?? '')) return i
    const next = i + 1
    const article = articles.includes(tokenAt(this.scan, next)?.form ?? '')
    return article && !this.byStart.has(tokenAt(this.scan, next)?.start ?? -1) ? next + 1 : next
  }

  private tokenBehind(end: number, from: number): number {
    let i = from
    while ((tokenAt(this.scan, i)?.start ?? Number.POSITIVE_INFINITY) < end) i++
    return i
  }

  /** One draft for each run of the list, or for each item where the tradition cites them apart. */
  private drafts(head: StepRead, steps: PlacedStep[], next: number, act: CitedAct | null): Draft[] {
    const [own, ...larger] = steps
    if (!own || head.runs.length === 0) return [{ from: head.from, next, steps, act, aside: false }]
    const runs = this.scan.lexicon.words.lists === 'each' ? eachItem(head) : head.runs
    return runs.map((run, at) => {
      const last = at === runs.length - 1 && run.aside === undefined
      return {
        from: run.from,
        next: last ? next : run.next,
        steps: [limited(own, run), ...larger],
        act,
        aside: false,
      }
    })
  }

  /** «(частями первой и второй)» behind a number: citations of units in it. Gives the token behind it. */
  private aside(open: number, run: Run, noun: Noun): number | undefined {
    if (this.asideDepth > 1) return undefined
    this.asideDepth++
    const group = this.group(open + 1)
    this.asideDepth--
    const last = run.items.at(-1)
    if (!group || !last) return undefined
    const end = this.asideEnd(group.next)
    if (end === undefined) return undefined
    const selector = { kind: 'labels', items: [last.value] } as const
    const within: PlacedStep = {
      word: noun.noun.word,
      kinds: noun.kinds,
      selector,
      rank: noun.rank,
    }
    for (const draft of shared(group.drafts, this.scan.lexicon)) {
      const outer = draft.steps.at(-1)
      const inside = outer !== undefined && outer.rank > noun.rank && draft.act === null
      this.asides.push(inside ? { ...draft, steps: [...draft.steps, within], aside: true } : draft)
    }
    return end
  }

  /** Tokens of an aside behind its citations, as «(часть вторая в части производства)». */
  private asideEnd(i: number): number | undefined {
    for (let k = i; k < i + ASIDE_REACH; k++) {
      if (isMark(this.scan, k, ')') && !this.isLabelEnd(k)) return k + 1
      if (isMark(this.scan, k, '(')) {
        while (k < i + ASIDE_REACH && !isMark(this.scan, k, ')')) k++
      }
    }
    return undefined
  }

  /** «пунктом 2)»: the bracket is the number's. */
  private isLabelEnd(i: number): boolean {
    const noun = nounAt(this.scan, i - 2)
    return noun !== undefined && noun.value.bracket !== 'never' && touches(this.scan, i)
  }
}

const ASIDE_REACH = 80

function placed({ noun, selector }: StepRead): PlacedStep {
  return { word: noun.noun.word, kinds: noun.kinds, selector, rank: noun.rank }
}

function limited(step: PlacedStep, run: Run): PlacedStep {
  return { ...step, selector: { kind: 'labels', items: run.items.map(({ value }) => value) } }
}

function eachItem(head: StepRead): readonly Run[] {
  const all = head.runs.flatMap(({ items }) => items)
  const single = all.length === 1 && all[0]?.value.to === undefined
  if (single) return head.runs
  return head.runs.flatMap(({ items, next, aside }) =>
    items.map((item, at): Run => {
      const last = at === items.length - 1
      const named = item === all[0] && head.count === 'one'
      return {
        items: [item],
        from: named ? head.from : item.from,
        next: last ? next : item.next,
        ...(last && aside !== undefined ? { aside } : {}),
      }
    }),
  )
}

/** Joins what goes on: «статья 44, пункт 3, подпункт 1)». */
function nested(drafts: readonly Draft[], lexicon: Lexicon): readonly Draft[] {
  const joined: Draft[] = []
  for (const [i, draft] of drafts.entries()) {
    const last = joined.at(-1)
    const lent = drafts.slice(i + 1).some((other) => lends(other, draft, lexicon))
    if (last && draft.comma && !lent && nests(last, draft, lexicon))
      joined[joined.length - 1] = {
        ...last,
        next: draft.next,
        steps: [...draft.steps, ...last.steps],
      }
    else joined.push(draft)
  }
  return joined
}

/** Whether `other`, behind `draft`, names the larger unit for both: «пунктом 2 и пунктом 3 статьи 5». */
function lends(other: Draft, draft: Draft, lexicon: Lexicon): boolean {
  if (lexicon.words.number === 'before' || other.aside || other.steps.length < 2) return false
  return missing(draft, other, lexicon).length > 0
}

/** Whether `inner` goes on where `outer` ends: «статья 44, пункт 3». */
function nests(outer: Draft, inner: Draft, { articleRank, words }: Lexicon): boolean {
  const last = outer.steps[0]
  const first = inner.steps.at(-1)
  if (!last || !first || inner.act || outer.aside) return false
  // Behind the act's name a list begins anew, unless the name comes first.
  if (outer.act && words.number === 'behind') return false
  const one = last.selector.kind === 'labels' && last.selector.items.length === 1
  const complete = (outer.steps.at(-1)?.rank ?? 0) <= articleRank
  return one && complete && first.rank > last.rank && first.selector.kind === 'labels'
}

/**
 * Gives each citation of a list the larger units and the act that it leaves to its neighbors: to the
 * next one that names them where the act comes last, else to the one before.
 */
function shared(drafts: readonly Draft[], lexicon: Lexicon): readonly Draft[] {
  const whole = drafts.map((draft) => ({ ...draft }))
  const fromRight = lexicon.words.number === 'behind'
  for (const [i, draft] of whole.entries()) {
    if (draft.aside) continue
    const right = whole.slice(i + 1).filter((other) => lends(other, draft, lexicon))
    const left = apartAt(whole, i)
    const giver = [...right, ...left].find((other) => missing(draft, other, lexicon).length > 0)
    if (giver) draft.steps = [...draft.steps, ...missing(draft, giver, lexicon)]
  }
  const order = fromRight ? whole.toReversed() : whole
  let act: CitedAct | null = null
  for (const draft of order) {
    if (!fromRight && draft.apart) act = null
    const isThis = draft.steps.at(-1)?.selector.kind === 'this'
    if (isThis) act = null
    else if (draft.act) act = draft.act
    else draft.act = act
  }
  return whole
}

/** The drafts before `i` that no semicolon parts from it, the nearest first. */
function apartAt(drafts: readonly Draft[], i: number): readonly Draft[] {
  let from = i
  while (from > 0 && !drafts[from]?.apart) from--
  return drafts.slice(from, i).reverse()
}

/** The steps of `other` that are larger than all of an incomplete `draft`'s. */
function missing(draft: Draft, other: Draft, { articleRank }: Lexicon): readonly PlacedStep[] {
  const outer = draft.steps.at(-1)
  if (!outer || outer.rank <= articleRank || outer.selector.kind !== 'labels') return []
  const named = new Set(draft.steps.map(({ word }) => word))
  return other.steps.filter(({ rank, word }) => rank < outer.rank && !named.has(word))
}
