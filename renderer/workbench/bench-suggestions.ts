import type * as Y from 'yjs'
import { ok, type Result } from '#shared/base/result.ts'
import { anchorToUnit } from '#shared/review/anchor.ts'
import {
  nameOf,
  proposeEdits,
  type StructureProposal,
  unitOfStructure,
} from '#shared/review/structure.ts'
import { rewritten, type WrittenUnit } from '#shared/review/suggested-lines.ts'
import { unitOfSuggested } from '#shared/review/suggested-unit.ts'
import { type NewComment, openProposal } from '#shared/review/threads.ts'
import type { Unit, UnitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import { placeWords } from '../editor/queries/place-words.ts'
import { createStore, type Store } from '../host/store.ts'
import type { Bench } from './bench.ts'

/** What a reviewer suggests to do to units as a whole. */
export interface BenchSuggestions {
  /** What is about to be suggested; `none`: it cannot be. */
  readonly suggesting: Store<StructureProposal | 'none' | undefined>
  /** Begins to suggest what edits would do. */
  suggestEdits(edits: readonly UnitEdit[]): void
  /** Suggests it and says why; a new unit with the words that were written for it. */
  settleSuggestion(why: string, written: WrittenUnit | undefined): Result<void>
  dropSuggestion(): void
}

/** What commands and panels do with edits of structure: a reviewer, who may not do them, suggests them. */
export function planOrSuggest({
  readOnly,
  plan,
  suggestEdits,
}: Pick<Bench, 'readOnly' | 'plan' | 'suggestEdits'>): Bench['plan'] {
  return async (edits, caret) => (readOnly === null ? plan(edits, caret) : suggestEdits(edits))
}

interface SuggestionParts {
  readonly review: Y.Doc
  readonly session: DraftSession
  readonly profile: Profile
  readonly placeOf: (unit: UnitId) => string
  readonly tell: () => Omit<NewComment, 'words'>
}

export function createBenchSuggestions(parts: SuggestionParts): BenchSuggestions {
  const { review, session, profile, placeOf, tell } = parts
  const suggesting = createStore<StructureProposal | 'none' | undefined>(undefined)
  const nameIn = (parent: UnitId | null, unit: Unit) =>
    [parent === null ? '' : placeOf(parent), placeWords(profile, [unit])]
      .filter((words) => words !== '')
      .join(' · ')
  return {
    suggesting,
    suggestEdits(edits) {
      const [edit] = edits
      if (!edit) return
      const at = edit.kind === 'insert' ? edit.at : edit.kind === 'move' ? edit.to : undefined
      const beside = at?.after ?? at?.parent
      const names = {
        unit: edit.kind === 'insert' ? nameIn(edit.at.parent, edit.unit) : placeOf(edit.unit),
        place: beside ? placeOf(beside) : '',
      }
      suggesting.set(proposeEdits(session.doc, session.layout, edits, names) ?? 'none')
    },
    settleSuggestion(why, written) {
      const asked = suggesting.get()
      if (asked === undefined || asked === 'none') return ok(undefined)
      const proposal = written && asked.kind === 'insert' ? withWords(asked, written) : asked
      const unit = unitOfStructure(session.doc, session.layout, proposal)
      const thread = { anchor: anchorToUnit(unit), proposal }
      const done = openProposal(review, thread, { ...tell(), words: why })
      if (done.ok) suggesting.set(undefined)
      return done
    },
    dropSuggestion: () => suggesting.set(undefined),
  }

  function withWords(
    asked: Extract<StructureProposal, { kind: 'insert' }>,
    written: WrittenUnit,
  ): StructureProposal {
    const unit = rewritten(profile, asked.unit, written, session.newId)
    return { ...asked, unit, name: nameOf(nameIn(asked.at.parent, unitOfSuggested(unit))) }
  }
}
