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
  const selections: Decoration[] = []
  const carets = new Map<number, PresentPerson[]>()
  for (const person of people)
    for (const place of person.places) {
      const at = rangeOf(act, places, place)
      if (!at) continue
      if (at.from < at.to) selections.push(selectionOver(at.from, at.to, person.id))
      const here = carets.get(at.head) ?? []
      if (!here.includes(person)) carets.set(at.head, [...here, person])
    }
  return [...selections, ...[...carets].map(([head, here]) => caretAt(head, here, nameOf))]
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

/** The caret of everybody at one place, with their names side by side. */
function caretAt(
  at: number,
  people: readonly PresentPerson[],
  nameOf: (person: PresentPerson) => string,
): Decoration {
  const draw = () => {
    const caret = tinted('present-caret', people[0])
    const names = document.createElement('span')
    names.className = 'present-names'
    for (const person of people) {
      const label = tinted('present-name', person)
      label.textContent = nameOf(person)
      names.append(label)
    }
    caret.append(names)
    return caret
  }
  const key = `present ${people.map((person) => `${person.id} ${nameOf(person)}`).join('; ')}`
  return Decoration.widget(at, draw, { side: 1, key, name: key, ignoreSelection: true })
}

function tinted(name: string, person: PresentPerson | undefined): HTMLElement {
  const part = document.createElement('span')
  part.className = name
  // The content policy refuses styles as text; those set one by one are no text.
  part.style.setProperty('--person-hue', String(personHue(person?.id ?? '')))
  return part
}
