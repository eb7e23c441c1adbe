import { z } from 'zod'
import type { Result } from '../base/result.ts'

// Zod would try `new Function`, which the content policy of the window refuses and reports.
z.config({ jitless: true })

/**
 * Everything the renderer can ask of a host, whatever carries it. Preload, transports and tests are
 * derived from this table; nothing else crosses.
 */
export const contract = {
  /** The documents of the library, the latest changed first. */
  listDocuments: call(z.void(), z.array(z.lazy(() => documentSummary))),
  /** Starts reading a file into the library; progress and end come as `job` events. */
  importFile: call(
    z.strictObject({ name: z.string().max(500), bytes: bytes(200_000_000) }),
    z.strictObject({ job: z.string() }),
  ),
  cancelJob: call(z.strictObject({ job: z.string() }), z.void()),
  /** The base text and the live draft of a document; the caller then receives its `update` events. */
  openDocument: call(
    z.strictObject({ document: z.string() }),
    z.lazy(() => openedDocument),
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
  /** The draft as a file: its redline against the base, or its clean text. */
  exportDocument: call(
    z.strictObject({
      document: z.string(),
      form: z.enum(['redline', 'clean']),
      format: z.enum(['docx', 'html', 'pdf', 'txt']),
    }),
    z.strictObject({ name: z.string(), mime: z.string(), bytes: bytes(500_000_000) }),
  ),
  /** Who cites units of this document: references found in the other documents of the library. */
  referencesInto: call(
    z.strictObject({ document: z.string() }),
    z.array(
      z.strictObject({
        document: z.string(),
        title: z.string(),
        fromUnit: z.string(),
        /** The citing unit's place in words, e.g. «пункт 2 статьи 5». */
        fromPlace: z.string(),
        toUnit: z.string(),
        sentence: z.string(),
      }),
    ),
  ),
  readSettings: call(
    z.void(),
    z.lazy(() => settings),
  ),
  writeSettings: call(
    z.lazy(() => settings),
    z.void(),
  ),
  /** What was found damaged in the library when it was opened, and what was done about it. */
  libraryHealth: call(z.void(), z.array(z.strictObject({ code: z.string(), message: z.string() }))),
}

export const settings = z.strictObject({
  language: z.enum(['en', 'ru', 'kk']),
  theme: z.enum(['system', 'light', 'dark']),
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
  /** The law in force as ProseMirror JSON of an `act`. */
  base: z.unknown(),
  /** The whole live draft as one Yjs update, version 1 encoding. */
  state: bytes(500_000_000),
  /** Why the draft may be read but not edited, if so; a sentence. */
  readOnly: z.string().nullable(),
})

export const event = z.discriminatedUnion('kind', [
  /** Another window, or the network, changed an open draft. */
  z.strictObject({ kind: z.literal('update'), document: z.string(), update: bytes(50_000_000) }),
  z.strictObject({
    kind: z.literal('job'),
    job: z.string(),
    state: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('progress'), done: z.number(), total: z.number() }),
      z.strictObject({
        kind: z.literal('done'),
        document: z.string(),
        problems: z.array(
          z.strictObject({
            code: z.string(),
            severity: z.enum(['error', 'warning', 'info']),
            message: z.string(),
            /** One-based line of the source text. */
            line: z.number().nullable(),
            unit: z.string().nullable(),
          }),
        ),
      }),
      z.strictObject({ kind: z.literal('cancelled') }),
      z.strictObject({ kind: z.literal('failed'), code: z.string(), message: z.string() }),
    ]),
  }),
  /** The library's list changed. */
  z.strictObject({ kind: z.literal('library') }),
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
export type Settings = z.infer<typeof settings>

/** What the renderer holds: a function for each call, faults as data, and one stream of events. */
export type Bridge = {
  readonly [K in CallName]: (input: Input<K>) => Promise<Result<Output<K>>>
} & {
  /** Calls `listener` with each event until the returned function is called. */
  subscribe(listener: (event: BridgeEvent) => void): () => void
}

function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { input, output }
}

function bytes(limit: number) {
  return z.instanceof(Uint8Array).refine((value) => value.byteLength <= limit, {
    message: `larger than ${limit} bytes`,
  })
}
