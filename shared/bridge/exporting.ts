import '../base/jitless.ts'
import { z } from 'zod'
import { bytes } from './bytes.ts'
import { call } from './call.ts'

/** Two texts of a document: `base`, the law in force; `draft`, as it stands on disk; else a version by its hash. */
const comparedTexts = z.strictObject({ from: z.string(), to: z.string() })

/**
 * How a redline tells its changes: `Telling` of shared/diff/telling.ts, and whether numbers that only
 * follow from other changes are marked; left out, they are.
 */
const telling = z.strictObject({
  moves: z.enum(['moves', 'deleteAndInsert']),
  granularity: z.enum(['words', 'units']),
  following: z.enum(['marked', 'unmarked']).exactOptional(),
})

/** What a PDF claims, and is checked against: PDF/UA-1, accessible; PDF/A-2a, for archives too. */
export const pdfStandard = z.enum(['ua-1', 'a-2a'])

/** A file that a host wrote. */
export function exportedFile() {
  return { name: z.string(), mime: z.string(), bytes: bytes(500_000_000) }
}

/** What a window asks of files that are written from a draft. */
export const exportCalls = {
  /**
   * Starts writing the draft as a file: its redline against the base, its clean text and others. The
   * job ends as `written`; cancelled, or when its window is gone, it ends at once and writes nothing.
   */
  exportDocument: call(
    z.strictObject({
      document: z.string(),
      /** `law`: the amending law; `table`: the comparative table; `carry`: all of it, to be carried by hand. */
      form: z.enum(['redline', 'clean', 'law', 'table', 'carry']),
      /** `zip`: both texts of a redline as documents of Akoma Ntoso; `xml` has them in one. */
      format: z.enum(['docx', 'html', 'pdf', 'txt', 'csv', 'xml', 'zip', 'bapta']),
      /** Of the amending law; left out, that of the document. */
      language: z.enum(['ru', 'kk', 'en']).optional(),
      /** Of two texts other than the law in force and the draft; the amending law is of these only. */
      between: comparedTexts.exactOptional(),
      /** Of a redline; left out, words and moves. */
      telling: telling.exactOptional(),
      /** What was said of the draft that a Word file of it shows as comments; left out, nothing. */
      comments: z.array(z.enum(['open', 'resolved', 'justifications'])).exactOptional(),
      /** Of a PDF; left out, PDF/UA-1. */
      standard: pdfStandard.exactOptional(),
    }),
    z.strictObject({ job: z.string() }),
  ),
}
