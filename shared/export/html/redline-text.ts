import type { Profile } from '../../tradition/tradition.ts'
import type { PageChange } from '../page/changes.ts'
import { type MovePlaces, movePlaces, moveSaid } from '../page/moves.ts'
import type { PageUnit } from '../page/unit-page.ts'
import { xmlText } from '../xml-text.ts'
import { type BlockContext, blockHtml } from './blocks.ts'

/** The text of a redline: nested sections, with anchors at the changes and at both places of a move. */
export class RedlineText {
  private readonly changes: ReadonlyMap<PageUnit, PageChange>
  private readonly units: readonly PageUnit[]
  private readonly profile: Profile
  private readonly context: BlockContext
  private readonly moves: ReadonlyMap<string, MovePlaces>

  constructor(
    changes: readonly PageChange[],
    units: readonly PageUnit[],
    profile: Profile,
    context: BlockContext,
  ) {
    this.changes = new Map(changes.map((change) => [change.unit, change]))
    this.units = units
    this.profile = profile
    this.context = context
    this.moves = movePlaces(units)
  }

  html(): string {
    return this.units.map((unit) => this.unit(unit)).join('')
  }

  private unit(unit: PageUnit): string {
    const change = this.changes.get(unit)
    const move = this.moveLine(unit)
    const own = move + unit.blocks.map((block) => blockHtml(block, this.context)).join('')
    const inner = unit.units.map((child) => this.unit(child)).join('')
    if (change === undefined) return `<section${this.moveAnchor(unit)}>${own}${inner}</section>`
    const whole = change.kind === 'inserted' || change.kind === 'deleted' || change.kind === 'moved'
    const start = `<div class="change" id="c${change.n}">${this.steps(change)}${own}`
    return whole
      ? `<section${this.moveAnchor(unit)}>${start}${inner}</div></section>`
      : `<section${this.moveAnchor(unit)}>${start}</div>${inner}</section>`
  }

  private steps({ n }: PageChange): string {
    const { words } = this.context
    const { size } = this.changes
    const step = (to: number, name: string, sign: string): string =>
      `<a href="#c${to}" aria-label="${name} (${to})">${sign}</a>`
    const back = n > 1 ? step(n - 1, words.previous, '↑') : ''
    const on = n < size ? step(n + 1, words.next, '↓') : ''
    const list = `<a href="#changes" aria-label="${words.toSummary} (${n})">≡</a>`
    return `<span class="step">${back}${on}${list}</span>`
  }

  /** Says where a moved unit came from or went, with a link to that place. */
  private moveLine(unit: PageUnit): string {
    const moved = moveSaid(unit, this.moves, this.context.words, this.profile)
    if (moved === undefined) return ''
    const { n, other, said, place } = moved
    return `<p class="move">${said}: <a href="#m${n}-${other}">${xmlText(place)}</a></p>`
  }

  private moveAnchor({ redline }: PageUnit): string {
    const { move, kind } = redline
    const places = move === undefined ? undefined : this.moves.get(move)
    if (places === undefined) return ''
    return ` id="m${places.n}-${kind === 'movedTo' ? 'to' : 'from'}"`
  }
}
