import { Decoration } from 'prosemirror-view'
import { type Act, unitId } from '#shared/schema/act.ts'
import { personHue } from '#shared/sync/person.ts'
import type { Place, PresentPerson } from '#shared/sync/presence.ts'
import type { UnitPlaces } from '../node-views/unit-view.ts'
import { layer } from './layer.ts'

/** Others' carets and selections over the text. */
export const presenceLayer = layer('presence')

/** The marks of where others are, from places that count from their unit. */
export function presenceMarks(
  act: Act,
  places: UnitPlaces,
  people: readonly PresentPerson[],
  nameOf: (person: PresentPerson) => string,
): readonly Decoration[] {
  return people.flatMap((person) =>
    person.places.flatMap((place) => {
      const at = rangeOf(act, places, place)
      if (!at) return []
      const { from, to, head } = at
      const caret = caretAt(head, nameOf(person), person.id)
      return from === to ? [caret] : [selectionOver(from, to, person.id), caret]
    }),
  )
}

/** Where a place is in the text as it stands; what does not lie in its unit any more ends with it. */
export function rangeOf(act: Act, places: UnitPlaces, place: Place) {
  const start = places.positionOf(unitId(place.unit))
  const unit = start === undefined ? null : act.nodeAt(start)
  if (start === undefined || !unit) return undefined
  const within = (offset: number) => start + Math.min(Math.max(offset, 1), unit.nodeSize - 1)
  const [anchor, head] = [within(place.anchor), within(place.head)]
  return { from: Math.min(anchor, head), to: Math.max(anchor, head), head }
}

function selectionOver(from: number, to: number, person: string): Decoration {
  const attrs = { class: 'present-selection', style: `--person-hue: ${personHue(person)}` }
  return Decoration.inline(from, to, attrs, { name: `present ${person}` })
}

function caretAt(at: number, name: string, person: string): Decoration {
  const draw = () => {
    const caret = document.createElement('span')
    caret.className = 'present-caret'
    // The content policy refuses styles as text; those set one by one are no text.
    caret.style.setProperty('--person-hue', String(personHue(person)))
    const label = document.createElement('span')
    label.className = 'present-name'
    label.textContent = name
    caret.append(label)
    return caret
  }
  const key = `present ${person} ${name}`
  return Decoration.widget(at, draw, { side: 1, key, name: key, ignoreSelection: true })
}
