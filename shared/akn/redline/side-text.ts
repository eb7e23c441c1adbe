import { startTag } from '../markup.ts'
import { kindOfElement, localName } from '../names.ts'
import { attributesInBase, attributesInDraft } from './base-attributes.ts'

type Attributes = Readonly<Record<string, string>>

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** One text of a marked document, made by leaving out what is the other's. */
export class SideText {
  private readonly side: 'A' | 'B'
  private readonly source: string
  private readonly periods: { readonly own: string; readonly other: string }
  private readonly edits: Edit[] = []
  /** Depths of the open elements whose words stay and whose tags go. */
  private readonly unmarked = new Set<number>()
  private left: { readonly from: number; readonly depth: number } | undefined
  private depth = 0
  /** Whether the document says that it holds both texts. */
  isMarked = false
  /** What this text says of itself besides what stands there. */
  private readonly act: Attributes

  constructor(
    side: 'A' | 'B',
    source: string,
    periods: { readonly own: string; readonly other: string },
    act: Attributes,
  ) {
    this.side = side
    this.source = source
    this.periods = periods
    this.act = act
  }

  open(name: string, attributes: Attributes, start: number, end: number): void {
    this.depth++
    if (this.left) return
    const local = localName(name)
    const [ownMark, otherMark] = this.side === 'A' ? ['del', 'ins'] : ['ins', 'del']
    const isOthers = attributes['period'] === this.periods.other || local === otherMark
    if (name === 'bapta:marked') this.isMarked = true
    if (isOthers || name === 'bapta:marked') {
      this.left = { from: start, depth: this.depth }
    } else if (local === ownMark) {
      this.unmarked.add(this.depth)
      this.edits.push({ from: start, to: end, text: '' })
    } else {
      const own = this.ownAttributes(name, attributes)
      if (own) this.edits.push({ from: start, to: end, text: this.tag(name, own, end) })
    }
  }

  close(_name: string, start: number, end: number): void {
    if (this.left?.depth === this.depth) {
      this.edits.push({ from: this.left.from, to: end, text: '' })
      this.left = undefined
    } else if (!this.left && this.unmarked.delete(this.depth) && start < end) {
      this.edits.push({ from: start, to: end, text: '' })
    }
    this.depth--
  }

  text(): string {
    let text = ''
    let at = 0
    for (const edit of this.edits) {
      text += this.source.slice(at, edit.from) + edit.text
      at = edit.to
    }
    return text + this.source.slice(at)
  }

  placeOf(position: number): number {
    let shift = 0
    for (const { from, to, text } of this.edits) {
      if (from + shift >= position) break
      if (position < from + shift + text.length) return from
      shift += text.length - (to - from)
    }
    return position - shift
  }

  private tag(name: string, attributes: Attributes, end: number): string {
    const tag = startTag(name, attributes)
    return this.source[end - 2] === '/' ? `${tag.slice(0, -1)}/>` : tag
  }

  /** Attributes that differ in this text from those that stand there. */
  private ownAttributes(name: string, attributes: Attributes): Attributes | undefined {
    if (name === 'bapta:act') {
      return { ...attributes, ...this.act }
    }
    if (attributes['contains'] === 'multipleVersions') {
      return { ...attributes, contains: 'singleVersion' }
    }
    if (attributes['period'] === this.periods.own) {
      return withoutPeriod(attributes, localName(name))
    }
    return this.side === 'A' ? attributesInBase(attributes) : attributesInDraft(attributes)
  }
}

/** A unit that went is repealed only if nothing says otherwise; a block that went is a block. */
function withoutPeriod(
  { period: _, alternativeTo: ____, ...rest }: Attributes,
  local: string,
): Attributes {
  const { status: __, ...unmarked } = rest
  const state = rest['bapta:state']
  if (kindOfElement(local) === undefined) return unmarked
  if (state === undefined) return rest
  const { 'bapta:state': ___, ...standing } = unmarked
  return state === 'inForce' ? standing : unmarked
}
