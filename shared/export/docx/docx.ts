import { strToU8, type Zippable, zipSync } from 'fflate'
import { finished } from '../../base/steps.ts'
import type { ComparativeTable } from '../../compare/table.ts'
import type { Redline } from '../../diff/redline.ts'
import type { Act } from '../../schema/act.ts'
import type { Remark } from '../../structure/remark.ts'
import type { ExportAbout } from '../about.ts'
import type { PageBlock } from '../page/page.ts'
import { unchanged } from '../page/unchanged.ts'
import { pageUnits } from '../page/unit-page.ts'
import { tablePage } from '../table/page.ts'
import { bodySteps } from './body.ts'
import { withoutNoteLines } from './footnotes.ts'
import { type DocumentXml, type PageForm, packageParts } from './parts.ts'
import { type Revisions, revisionsBy } from './revisions.ts'
import { markedBlocks } from './unit-marks.ts'

/**
 * A Word document whose tracked changes turn into the draft when all are accepted, and into the base
 * when all are rejected. The same redline gives the same bytes.
 */
export function docxRedline(
  redline: Redline,
  about: ExportAbout,
  remarks: readonly Remark[] = [],
): Uint8Array {
  return finished(docxRedlineSteps(redline, about, remarks))
}

/** {@link docxRedline} in steps, so that a caller may stop between them. */
export function* docxRedlineSteps(
  redline: Redline,
  about: ExportAbout,
  remarks: readonly Remark[] = [],
): Generator<undefined, Uint8Array> {
  const units = pageUnits(redline, about.profile, remarks)
  yield
  const blocks = markedBlocks(units, about.profile).flatMap(withoutNoteLines)
  yield
  return yield* wordSteps(blocks, about, 'upright')
}

/** The act as a Word document without changes. */
export function docxClean(
  act: Act,
  about: ExportAbout,
  remarks: readonly Remark[] = [],
): Uint8Array {
  return finished(docxCleanSteps(act, about, remarks))
}

/** {@link docxClean} in steps, so that a caller may stop between them. */
export function docxCleanSteps(
  act: Act,
  about: ExportAbout,
  remarks: readonly Remark[] = [],
): Generator<undefined, Uint8Array> {
  return docxRedlineSteps(unchanged(act), about, remarks)
}

/** The comparative table as a Word document: landscape, its header row repeated on each page. */
export function docxTable(table: ComparativeTable, about: ExportAbout): Uint8Array {
  return finished(docxTableSteps(table, about))
}

/** {@link docxTable} in steps, so that a caller may stop between them. */
export function docxTableSteps(
  table: ComparativeTable,
  about: ExportAbout,
): Generator<undefined, Uint8Array> {
  return wordSteps(tablePage(table), about, 'turned')
}

function* wordSteps(
  blocks: readonly PageBlock[],
  about: ExportAbout,
  form: PageForm,
): Generator<undefined, Uint8Array> {
  const revisions = revisionsBy(about)
  const body = yield* bodySteps(blocks, revisions)
  return zipped(packageParts(documentXml(body, revisions), about, form))
}

function documentXml(body: string, { notes, comments }: Revisions): DocumentXml {
  return { body, footnotes: notes.xml(), said: comments.parts() }
}

/** A fixed time in every entry, within what the zip format can hold, keeps the bytes the same. */
const MTIME = '1980-01-02T00:00:00'

function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    entries[name] = [strToU8(content), { mtime: MTIME, level: 6 }]
  }
  return zipSync(entries)
}
