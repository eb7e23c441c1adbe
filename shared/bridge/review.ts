import '../base/jitless.ts'
import { z } from 'zod'
import { bytes } from './bytes.ts'
import { call } from './call.ts'
import { problemShape } from './wire.ts'

/** Ids of comments: more than anybody reads at once. */
const commentIds = z.array(z.string().max(200)).max(10_000)

/** The calls about what is said of a draft. */
export const reviewCalls = {
  /** The comments on a document as they are kept; a window that has the document open hears of others' as `review` events. */
  openReview: call(
    z.strictObject({ document: z.string() }),
    z.strictObject({
      /** The whole review part as one Yjs update, version 1 encoding. */
      state: z.instanceof(Uint8Array),
      /** Why the host takes no comments, if so. */
      readOnly: problemShape.nullable(),
      /** The comments that the person of this library has read. */
      seen: z.array(z.string()),
    }),
  ),
  /** Appends a Yjs update of the comments; answers after it is committed to disk. */
  saveReview: call(
    z.strictObject({
      document: z.string(),
      update: bytes(50_000_000),
    }),
    z.strictObject({ seq: z.number() }),
  ),
  /** Takes the comments of a Word file of the draft among its threads, and tells how many; what is there already stays, in the words that the file changed it to. */
  takeWordComments: call(
    z.strictObject({
      document: z.string(),
      name: z.string().max(500),
      bytes: bytes(200_000_000),
    }),
    z.strictObject({
      threads: z.number(),
      answers: z.number(),
      reworded: z.number(),
      resolved: z.number(),
      known: z.number(),
    }),
  ),
  /** Keeps that the person read comments; other windows hear of it as a `seen` event. */
  seeComments: call(z.strictObject({ document: z.string(), comments: commentIds }), z.void()),
}
