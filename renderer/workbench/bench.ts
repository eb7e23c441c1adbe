import type { EditorView } from 'prosemirror-view'
import type { Problem } from '#shared/base/problem.ts'
import type { Bridge, DocumentSummary } from '#shared/bridge/contract.ts'
import type { CheckProblem } from '#shared/check/remedy.ts'
import type { Change } from '#shared/diff/changes.ts'
import type { ActRedline } from '#shared/diff/redline.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import type { Replacement } from '../editor/commands/replace-found.ts'
import type { TableCommand } from '../editor/commands/table-commands.ts'
import type { UnitCommand } from '../editor/commands/unit-edits.ts'
import type { UnitPlaces } from '../editor/node-views/unit-view.ts'
import type { RedlineWords } from '../editor/plugins/redline-widgets.ts'
import type { Found } from '../editor/queries/find-words.ts'
import type { SaveQueue } from '../host/save-queue.ts'
import type { Store } from '../host/store.ts'
import type { OutlineNode } from '../panels/outline/model.ts'
import type { ReferenceIndex } from '../panels/references/model.ts'
import type { BenchSharing } from '../sharing/bench-sharing.ts'
import type { BenchChanges } from './bench-changes.ts'
import type { BenchComments } from './bench-comments.ts'
import type { BenchHistory } from './bench-history.ts'
import type { BenchMerges } from './bench-merges.ts'
import type { BenchNotes } from './bench-notes.ts'
import type { BenchReferences } from './bench-references.ts'
import type { BenchSuggestions } from './bench-suggestions.ts'
import type { BenchUnits } from './bench-units.ts'
import type { BenchVersions } from './bench-versions.ts'
import type { CaretPath } from './caret.ts'
import type { Counts } from './counts.ts'

/** One open draft: its text, what is worked out from it, and what may be done with it. */
export interface Bench
  extends BenchReferences,
    BenchChanges,
    BenchComments,
    BenchSuggestions,
    BenchHistory,
    BenchMerges,
    BenchNotes,
    BenchVersions,
    BenchSharing,
    Omit<BenchUnits, 'show'> {
  readonly summary: DocumentSummary
  readonly bridge: Bridge
  /** The law in force; it comes behind the text. */
  readonly base: Store<Act | undefined>
  /** Why the draft may only be read, if so; a sentence. */
  readonly readOnly: Problem | null
  readonly view: EditorView
  readonly places: UnitPlaces
  readonly saves: SaveQueue
  /** Units the outline opens by itself. */
  readonly openAtFirst: ReadonlySet<UnitId>

  readonly act: Store<Act>
  readonly caret: Store<CaretPath>
  readonly outline: Store<readonly OutlineNode[]>
  /** `undefined` until the first pause in which they were counted. */
  readonly counts: Store<Counts | undefined>
  /** The text that changes are told from; the law in force at first. */
  readonly against: Store<Act | undefined>
  /** The draft against that text. */
  readonly redline: Store<ActRedline | undefined>
  readonly changes: Store<readonly Change[]>
  readonly changedUnits: Store<ReadonlySet<UnitId>>
  readonly references: Store<ReferenceIndex>
  readonly problems: Store<readonly CheckProblem[]>

  edit(edits: readonly UnitEdit[]): void
  /** Makes the draft another text of the same act, undone as one; units keep their ids where it has them. */
  become(act: Act): void
  /** Makes the draft a version again, as {@link Bench.become} does, and notes it. */
  becomeVersion(act: Act, name: string): void
  /** Does what a command means for the unit at the caret, once its references are seen to. */
  unit(command: UnitCommand): void
  /** Cuts the unit at the caret in two. */
  splitUnit(): void
  table(command: TableCommand): void
  canTable(command: TableCommand): boolean
  undo(): void
  redo(): void
  /** Writes words in the place of found ones, undone as one. */
  replaceFound(found: readonly Found[], words: string): Pick<Replacement, 'replaced' | 'left'>
  /** Writes words at the caret, parted from those around it. */
  insertWords(words: string): void
  /** Shows a unit and puts the caret in it; {@link Bench.back} returns. */
  jump(unit: UnitId): void
  /** Shows a unit to which the drafter came from elsewhere. */
  arrive(unit: UnitId): void
  /** Selects a place and shows it; the focus stays where it is. */
  select(found: Found): void
  /** The words of redline marks, in the language of the window. */
  setWords(words: RedlineWords): void
  showRedline(shown: 'shown' | 'hidden'): void
  showFound(found: readonly Found[], current: number): void
  close(): void
}
