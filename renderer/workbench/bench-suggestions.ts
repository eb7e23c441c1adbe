import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { ok, type Result } from '#shared/base/result.ts'
import { anchorToUnit } from '#shared/review/anchor.ts'
import { proposeChange } from '#shared/review/proposed-change.ts'
import {
  nameOf,
  proposeEdits,
  type UnitProposal,
  unitOfStructure,
} from '#shared/review/structure.ts'
import { rewritten, type WrittenUnit } from '#shared/review/suggested-lines.ts'
import { unitOfSuggested } from '#shared/review/suggested-unit.ts'
import {
  type NewComment,
  openChange,
  openProposal,
  type ProposedPart,
} from '#shared/review/threads.ts'
import { type Act, type Unit, type UnitId, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import type { SuggestedEdits } from '../editor/binding/suggested-edits.ts'
import { identified } from '../editor/commands/identified.ts'
import { placeWords } from '../editor/queries/place-words.ts'
import { createStore, type Store } from '../host/store.ts'
import type { Bench } from './bench.ts'
import { told } from './told.ts'

/** What a reviewer is about to suggest; `none`: it cannot be. */
export type Suggesting =
  | UnitProposal
  /** What they did in the text, or to several paragraphs of it. */
  | { readonly kind: 'change'; readonly parts: readonly ProposedPart[] }
  /** Words that they type over those that are selected. */
  | { readonly kind: 'typed'; readonly words: string }
  | 'none'

/** What a reviewer suggests to do to the text as a whole. */
export interface BenchSuggestions extends Omit<SuggestedEdits, 'maySuggest'> {
  readonly suggesting: Store<Suggesting | undefined>
  /** Whether they typed where no words are selected, which does nothing. */
  readonly typedAtCaret: Store<boolean>
  /** Begins to suggest what edits would do. */
  suggestEdits(edits: readonly UnitEdit[]): void
  /** Suggests at once that the text be another, and says why. */
  suggestText(after: Act, why: string): Result<void>
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
  readonly view: Pick<EditorView, 'state'>
  readonly profile: Profile
  readonly placeOf: (unit: UnitId) => string
  readonly tell: () => Omit<NewComment, 'words'>
}

export function createBenchSuggestions(parts: SuggestionParts): BenchSuggestions {
  const { review, session, view, profile, placeOf, tell } = parts
  const suggesting = createStore<Suggesting | undefined>(undefined)
  const typedAtCaret = createStore(false)
  const nameIn = (parent: UnitId | null, unit: Unit) =>
    [parent === null ? '' : placeOf(parent), placeWords(profile, [unit])]
      .filter((words) => words !== '')
      .join(' · ')
  return {
    suggesting,
    typedAtCaret,
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
      if (asked === undefined || asked === 'none' || asked.kind === 'typed') return ok(undefined)
      if (asked.kind === 'change') {
        const done = open(asked.parts, why)
        if (done.ok) suggesting.set(undefined)
        return done
      }
      const proposal = written && asked.kind === 'insert' ? withWords(asked, written) : asked
      const unit = unitOfStructure(session.doc, session.layout, proposal)
      const thread = { anchor: anchorToUnit(unit), proposal }
      const done = openProposal(review, thread, { ...tell(), words: why })
      if (done.ok) suggesting.set(undefined)
      return done
    },
    suggestChange(after) {
      const made = partsOf(after)
      if (made.ok) suggesting.set({ kind: 'change', parts: made.value })
      else told(made)
    },
    suggestTyped(words) {
      const asked = suggesting.get()
      // Keys that come before the dialog has the focus.
      const before = typeof asked === 'object' && asked.kind === 'typed' ? asked.words : ''
      suggesting.set({ kind: 'typed', words: before + words })
    },
    typeAtCaret: () => typedAtCaret.set(true),
    suggestText(after, why) {
      const made = partsOf(after)
      return made.ok ? open(made.value, why) : made
    },
    dropSuggestion: () => suggesting.set(undefined),
  }

  function partsOf(after: Act): Result<readonly ProposedPart[]> {
    const before = view.state.doc
    const change = { before, after: identified(before, after, session.newId) }
    return proposeChange(session.doc, session.layout, change, (act, unit) => {
      return placeWords(profile, pathTo(act, unit))
    })
  }

  function open(proposed: readonly ProposedPart[], why: string): Result<void> {
    const comments = proposed.map((_, index) => ({ ...tell(), words: index === 0 ? why : '' }))
    return openChange(review, proposed, comments)
  }

  function withWords(
    asked: Extract<UnitProposal, { kind: 'insert' }>,
    written: WrittenUnit,
  ): UnitProposal {
    const unit = rewritten(profile, asked.unit, written, session.newId)
    return { ...asked, unit, name: nameOf(nameIn(asked.at.parent, unitOfSuggested(unit))) }
  }
}

/** A unit with those around it, the outermost first. */
function pathTo(act: Act, unit: UnitId): readonly Unit[] {
  let path: readonly Unit[] = []
  walkUnits(act, (one, parents) => {
    if (unitAttrs(one).id === unit) path = [...parents, one]
  })
  return path
}
