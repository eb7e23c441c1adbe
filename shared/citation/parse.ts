import type { TextRange } from '../base/range.ts'
import { type ActMention, actMentions } from './acts.ts'
import type { Citation, CitedAct } from './address.ts'
import { apartFrom } from './apart.ts'
import { deadRanges } from './gazette.ts'
import type { Lexicon, Noun } from './lexicon.ts'
import { type Draft, eachItem, nested, type PlacedStep, shared } from './list.ts'
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
    const ranges = deadRanges(this.scan)
    const dead = [...ranges]
    const found: Draft[] = []
    for (let i = 0; i < tokens.length; ) {
      while ((dead[0]?.next ?? tokens.length) <= i) dead.shift()
      const range = (dead[0]?.from ?? tokens.length) <= i ? dead[0] : undefined
      const group = range ? undefined : this.group(i)
      if (group) found.push(...shared(group.drafts, lexicon))
      i = Math.max(i + 1, range?.next ?? group?.next ?? 0)
    }
    const units = found.map((draft) => this.citation(draft)).filter(hasAntecedent)
    const isLive = apartFrom(ranges.map(({ from, next }) => this.range(from, next)))
    const acts = this.alone(units).filter(({ range }) => isLive(range))
    const all = [...units, ...acts].sort((a, b) => a.range.start - b.range.start)
    return this.inAsides(all)
  }

  /** «Законом № 292-VI (порядок введения в действие см. ст. 2)»: article 2 is that law's. */
  private inAsides(all: readonly Citation[]): readonly Citation[] {
    const { asideOfAct } = this.scan.lexicon.words
    if (!asideOfAct) return all
    return all.map((citation, i) => {
      const before = all[i - 1]
      if (citation.act !== null || before?.act?.kind !== 'named' || before.steps.length > 0)
        return citation
      const between = this.scan.text.slice(before.range.end, citation.range.start)
      return asideOfAct.test(between) ? { ...citation, act: before.act } : citation
    })
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
    const range = this.range(from, next)
    return {
      range,
      text: this.scan.text.slice(range.start, range.end),
      act,
      steps: steps.toReversed().map(({ rank: _, ...step }) => step),
    }
  }

  private placed(read: StepRead): PlacedStep {
    const { noun, selector, called, from, next, runs } = read
    const items = runs.flatMap((run) => run.items)
    return {
      word: noun.noun.word,
      kinds: noun.kinds,
      selector,
      rank: noun.rank,
      surface: {
        range: this.range(from, next),
        noun: this.range(called.from, called.next),
        items: items.map((item) => this.range(item.from, item.next)),
      },
    }
  }

  /** The step with the items of one run of its list. */
  private limited(step: PlacedStep, run: Run): PlacedStep {
    const range = this.range(run.from, run.aside ?? run.next)
    const noun = step.surface?.noun
    const announced = noun !== undefined && range.start <= noun.start && noun.end <= range.end
    return {
      ...step,
      selector: { kind: 'labels', items: run.items.map(({ value }) => value) },
      surface: {
        range,
        ...(announced ? { noun } : {}),
        items: run.items.map((item) => this.range(item.from, item.next)),
      },
    }
  }

  private range(from: number, next: number): TextRange {
    const start = this.scan.tokens[from]?.start ?? 0
    return { start, end: this.scan.tokens[next - 1]?.end ?? start }
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
    const steps = [this.placed(head)]
    let next = head.next
    let parent = this.parentAt(next)
    for (let depth = 0; parent && depth < MAX_DEPTH; depth++) {
      steps.push(this.placed(parent))
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
      steps.unshift(this.placed(step))
      next = step.next
      last = step
    }
    if (!last) return undefined
    if (mention) this.used.add(mention)
    return { drafts: [{ from: i, next, steps, act: mention?.act ?? null, aside: false }], next }
  }

  /** Whether a unit so called may stand in those of the steps: law has one article in a path. */
  private holds(steps: readonly PlacedStep[], { noun, rank }: Noun): boolean {
    const { articleRank } = this.scan.lexicon
    const isSmall = noun.kinds.length > 1 && steps[0]?.rank === articleRank
    return rank > articleRank || isSmall
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
    return parent?.doubtful && parent.selector.kind !== 'titled' ? undefined : parent
  }

  private mentionBehind(i: number): ActMention | undefined {
    const { adjacent, articles, thereof } = this.scan.lexicon.words
    const within = this.behindWithin(i)
    const isThereof = thereof?.test(tokenAt(this.scan, i)?.form ?? '') ?? false
    if (within === i && !adjacent && !isThereof) return undefined
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
        steps: [this.limited(own, run), ...larger],
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

/** Citations looked back over for what is said; a paragraph of law has some ten. */
const SAID_REACH = 60

/** «этой части» of a protocol: what is said to be said was cited before, in the same words. */
function hasAntecedent({ steps }: Citation, i: number, all: readonly Citation[]): boolean {
  const [only, ...more] = steps
  if (only?.selector.kind !== 'said' || more.length > 0) return true
  return all
    .slice(Math.max(0, i - SAID_REACH), i)
    .some((one) => one.steps.some(({ word }) => word === only.word))
}
