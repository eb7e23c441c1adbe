import '../base/jitless.ts'
import { z } from 'zod'
import { bytes } from './bytes.ts'
import { call } from './call.ts'
import { problemValues } from './wire.ts'

/** What an act is read and drafted under. */
const readingProfile = z.strictObject({
  language: z.enum(['en', 'ru', 'kk']),
  tradition: z.string().max(100),
  profile: z.string().max(100),
})

const fileToRead = z.strictObject({
  name: z.string().max(500),
  bytes: bytes(200_000_000),
  wish: readingProfile.exactOptional(),
})

/** What came of reading a file. */
export function readingOutcome() {
  return {
    problems: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        message: z.string(),
        values: problemValues.exactOptional(),
        /** One-based line of the source text. */
        line: z.number().nullable(),
        unit: z.string().nullable(),
      }),
    ),
    /** What the text was read under. */
    profile: readingProfile,
    format: z.enum(['text', 'markdown', 'html', 'docx', 'akn', 'bapta']),
  }
}

/** What a window asks of files on their way into the library. */
export const readingCalls = {
  /**
   * Starts reading a file into the library; progress and end come as `job` events. A `wish` overrules
   * the language and profile that its words speak for.
   */
  importFile: call(fileToRead, z.strictObject({ job: z.string() })),
  /**
   * Starts reading a file for a look before it enters the library: the job ends as `read`, and what was
   * read is held for this window until it is kept or dropped. A carried file enters at once.
   */
  readFile: call(fileToRead, z.strictObject({ job: z.string() })),
  /** What a held reading holds. */
  showReading: call(
    z.strictObject({ job: z.string() }),
    z.strictObject({
      acts: z.array(
        z.strictObject({
          title: z.string(),
          /** ProseMirror JSON of an `act`, in UTF-8. */
          act: bytes(500_000_000),
          /** Whether tracked changes stand beside it, which only the file can correct. */
          proposes: z.boolean(),
        }),
      ),
      /** The text that was read; `null`: none to show. */
      source: z.string().nullable(),
    }),
  ),
  /** Takes a held reading into the library, as read or as a person corrected it. */
  keepReading: call(
    z.strictObject({
      job: z.string(),
      /** By the place of the act in the file; what is left out stays as it was read. */
      corrections: z.array(
        z.strictObject({
          place: z.number().int().nonnegative(),
          title: z.string().max(2000).exactOptional(),
          act: bytes(500_000_000).exactOptional(),
        }),
      ),
    }),
    /** The first document. */
    z.strictObject({ document: z.string() }),
  ),
  dropReading: call(z.strictObject({ job: z.string() }), z.void()),
}
