import { MOST_PLACES, type Place, type PresentPerson } from '#shared/sync/presence.ts'
import type { Window, Windows } from '../windows.ts'

/** Where everybody is in each open draft: the windows of this desk, and people on the server. */
export interface Presence {
  /** A window is at a place of a document, or at none. */
  show(window: Window, document: string, place: Place | null): void
  /** A window left. */
  leave(window: Window, document?: string): void
  /** The places of this desk's windows in a document. */
  own(document: string): readonly Place[]
  /** Who else is in a document, as its server says. */
  others(document: string, people: readonly PresentPerson[]): void
  /** Tells the windows of a document anew: one came. */
  refresh(document: string): void
  /** Calls back when the places of this desk change. */
  onOwn(listener: (document: string) => void): void
}

export function createPresence(windows: Windows): Presence {
  const places = new Map<string, Map<Window, Place>>()
  const elsewhere = new Map<string, readonly PresentPerson[]>()
  let listener: (document: string) => void = () => {}

  return {
    show(window, document, place) {
      const known = places.get(document) ?? new Map<Window, Place>()
      places.set(document, known)
      if (place) known.set(window, place)
      else known.delete(window)
      changed(document)
    },
    leave(window, document) {
      for (const [name, known] of places) {
        if (document !== undefined && name !== document) continue
        if (known.delete(window)) changed(name)
      }
    },
    own: (document) => [...(places.get(document)?.values() ?? [])],
    others(document, people) {
      elsewhere.set(document, people)
      tell(document)
    },
    refresh: tell,
    onOwn(listens) {
      listener = listens
    },
  }

  function changed(document: string): void {
    listener(document)
    tell(document)
  }

  /** Each window hears of all but itself; of its person's other windows, here and elsewhere, as of one. */
  function tell(document: string): void {
    const known = places.get(document)
    const people = elsewhere.get(document) ?? []
    const others = people.filter(({ isOwn }) => !isOwn)
    const atOthers = people.filter(({ isOwn }) => isOwn).map((own) => own.places)
    for (const window of windows.readers(document)) {
      const beside = [...(known ?? [])].filter(([other]) => other !== window)
      const own = [...beside.map(([, place]) => [place]), ...atOthers]
      const ours: readonly PresentPerson[] =
        own.length === 0
          ? []
          : [{ id: '', name: '', places: own.flat().slice(0, MOST_PLACES), isOwn: true }]
      window.events.emit({ kind: 'presence', document, people: [...ours, ...others] })
    }
  }
}
