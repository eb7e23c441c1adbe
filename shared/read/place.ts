import type { Node } from 'prosemirror-model'
import type { UnitKind } from '../schema/kind.ts'
import { labelIn } from '../structure/unit-mark.ts'
import type { ReadingWords } from '../tradition/reading.ts'
import { type Profile, styleOf } from '../tradition/tradition.ts'
import type { Block, Declared } from './block.ts'
import type { DraftUnit } from './draft-unit.ts'
import {
  addHeading,
  draftUnit,
  hasWords,
  isBare,
  lastWords,
  noteOf,
  takeAbove,
  takeDeclared,
  under,
  wordsOf,
} from './draft-unit.ts'
import type { Head } from './head.ts'
import type { Headed } from './headed.ts'
import type { Item } from './item.ts'
import { likelySeries } from './likely-series.ts'
import { counted, firstItem, goesAfter, isFirst } from './lists.ts'
import { follows } from './number.ts'
import {
  FRAME,
  goesOnHeading,
  introduces,
  isEmptied,
  isLarge,
  isOver,
  isPart,
  MAX_DEPTH,
  titlesList,
  titlesNewList,
} from './open-unit.ts'
import { ranksInArticles } from './ranks.ts'
import { ANY_SERIES, kindOfSeries, type Series, sameSeries, seriesOf } from './series.ts'
import { isTitle, MAX_TITLE } from './title.ts'

/** What the placing of a paragraph may look at beyond the units already read. */
export interface Ahead {
  /** The next paragraph. */
  readonly next: Block | undefined
  /** The next number in the same article. */
  readonly item: Item | undefined
}

/** The units of an act while its paragraphs are placed one by one, each in the place its number gives it. */
export class Placing {
  readonly units: DraftUnit[] = []
  /** The units still open, outermost first. */
  private readonly open: DraftUnit[] = []
  private readonly words: ReadingWords
  private readonly profile: Profile
  private readonly ranks: ReadonlyMap<UnitKind, number>
  private readonly headed: Headed
  /** The unit that holds the paragraphs of the quotation being read. */
  private quotation:
    | { readonly start: number; readonly parent: DraftUnit; readonly kind: UnitKind }
    | undefined

  constructor(
    words: ReadingWords,
    profile: Profile,
    ranks: ReadonlyMap<UnitKind, number>,
    headed: Headed,
  ) {
    this.words = words
    this.profile = profile
    this.ranks = ranksInArticles(ranks)
    this.headed = headed
  }

  /** Places a unit read elsewhere (preface, preamble, conclusions) at the top of the act. */
  frame(unit: DraftUnit): void {
    this.open.splice(0)
    this.push(unit)
  }

  head(block: Block, head: Head, ahead: Ahead): void {
    if (this.repeatsItsNumber(head)) {
      this.text(block, ahead)
      return
    }
    const rank = this.rankOf(head.kind)
    this.closeUntil((unit) => isOver(unit, head) ?? this.rankOf(unit.kind) < rank)
    const unit = draftUnit({
      kind: rank > this.rankOf('article') ? 'section' : head.kind,
      label: head.label,
      printed: head.printed,
      range: block.range,
      place: head.place,
      level: head.level,
    })
    this.push(unit)
    takeAbove(unit, block)
    if (head.rest === '') return
    const item = counted(firstItem(head.rest), head.place)
    if (this.words.repealed.test(head.rest)) {
      unit.state = 'repealed'
      unit.body.push(wordsOf(block, head.rest))
    } else if (item) this.item(under(block), item, ahead)
    else if (this.isHeading(head, ahead)) addHeading(unit, block, head.rest)
    else unit.body.push(wordsOf(block, head.rest))
  }

  /** «84-бап … алып тасталды» under the line «84-бап» says what became of it and opens nothing. */
  private repeatsItsNumber({ kind, label, rest }: Head): boolean {
    const inner = this.open.at(-1)
    return rest !== '' && inner?.kind === kind && inner.label === label && isBare(inner)
  }

  private isHeading({ kind, rest, printed }: Head, { next }: Ahead): boolean {
    if (this.open.at(-1)?.heading !== undefined) return false
    if (kind !== 'article' && kind !== 'section') return true
    if (/[:;,]$/u.test(rest) || rest.length > MAX_TITLE) return false
    if (!/\.$/u.test(rest)) return true
    return (
      (/^§.*\.$/u.test(printed) ? this.headed.signs : this.headed.articles && rest.length <= 200) &&
      (next?.role.is === 'item' || next?.role.is === 'text')
    )
  }

  item(block: Block, item: Item, ahead: Ahead): void {
    if (this.isNextSection(item)) {
      this.head(block, { ...item, kind: 'section', glued: false }, ahead)
      return
    }
    const { series, parent } = this.seat(item, ahead)
    this.closeUntil((unit) => unit === parent)
    const kind = kindOfSeries(series, parent?.kind, this.profile)
    const unit = draftUnit({
      kind,
      label: item.label,
      printed: item.printed,
      range: block.range,
      series,
      place: item.place,
    })
    this.push(unit)
    takeAbove(unit, block)
    this.itemWords(block, unit, item, ahead)
  }

  /** «6. Words.» after section 5, where no list of that form is open in it: a section without a title. */
  private isNextSection({ form, label }: Item): boolean {
    if (form !== 'dot' || styleOf(this.profile, 'section')?.print !== '{n}.') return false
    const section = this.open.findLast(({ kind, series }) => kind === 'section' && !series)
    const inList = this.open.some(({ series }) => series?.form === 'dot')
    if (section?.printed.startsWith('§')) return false
    return (
      !inList &&
      label !== '1' &&
      section?.label !== null &&
      section !== undefined &&
      follows(section.label, label)
    )
  }

  private itemWords(block: Block, unit: DraftUnit, item: Item, ahead: Ahead): void {
    const { rest } = item
    if (rest === '') return
    const nested = counted(firstItem(rest), item.place)
    if (nested && seriesOf(nested).some((series) => !sameSeries(unit.series, series))) {
      this.item(under(block), nested, ahead)
      return
    }
    if (this.words.repealed.test(rest)) unit.state = 'repealed'
    if (styleOf(this.profile, unit.kind)?.placement === 'line' && isTitle(rest))
      addHeading(unit, block, rest)
    else unit.body.push(wordsOf(block, rest))
  }

  /** The list that a number goes on with, or the unit in which it starts one. */
  private seat(item: Item, ahead: Ahead): { series: Series; parent: DraftUnit | undefined } {
    const candidates = likelySeries(item, ahead.item, this.open)
    const counted = this.countedParent(item)
    if (counted) return { series: candidates[0] ?? ANY_SERIES, parent: counted }
    for (const series of candidates) {
      const at = this.listThatGoesOn(series, item.label)
      if (at !== undefined) return { series, parent: this.open[at - 1] }
    }
    const series = candidates[0] ?? ANY_SERIES
    const at = this.open.findLastIndex((unit) => sameSeries(unit.series, series))
    const inner = this.open.at(-1)
    if (at === -1) return { series, parent: this.holderFor(series) }
    return {
      series,
      parent:
        inner && isFirst(item.label) && this.open.length < MAX_DEPTH && introduces(inner)
          ? inner
          : this.open[at - 1],
    }
  }

  /** Where the source itself counts the list, its levels tell what stands in what. */
  private countedParent({ place }: Item): DraftUnit | undefined {
    if (!place) return undefined
    const at = this.open.findLastIndex(
      (unit) => unit.place?.list === place.list && unit.place.level <= place.level,
    )
    const found = this.open[at]
    return found?.place?.level === place.level ? this.open[at - 1] : found
  }

  /**
   * Of the open lists in a series the one that a label goes on: a list in a list ends its items with
   * semicolons, so that after a full stop the outer one is meant.
   */
  private listThatGoesOn(series: Series, label: string): number | undefined {
    const lists = [...this.open.keys()].filter((at) => sameSeries(this.open[at]?.series, series))
    const exact = lists.filter((at) => follows(this.open[at]?.label ?? '', label, series))
    const ended = /\.$/u.test(lastWords(this.open.at(-1) ?? NOTHING))
    if (exact.length > 0) return ended ? exact[0] : exact.at(-1)
    return lists.findLast((at) => goesAfter(this.open[at]?.label ?? '', label))
  }

  /** The innermost unit that a new list may start in: an indent holds none. */
  private holderFor(series: Series): DraftUnit | undefined {
    const inner = this.open.findLast(({ kind }) => kind !== 'alinea')
    if (inner === undefined || FRAME.has(inner.kind)) return undefined
    if (titlesList(inner)) return inner
    if (series.form === 'dot' && series.style === 'arabic')
      return this.open.findLast(
        (unit) =>
          unit.series?.form === 'bracket' ||
          (unit.series === undefined && unit.kind !== 'alinea' && unit.kind !== 'subparagraph'),
      )
    const ended = /\.$/u.test(lastWords(inner))
    if (inner.kind === 'subparagraph' && ended && inner.series === undefined)
      return this.open.at(this.open.indexOf(inner) - 1)
    return inner
  }

  note(block: Block): void {
    const unit = this.open.at(-1)
    if (!unit) {
      this.frame(draftUnit({ kind: 'preface', range: block.range }))
      this.note(block)
      return
    }
    unit.body.push(noteOf(block))
  }

  /** A table belongs to the unit that was read last. */
  table(block: Block, table: Node): void {
    if (this.open.length === 0) this.frame(draftUnit({ kind: 'preamble', range: block.range }))
    this.open.at(-1)?.body.push({ type: 'whole', node: table })
  }

  /** A paragraph whose units the source itself tells stands as it says. */
  declared(block: Block, { opens, as, printed, inline }: Declared): void {
    for (const [i, { depth, kind, state, label }] of opens.entries()) {
      this.open.splice(depth)
      const own = i === opens.length - 1 ? printed : ''
      const bare = label === undefined ? labelIn(this.profile, kind, own) : label
      this.push(draftUnit({ kind, state, label: bare, printed: own, range: block.range }))
    }
    if (this.open.length === 0) this.push(draftUnit({ kind: 'preamble', range: block.range }))
    const unit = this.open.at(-1)
    if (unit) takeDeclared(unit, as, inline, block)
  }

  /** An item of a list without numbers: an indent of the unit that the list stands in. */
  bullet(block: Block, ahead: Ahead): void {
    const holder = this.open.findLast(({ kind }) => kind !== 'alinea')
    if (!holder || FRAME.has(holder.kind) || isBare(holder)) this.text(block, ahead)
    else this.child(block, holder, this.kindFor('alinea'))
  }

  quoted(block: Block, start: number): void {
    if (this.quotation?.start !== start) {
      const parent = this.open.findLast(({ kind }) => kind !== 'alinea')
      this.quotation = parent ? { start, parent, kind: 'alinea' } : undefined
    }
    const quotation = this.quotation
    if (!quotation) {
      this.text(block, { next: undefined, item: undefined })
      return
    }
    if (isBare(quotation.parent)) {
      quotation.parent.body.push(wordsOf(block, block.text))
      return
    }
    this.child(block, quotation.parent, quotation.kind)
  }

  text(block: Block, ahead: Ahead): void {
    const inner = this.open.at(-1)
    if (!inner) {
      this.frame(draftUnit({ kind: 'preamble', range: block.range }))
      this.open.at(-1)?.body.push(wordsOf(block, block.text))
      return
    }
    if (this.words.repealed.test(block.text) && isEmptied(inner)) inner.state = 'repealed'
    if (this.takesHeading(inner, block, ahead) || goesOnHeading(inner, block.text))
      addHeading(inner, block, block.text)
    else if (FRAME.has(inner.kind) || isLarge(inner)) inner.body.push(wordsOf(block, block.text))
    else if (!hasWords(inner) && inner.units.length === 0)
      inner.body.push(wordsOf(block, block.text))
    else this.unnumbered(block, inner, ahead)
  }

  private takesHeading(unit: DraftUnit, block: Block, { next }: Ahead): boolean {
    if (!isBare(unit) || unit.body.length > 0 || unit.series !== undefined || FRAME.has(unit.kind))
      return false
    if (!isTitle(block.text) || unit.kind === 'annex') return false
    if (unit.kind !== 'article') return true
    return (next?.role.is === 'item' || next?.role.is === 'text') && block.text.length <= 250
  }

  /** A further paragraph without a number: a part of the unit around it, or an indent of the last. */
  private unnumbered(block: Block, inner: DraftUnit, ahead: Ahead): void {
    const before = lastWords(inner)
    const small = /^[\p{Ll}–—•*-]/u.test(block.text)
    const indent = this.kindFor('alinea')
    if (
      /[–—]$/u.test(before) &&
      small &&
      inner.series !== undefined &&
      inner.series.form !== 'dot'
    ) {
      this.child(block, this.parentOf(inner), indent)
    } else if (/:$/u.test(before))
      this.child(block, inner.kind === 'alinea' ? this.parentOf(inner) : inner, indent)
    else if (inner.kind === 'alinea' && (small || /[;,]$/u.test(before)))
      this.child(block, this.parentOf(inner), indent)
    else if (small || /[;,–—]$/u.test(before))
      this.child(block, inner.kind === 'alinea' ? this.parentOf(inner) : inner, indent)
    else if (titlesNewList(block, ahead.next, this.open))
      this.child(block, this.articleOpen(), this.kindFor('subparagraph'))
    else this.child(block, this.holderOfPart(ahead), this.kindFor('subparagraph'))
  }

  /** The unit whose next part a sentence is: the list item whose list goes on after it, else the unit around the list. */
  private holderOfPart({ item }: Ahead): DraftUnit | undefined {
    const numbered = this.open.filter(({ series }) => series !== undefined)
    for (const unit of numbered.toReversed()) {
      const goesOn =
        item !== undefined &&
        seriesOf(item).some((series) => sameSeries(unit.series, series)) &&
        unit.label !== null &&
        goesAfter(unit.label, item.label) &&
        item.label !== '1'
      if (goesOn) return unit
    }
    const [outermost] = numbered
    return isPart(outermost, numbered.length, this.profile) || this.articleOpen() === undefined
      ? (outermost ?? this.articleOpen() ?? this.open[0])
      : this.articleOpen()
  }

  private articleOpen(): DraftUnit | undefined {
    return this.open.findLast(
      ({ series, kind }) => series === undefined && kind !== 'subparagraph' && kind !== 'alinea',
    )
  }

  /** Profiles without unnumbered parts have indents only. */
  private kindFor(kind: 'subparagraph' | 'alinea'): UnitKind {
    const style = styleOf(this.profile, kind)
    return style && style.print === undefined ? kind : 'alinea'
  }

  private child(block: Block, parent: DraftUnit | undefined, kind: UnitKind): void {
    this.closeUntil((unit) => unit === parent)
    const unit = draftUnit({ kind, range: block.range })
    unit.body.push(wordsOf(block, block.text))
    this.push(unit)
  }

  private parentOf(unit: DraftUnit): DraftUnit | undefined {
    return this.open[this.open.indexOf(unit) - 1]
  }

  private push(unit: DraftUnit): void {
    const parent = this.open.at(-1)
    if (parent) parent.units.push(unit)
    else this.units.push(unit)
    this.open.push(unit)
  }

  private closeUntil(holds: (unit: DraftUnit) => boolean): void {
    const at = this.open.findLastIndex(holds)
    this.open.splice(at + 1)
  }

  private rankOf(kind: UnitKind): number {
    return FRAME.has(kind)
      ? Number.POSITIVE_INFINITY
      : (this.ranks.get(kind) ?? Number.POSITIVE_INFINITY)
  }
}

const NOTHING = draftUnit({ kind: 'alinea', range: { start: 0, end: 0 } })
