import '../base/jitless.ts'
import { z } from 'zod'
import type { Result } from '../base/result.ts'
import { presentPerson } from '../sync/presence.ts'
import { bytes } from './bytes.ts'
import { call } from './call.ts'
import { exportCalls, exportedFile, pdfStandard } from './exporting.ts'
import { mergeCalls } from './merges.ts'
import { readingCalls, readingOutcome } from './reading.ts'
import {
  citationGraph,
  impactElsewhere,
  incomingReference,
  outgoingReference,
  plannedEdit,
  rewriteValue,
  type touchedReference,
  unitText,
} from './references.ts'
import { reviewCalls } from './review.ts'
import { shareSummary, sharingCalls } from './sharing.ts'
import { problemShape, problemValues, saying } from './wire.ts'

/**
 * Everything the renderer can ask of a host, whatever carries it. Preload, transports and tests are
 * derived from this table; nothing else crosses.
 */
export const contract = {
  /** The documents of the library, the latest changed first. */
  listDocuments: call(z.void(), z.array(z.lazy(() => documentSummary))),
  ...readingCalls,
  cancelJob: call(z.strictObject({ job: z.string() }), z.void()),
  /** The live draft of a document; the caller then receives its `update` events. */
  openDocument: call(
    z.strictObject({ document: z.string() }),
    z.lazy(() => openedDocument),
  ),
  /** The law in force, against which the draft is compared. */
  readBase: call(
    z.strictObject({ document: z.string() }),
    z.strictObject({
      /** ProseMirror JSON of an `act`, in UTF-8: carried as it is kept, read once. */
      act: bytes(500_000_000),
    }),
  ),
  closeDocument: call(z.strictObject({ document: z.string() }), z.void()),
  /** Appends a Yjs update of the draft; answers after it is committed to disk. */
  saveUpdate: call(
    z.strictObject({ document: z.string(), update: bytes(50_000_000) }),
    z.strictObject({ seq: z.number() }),
  ),
  renameDocument: call(
    z.strictObject({ document: z.string(), title: z.string().max(2000) }),
    z.void(),
  ),
  /** Moves a document out of the library; {@link contract.restoreDocument} brings it back. */
  removeDocument: call(z.strictObject({ document: z.string() }), z.void()),
  restoreDocument: call(z.strictObject({ document: z.string() }), z.void()),
  ...exportCalls,
  /**
   * The law that makes the law in force the draft as saved, in the language asked for, with its proof.
   * Each change is worded as the drafters chose in the draft.
   */
  amendingLaw: call(
    z.strictObject({
      document: z.string(),
      language: z.enum(['ru', 'kk', 'en']),
    }),
    z.strictObject({
      title: z.string(),
      instructions: z.number(),
      lines: z.array(
        z.strictObject({
          kind: z.enum(['title', 'formula', 'article', 'item', 'quote', 'signature', 'annex']),
          level: z.number(),
          num: z.string().nullable(),
          text: z.string(),
          /** The units of the draft, or of the law in force, that the line is about. */
          units: z.array(z.string()),
        }),
      ),
      /** Whether the law, read back from its words and applied, gives the draft. */
      holds: z.boolean(),
      differences: z.array(
        z.strictObject({
          unit: z.string().nullable(),
          what: z.enum(['missing', 'extra', 'heading', 'words']),
          at: z.string(),
          found: z.string().nullable(),
          wanted: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Reads an amending law and applies it to the draft as saved; saves nothing. */
  applyAmendingLaw: call(
    z.strictObject({
      document: z.string(),
      law: z.strictObject({ name: z.string(), bytes: bytes(50_000_000) }),
      /** Numbers of the instructions to apply; `null` for all. */
      only: z.array(z.number()).nullable(),
    }),
    z.strictObject({
      outcomes: z.array(
        z.strictObject({
          n: z.number(),
          text: z.string(),
          outcome: z.enum(['applied', 'applied-check', 'ambiguous', 'not-found', 'conflict']),
          at: z.string(),
          reason: saying.nullable(),
          units: z.array(z.string()),
          candidates: z.array(z.strictObject({ at: z.string(), words: z.string() })),
        }),
      ),
      /** The draft with the law applied, as JSON of the schema. */
      act: z.unknown(),
    }),
  ),
  /** Who cites units of this document, or some of its units, in the other documents of the library. */
  referencesInto: call(
    z.strictObject({ document: z.string(), units: z.array(z.string()).exactOptional() }),
    z.array(z.lazy(() => incomingReference)),
  ),
  /** What this document cites of other acts as its draft stands on disk, resolved into the library. */
  referencesFrom: call(
    z.strictObject({ document: z.string() }),
    z.array(z.lazy(() => outgoingReference)),
  ),
  /** One unit of a document as its draft reads, for who cites it. */
  readUnit: call(
    z.strictObject({ document: z.string(), unit: z.string() }),
    z.lazy(() => unitText),
  ),
  /** Units that a drafter may mean by numbers («44 3») or words, to be cited from a document. */
  findUnits: call(
    z.strictObject({ document: z.string(), query: z.string().max(500) }),
    z.array(z.lazy(() => unitText)),
  ),
  /**
   * What edits would do, before they are made, to the references of other documents into this one,
   * and how those would follow. The drafts are those on disk.
   */
  impactOf: call(
    z.strictObject({ document: z.string(), edits: z.array(z.lazy(() => plannedEdit)) }),
    z.lazy(() => impactElsewhere),
  ),
  /**
   * Writes into a draft what the edits of `cited` left to do in its citations: the certain rewrites as
   * one change, the rest as checks that it remembers; `as: 'checks'` writes no words. What no longer
   * finds its words is left alone, and counted. `back` takes the change of words back.
   */
  rewriteCitations: call(
    z.strictObject({
      document: z.string(),
      cited: z.string(),
      plan: z.array(z.lazy(() => rewriteValue)).max(100_000),
      as: z.enum(['words', 'checks']),
    }),
    z.strictObject({
      rewritten: z.number(),
      checks: z.number(),
      left: z.number(),
      back: z.array(z.lazy(() => rewriteValue)),
    }),
  ),
  /** Who cites whom: among the acts of the library, or among the chapters of a document and its neighbors. */
  citationGraph: call(
    z.strictObject({ document: z.string().nullable() }),
    z.lazy(() => citationGraph),
  ),
  /**
   * Leaves a reference alone, by its unit and words, heeds it again, or holds it checked; kept in its
   * draft.
   */
  ignoreReference: call(
    z.strictObject({
      document: z.string(),
      unit: z.string(),
      text: z.string().max(5000),
      as: z.enum(['ignored', 'heeded', 'checked']),
    }),
    z.void(),
  ),
  ...sharingCalls,
  ...mergeCalls,
  ...reviewCalls,
  /** Names the draft as it stands on disk, and keeps it so; answers with the version's hash. */
  nameVersion: call(
    z.strictObject({ document: z.string(), name: z.string().max(500) }),
    z.strictObject({ version: z.string() }),
  ),
  /** The named versions of a draft, oldest first. */
  listVersions: call(
    z.strictObject({ document: z.string() }),
    z.array(z.lazy(() => versionSummary)),
  ),
  /** The act of a version as ProseMirror JSON in UTF-8, checked against its hash. */
  readVersion: call(
    z.strictObject({ document: z.string(), version: z.string() }),
    z.strictObject({ act: bytes(500_000_000) }),
  ),
  /** Keeps from which text the changes of a draft are told: `base`, or a version by its hash. */
  keepToldFrom: call(z.strictObject({ document: z.string(), text: z.string().max(100) }), z.void()),
  /** Without a language as long as nobody chose one: the window then speaks that of the machine. */
  readSettings: call(
    z.void(),
    z.lazy(() => settings.partial({ language: true })),
  ),
  writeSettings: call(
    z.lazy(() => settings),
    z.void(),
  ),
  /** What was found damaged in the library when it was opened, and what was done about it. */
  libraryHealth: call(z.void(), z.array(saying)),
}

export const settings = z.strictObject({
  language: z.enum(['en', 'ru', 'kk']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Whose name what is written here bears. The desk makes the id, and keeps it whatever is written. */
  person: z.strictObject({ id: z.string().max(100), name: z.string().max(200) }),
  /** What exported PDFs claim, as the person last chose. */
  pdf: pdfStandard,
})

export const versionSummary = z.strictObject({
  /** SHA-256 of all that it holds, in hexadecimal. */
  hash: z.string(),
  name: z.string(),
  person: z.strictObject({ id: z.string(), name: z.string() }),
  /** Milliseconds since the epoch. */
  at: z.number(),
  /** `damaged`: it is not as it was when it was named, and cannot be read. */
  state: z.enum(['whole', 'damaged']),
})

export const documentSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  language: z.enum(['en', 'ru', 'kk']),
  profile: z.string(),
  /** Milliseconds since the epoch. */
  changedAt: z.number(),
  units: z.number(),
  /** Came with Bapta. */
  sample: z.boolean(),
})

export const openedDocument = z.strictObject({
  summary: documentSummary,
  /** The whole live draft as one Yjs update, version 1 encoding. */
  state: bytes(500_000_000),
  /** Why the host takes no edits, if so. What the draft itself says of that, the window reads in it. */
  readOnly: problemShape.nullable(),
  /** From which text its changes were told the last time: `base`, or a version by its hash. */
  toldFrom: z.string(),
})

export const event = z.discriminatedUnion('kind', [
  /** Another window, or the network, changed an open draft. */
  z.strictObject({ kind: z.literal('update'), document: z.string(), update: bytes(50_000_000) }),
  z.strictObject({
    kind: z.literal('job'),
    job: z.string(),
    state: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('progress'), done: z.number(), total: z.number() }),
      /** The file is read and held. */
      z.strictObject({
        kind: z.literal('read'),
        /** Units of all acts in it. */
        units: z.number(),
        ...readingOutcome(),
      }),
      z.strictObject({ kind: z.literal('done'), document: z.string(), ...readingOutcome() }),
      /** The file that the job was to write. */
      z.strictObject({ kind: z.literal('written'), ...exportedFile() }),
      z.strictObject({ kind: z.literal('cancelled') }),
      z.strictObject({
        kind: z.literal('failed'),
        code: z.string(),
        message: z.string(),
        values: problemValues.exactOptional(),
      }),
    ]),
  }),
  /** The library's list changed. */
  z.strictObject({ kind: z.literal('library') }),
  /** References out of or into these documents changed: what was asked of them is to be asked again. */
  z.strictObject({ kind: z.literal('references'), documents: z.array(z.string()).readonly() }),
  /** A document is shared otherwise than before, or its words got further. */
  z.strictObject({
    kind: z.literal('share'),
    document: z.string(),
    share: shareSummary.nullable(),
  }),
  /** Who else has an open document open, and where they are in it. */
  z.strictObject({
    kind: z.literal('presence'),
    document: z.string(),
    people: z.array(presentPerson),
  }),
  /** The reviews of merges of an open document are others than before. */
  z.strictObject({ kind: z.literal('merge'), document: z.string() }),
  /** The named versions of an open document changed. */
  z.strictObject({ kind: z.literal('versions'), document: z.string() }),
  /** Another window, the network or a carried file changed the comments on an open document. */
  z.strictObject({ kind: z.literal('review'), document: z.string(), update: bytes(50_000_000) }),
  /** The person read comments in another window. */
  z.strictObject({
    kind: z.literal('seen'),
    document: z.string(),
    comments: z.array(z.string()),
  }),
  /**
   * Told by the near end of the bridge, never by a host. After `restored` the host knows nothing of
   * this window: documents are opened, and what has no answer is saved, anew.
   */
  z.strictObject({
    kind: z.literal('connection'),
    state: z.enum(['lost', 'restored', 'closed']),
  }),
])

export type Contract = typeof contract
export type CallName = keyof Contract
export type Input<K extends CallName> = z.infer<Contract[K]['input']>
export type Output<K extends CallName> = z.infer<Contract[K]['output']>
export type BridgeEvent = z.infer<typeof event>
export type DocumentSummary = z.infer<typeof documentSummary>
export type OpenedDocument = z.infer<typeof openedDocument>
export type IncomingReference = z.infer<typeof incomingReference>
export type OutgoingReference = z.infer<typeof outgoingReference>
export type UnitText = z.infer<typeof unitText>
export type TouchedReference = z.infer<typeof touchedReference>
export type CitationGraph = z.infer<typeof citationGraph>
export type VersionSummary = z.infer<typeof versionSummary>
export type Settings = z.infer<typeof settings>

/** What the renderer holds: a function for each call, faults as data, and one stream of events. */
export type Bridge = {
  readonly [K in CallName]: (input: Input<K>) => Promise<Result<Output<K>>>
} & {
  /** Calls `listener` with each event until the returned function is called. */
  subscribe(listener: (event: BridgeEvent) => void): () => void
}
