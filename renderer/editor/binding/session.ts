import * as Y from 'yjs'
import { type Problem, problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { acceptProposal, type DecidedBy, rejectProposal } from '#shared/review/proposal.ts'
import type { Thread } from '#shared/review/threads.ts'
import type { Act, UnitId } from '#shared/schema/act.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { type CarryOptions, carry } from '#shared/sync/carry.ts'
import type { Conflict } from '#shared/sync/conflicts.ts'
import { applyEdit, note, noteCarried } from '#shared/sync/edit.ts'
import { faultOfStore } from '#shared/sync/gate.ts'
import type { Layout } from '#shared/sync/layout.ts'
import { createSignature, signDeletions } from '#shared/sync/people.ts'
import type { Person } from '#shared/sync/person.ts'
import { createDraftView, type DraftView } from '#shared/sync/project.ts'
import { createUndo } from '#shared/sync/undo.ts'

export interface DraftSessionOptions {
  /** The shared document, loaded. */
  readonly doc: Y.Doc
  /** Why the host takes no edits, if so; a sentence. */
  readonly refused?: Problem | null
  readonly newId: () => UnitId
  /** Who edits here; left out, nothing is signed. */
  readonly person?: () => Person
  /** Their way into the shared draft, while it is shared. */
  readonly way?: () => string | undefined
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** One person's work on one shared draft: edits go in by it, and undo takes back only them. */
export interface DraftSession {
  readonly doc: Y.Doc
  /** The act as the document shows it now; unchanged units stay the same nodes. */
  readonly act: Act
  readonly conflicts: readonly Conflict[]
  /** The tree of the units as they stand now. */
  readonly layout: Layout
  /** Why the draft may not be edited, in a sentence; a later update may bring the reason. */
  readonly readOnly: Problem | null
  readonly newId: () => UnitId
  /**
   * Looks at edits of structure that a key asks for, before they are done; `taken`: it does them itself,
   * now or later, or not at all.
   */
  asks: ((edits: readonly UnitEdit[], caret: UnitId | undefined) => 'taken' | 'free') | undefined
  /** Does edits in order, undone as one; the first that fails ends them. */
  edit(edits: readonly UnitEdit[]): Result<void>
  /** Takes in an update of another replica; bytes that are none are refused. */
  receive(update: Uint8Array): Result<void>
  /**
   * Writes what threads propose into the draft, then the edits that follow from it in the act as it is
   * then, all undone as one; the first that cannot be written ends them.
   */
  accept(threads: readonly Thread[], following?: Following): Result<void>
  /** Notes that what threads propose is not taken. */
  reject(threads: readonly Thread[]): Result<void>
  undo(): boolean
  redo(): boolean
  /** Notes that the draft became a version again, by its name. */
  noteVersion(name: string): void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Calls back after each change of the act, whoever made it. */
  subscribe(listener: () => void): () => void
  /** Has the editor write what it still holds back. */
  gather(): void
  /** Calls back with each update made here: what is to be saved and sent. */
  onUpdate(listener: (update: Uint8Array) => void): () => void
  close(): void
}

/** The edits that follow in an act from what was done to it. */
export type Following = (act: Act) => readonly UnitEdit[]

/** What only the editor's binding may do with a session. */
export interface BoundSession extends DraftSession {
  /** The editor's document up to which all local changes are written. */
  readonly settled: Act
  /** Calls before anything but the editor changes the document: what the editor holds back goes first. */
  onGather(listener: () => void): () => void
  /** Writes what was done in the editor: from the act before to the act after. */
  carry(changes: readonly CarriedChange[]): void
  /** The editor's document equals the act: its nodes are taken over. */
  adopt(act: Act): void
}

export interface CarriedChange {
  readonly before: Act
  readonly after: Act
  readonly options: CarryOptions
}

/** Who edits where nobody was named. */
const NOBODY: Person = { id: '', name: '' }

/** Origin of updates that came from elsewhere. */
const ELSEWHERE = Symbol('elsewhere')

export function createDraftSession(options: DraftSessionOptions): BoundSession {
  return new Session(options)
}

class Session implements BoundSession {
  readonly doc: Y.Doc
  readonly newId: () => UnitId
  settled: Act
  asks: BoundSession['asks'] = undefined
  private readonly options: DraftSessionOptions
  /** What was missing when the draft was opened; later updates may come in any order, and the rest behind. */
  private readonly incomplete: Problem | null
  private readonly view: DraftView
  private readonly undoing: Y.UndoManager
  private readonly signature: (at: number) => void
  private readonly gathering = new Set<() => void>()

  constructor(options: DraftSessionOptions) {
    this.options = options
    this.doc = options.doc
    this.newId = options.newId
    this.incomplete = faultOfStore(options.doc)
    this.view = createDraftView(options.doc)
    this.undoing = createUndo(options.doc, this)
    this.signature = createSignature(options.doc, options.person ?? (() => NOBODY), options.way)
    this.settled = this.view.act
  }

  get act(): Act {
    return this.view.act
  }

  get conflicts(): readonly Conflict[] {
    return this.view.conflicts
  }

  get layout(): Layout {
    return this.view.layout
  }

  get readOnly(): Problem | null {
    return this.options.refused ?? this.incomplete ?? this.view.fault
  }

  get canUndo(): boolean {
    return this.readOnly === null && this.undoing.undoStack.length > 0
  }

  get canRedo(): boolean {
    return this.readOnly === null && this.undoing.redoStack.length > 0
  }

  edit(edits: readonly UnitEdit[]): Result<void> {
    this.gather()
    if (this.readOnly !== null) return fail(this.readOnly)
    return this.asOne((at) => this.write(edits, at))
  }

  receive(update: Uint8Array): Result<void> {
    try {
      Y.decodeUpdate(update)
    } catch {
      return fail(problem('sync/bad-update'))
    }
    this.gather()
    Y.applyUpdate(this.doc, update, ELSEWHERE)
    return ok(undefined)
  }

  accept(threads: readonly Thread[], following: Following = () => []): Result<void> {
    return this.decide(
      threads,
      (thread, by) => acceptProposal(this.doc, this.layout, thread, by),
      following,
    )
  }

  reject(threads: readonly Thread[]): Result<void> {
    return this.decide(
      threads,
      (thread, by) => rejectProposal(this.doc, thread, by),
      () => [],
    )
  }

  undo(): boolean {
    return this.takeBack('undo')
  }

  redo(): boolean {
    return this.takeBack('redo')
  }

  noteVersion(name: string): void {
    this.gather()
    const at = this.options.now()
    note(this.doc, { edit: 'version', unit: null, author: this.author, at, name })
  }

  subscribe(listener: () => void): () => void {
    return this.view.subscribe(listener)
  }

  gather(): void {
    for (const listener of this.gathering) listener()
  }

  onGather(listener: () => void): () => void {
    this.gathering.add(listener)
    return () => this.gathering.delete(listener)
  }

  onUpdate(listener: (update: Uint8Array) => void): () => void {
    const handle = (update: Uint8Array, origin: unknown) => {
      if (origin !== ELSEWHERE) listener(update)
    }
    this.doc.on('update', handle)
    return () => this.doc.off('update', handle)
  }

  carry(changes: readonly CarriedChange[]): void {
    const isStructural = changes.some(({ options }) => options.hint === undefined)
    this.settled = changes.at(-1)?.after ?? this.settled
    if (isStructural) this.undoing.stopCapturing()
    const at = this.options.now()
    this.signature(at)
    this.doc.transact((transaction) => {
      for (const { before, after, options } of changes) {
        noteCarried(this.doc, carry(this.doc, before, after, options), { author: this.author, at })
      }
      signDeletions(this.doc, transaction)
    }, this)
    if (isStructural) this.undoing.stopCapturing()
  }

  adopt(act: Act): void {
    this.view.adopt(act)
    this.settled = act
  }

  close(): void {
    this.view.close()
    this.undoing.destroy()
  }

  private decide(
    threads: readonly Thread[],
    write: (thread: Thread, by: DecidedBy) => Result<void>,
    following: Following,
  ): Result<void> {
    this.gather()
    if (this.readOnly !== null) return fail(this.readOnly)
    return this.asOne((at) => {
      const by = { person: this.options.person?.() ?? NOBODY, at, origin: this }
      for (const thread of threads) {
        const done = write(thread, by)
        if (!done.ok) return done
      }
      return this.write(following(this.act), at)
    })
  }

  private write(edits: readonly UnitEdit[], at: number): Result<void> {
    const author = this.author
    for (const edit of edits) {
      const by = { origin: this, view: this.view, at }
      const done = applyEdit(this.doc, edit, author === null ? by : { ...by, author })
      if (!done.ok) return done
    }
    return ok(undefined)
  }

  /** What is written within is one step of undo, however long it takes. */
  private asOne(write: (at: number) => Result<void>): Result<void> {
    const at = this.options.now()
    this.signature(at)
    const { captureTimeout } = this.undoing
    this.undoing.stopCapturing()
    this.undoing.captureTimeout = Number.POSITIVE_INFINITY
    try {
      return write(at)
    } finally {
      this.undoing.captureTimeout = captureTimeout
      this.undoing.stopCapturing()
    }
  }

  private takeBack(way: 'undo' | 'redo'): boolean {
    this.gather()
    if (this.readOnly !== null) return false
    const at = this.options.now()
    this.signature(at)
    const item = way === 'undo' ? this.undoing.undo() : this.undoing.redo()
    if (item === null) return false
    this.doc.transact(() => note(this.doc, { edit: way, unit: null, author: this.author, at }))
    return true
  }

  private get author(): string | null {
    return this.options.person?.().id ?? null
  }
}
