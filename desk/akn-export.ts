import { AKN_NAMESPACE } from '#shared/akn/names.ts'
import {
  type RedlineTexts,
  writeExpressions,
  writeMarked,
} from '#shared/akn/redline/write-redline.ts'
import { type WriteAknOptions, writeAkn } from '#shared/akn/write.ts'
import type { Problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import type { Act } from '#shared/schema/act.ts'
import { sourceOf } from '#shared/schema/source.ts'
import { validateAkn } from './akn-validator.ts'

export interface AknFile {
  readonly text: string
  /** What is wrong by the schema with a document that is others' and was written back. */
  readonly problems: readonly Problem[]
}

/** UTF-16 units; libxml2 takes ten bytes of memory for each, and WebAssembly has four gigabytes. */
const LONGEST_VALIDATED = 64_000_000

/**
 * An act as Akoma Ntoso, validated. A document of our own that is not valid is refused with the place;
 * what others wrote is given back as it came, with what is wrong in it.
 */
export function aknFile(act: Act, options: WriteAknOptions = {}): Result<AknFile> {
  return checked(writeAkn(act, options), isForeign(act) ? 'others' : 'ours')
}

/** Both texts of a redline in one document with its changes marked. */
export function markedFile(texts: RedlineTexts): Result<AknFile> {
  return checked(writeMarked(texts), 'ours')
}

/** The two texts of a redline as documents of their own; the draft's tells each change. */
export function expressionFiles(
  texts: RedlineTexts,
): Result<{ readonly base: AknFile; readonly draft: AknFile }> {
  const written = writeExpressions(texts)
  const base = checked(written.base, isForeign(texts.base) ? 'others' : 'ours')
  if (!base.ok) return base
  const draft = checked(written.draft, isForeign(texts.draft) ? 'others' : 'ours')
  return draft.ok ? ok({ base: base.value, draft: draft.value }) : draft
}

function checked(text: string, whose: 'ours' | 'others'): Result<AknFile> {
  const isOurSchema = text.slice(0, 4_000).includes(`"${AKN_NAMESPACE}"`)
  if (!isOurSchema || text.length > LONGEST_VALIDATED) return ok({ text, problems: [] })
  const problems = validateAkn(text)
  const [first] = problems
  return first && whose === 'ours' ? fail(first) : ok({ text, problems })
}

function isForeign(act: Act): boolean {
  const source = sourceOf(act)
  return source !== null && !source.startsWith('<meta>')
}
