import type { Node } from 'prosemirror-model'
import type { NodeView, NodeViewConstructor, ViewMutationRecord } from 'prosemirror-view'
import { type Unit, type UnitId, unitAttrs } from '#shared/schema/act.ts'
import { isSentenceLine } from '#shared/structure/sentence-line.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import { unitLook } from './unit-look.ts'

/** Where the units of a view stand in its page, by id: found without a walk of the document. */
export interface UnitPlaces {
  /** The position before the unit; `undefined` when the view does not show it. */
  positionOf(unit: UnitId): number | undefined
  elementOf(unit: UnitId): HTMLElement | undefined
}

export interface UnitViews extends UnitPlaces {
  readonly nodeView: NodeViewConstructor
}

/**
 * Draws each unit as a `section` that carries its printed number as data: styles hang it beside the
 * text, so the caret never meets it and the page holds no node that the plain schema would not.
 */
export function unitViews(profile: () => Profile): UnitViews {
  const places = new Map<UnitId, UnitView>()
  return {
    nodeView: (unit, _view, getPos) => new UnitView(unit, getPos, profile(), places),
    positionOf: (unit) => places.get(unit)?.position(),
    elementOf: (unit) => places.get(unit)?.dom,
  }
}

class UnitView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private unit: Unit
  private readonly getPos: () => number | undefined
  private readonly profile: Profile
  private readonly places: Map<UnitId, UnitView>

  constructor(
    unit: Unit,
    getPos: () => number | undefined,
    profile: Profile,
    places: Map<UnitId, UnitView>,
  ) {
    this.dom = document.createElement('section')
    this.contentDOM = this.dom
    this.unit = unit
    this.getPos = getPos
    this.profile = profile
    this.places = places
    places.set(unitAttrs(unit).id, this)
    this.draw()
  }

  update(unit: Node): boolean {
    if (unit.type !== this.unit.type || unit.attrs['id'] !== this.unit.attrs['id']) return false
    const redraw = unit.attrs !== this.unit.attrs
    this.unit = unit
    if (redraw) this.draw()
    else this.drawLine()
    return true
  }

  position(): number | undefined {
    return this.getPos()
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes' && mutation.target === this.dom
  }

  destroy(): void {
    const { id } = unitAttrs(this.unit)
    if (this.places.get(id) === this) this.places.delete(id)
  }

  private draw(): void {
    const { data, style } = unitLook(this.profile, this.unit)
    for (const [name, value] of Object.entries(data)) {
      if (value === undefined) this.dom.removeAttribute(name)
      else this.dom.setAttribute(name, value)
    }
    for (const [name, value] of Object.entries(style)) this.dom.style.setProperty(name, value)
  }

  /** Words that stand on the line of the number and are no heading do not look like one. */
  private drawLine(): void {
    const isSentence = isSentenceLine(this.unit)
    if (isSentence === (this.dom.dataset['line'] === 'sentence')) return
    if (isSentence) this.dom.dataset['line'] = 'sentence'
    else delete this.dom.dataset['line']
  }
}
