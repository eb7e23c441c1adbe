import { AKN_NAMESPACE } from '#shared/akn/names.ts'
import type { RedlineTexts } from '#shared/akn/redline/write-redline.ts'
import type { WriteAknOptions } from '#shared/akn/write.ts'
import type { Problem } from '#shared/base/problem.ts'
import { fail, ok, type Result } from '#shared/base/result.ts'
import { finished } from '#shared/base/steps.ts'
import type { Act } from '#shared/schema/act.ts'
import { type AknText, aknSteps, expressionSteps, markedSteps } from './akn-text.ts'
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
  return checked(finished(aknSteps(act, options)))
}

/** {@link markedSteps}, validated. */
export function markedFile(texts: RedlineTexts): Result<AknFile> {
  return checked(finished(markedSteps(texts)))
}

/** {@link expressionSteps}, each document validated. */
export function expressionFiles(
  texts: RedlineTexts,
): Result<{ readonly base: AknFile; readonly draft: AknFile }> {
  const written = finished(expressionSteps(texts))
  const base = checked(written.base)
  if (!base.ok) return base
  const draft = checked(written.draft)
  return draft.ok ? ok({ base: base.value, draft: draft.value }) : draft
}

/** The document with what is wrong in it by the schema; one of ours that is not valid is refused. */
export function checked({ text, whose }: AknText): Result<AknFile> {
  const isOurSchema = text.slice(0, 4_000).includes(`"${AKN_NAMESPACE}"`)
  if (!isOurSchema || text.length > LONGEST_VALIDATED) return ok({ text, problems: [] })
  const problems = validateAkn(text)
  const [first] = problems
  return first && whose === 'ours' ? fail(first) : ok({ text, problems })
}
