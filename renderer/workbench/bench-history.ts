import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { makeUnit, type UnitId, unitId } from '#shared/schema/act.ts'
import { isUnitKind, isUnitState } from '#shared/schema/kind.ts'
import type { Attribution } from '#shared/sync/attribution.ts'
import { type JournalEntry, onJournal, readJournal } from '#shared/sync/edit.ts'
import { peopleIn } from '#shared/sync/people.ts'
import type { Person } from '#shared/sync/person.ts'
import { recordOf, type UnitRecord, unitMaps } from '#shared/sync/shape.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import { type WriterWords, writerLayer, writerMarks } from '../editor/plugins/writer-layer.ts'
import { placeWords } from '../editor/queries/place-words.ts'
import { createStore, type Store } from '../host/store.ts'

/** Who wrote what in the draft, and what was done to it. */
export interface BenchHistory {
  /** Who wrote what, asked for by unit. */
  readonly attribution: Attribution
  /** Grows whenever the attribution of some unit changed. */
  readonly attributed: Store<number>
  /** Structural commands, oldest first. */
  readonly journal: Store<readonly JournalEntry[]>
  personOf(id: string): Person | undefined
  /** The name of a unit that stands no more, by the numbers it had. */
  nameOfGone(unit: UnitId): string
  /** Marks who wrote the words; without words for it the marks go. */
  showWriters(words: WriterWords | undefined): void
}

interface HistoryParts {
  readonly doc: Y.Doc
  readonly attribution: Attribution
  readonly profile: Profile
  readonly view: EditorView
}

/** Milliseconds without a change after which the marks of writers are drawn anew. */
const PAUSE = 250

export function createBenchHistory({ doc, attribution, profile, view }: HistoryParts) {
  const attributed = createStore(0)
  const journal = createStore(readJournal(doc))
  const stopJournal = onJournal(doc, () => journal.set(readJournal(doc)))
  let words: WriterWords | undefined
  let timer: number | undefined
  const drawLater = () => {
    window.clearTimeout(timer)
    timer = words && window.setTimeout(draw, PAUSE)
  }
  const stopAttribution = attribution.subscribe(() => {
    attributed.set(attributed.get() + 1)
    drawLater()
  })
  const history: BenchHistory = {
    attribution,
    attributed,
    journal,
    personOf: (id) => peopleIn(doc).find((person) => person.id === id),
    nameOfGone: (unit) => placeWords(profile, recordsAround(doc, unit).map(asUnit)),
    showWriters(next) {
      words = next
      draw()
    },
  }
  return {
    ...history,
    closeHistory() {
      window.clearTimeout(timer)
      stopJournal()
      stopAttribution()
    },
  }

  function draw(): void {
    const marks = words ? writerMarks(view.state.doc, attribution, words) : []
    writerLayer.show(view, marks)
  }
}

/** Units in units deeper than any law goes: a cycle that two moves made ends here. */
const DEEPEST = 20

/** What the shared document holds of a unit and those around it, the outermost first. */
function recordsAround(doc: Y.Doc, unit: UnitId): readonly UnitRecord[] {
  const path: UnitRecord[] = []
  for (let id: UnitId | null = unit; id !== null && path.length < DEEPEST; ) {
    const map = unitMaps(doc).get(id)
    if (!map) break
    const record = recordOf(id, map)
    path.unshift(record)
    id = record.parent
  }
  return path
}

function asUnit({ id, kind, label, num, state }: UnitRecord) {
  return makeUnit({
    id: unitId(id),
    kind: isUnitKind(kind) ? kind : 'paragraph',
    label,
    num,
    state: isUnitState(state) ? state : 'inForce',
  })
}
