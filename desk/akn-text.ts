import type { MarkupSteps } from '#shared/akn/fill.ts'
import {
  type RedlineTexts,
  writeExpressionsSteps,
  writeMarkedSteps,
} from '#shared/akn/redline/write-redline.ts'
import { type WriteAknOptions, writtenAknSteps } from '#shared/akn/write.ts'
import type { Act } from '#shared/schema/act.ts'
import { sourceOf } from '#shared/schema/source.ts'

/** A document as written, before anything has looked at it. */
export interface AknText {
  readonly text: string
  readonly whose: 'ours' | 'others'
}

/** An act as Akoma Ntoso, a unit a step. */
export function* aknSteps(act: Act, options: WriteAknOptions = {}): MarkupSteps<AknText> {
  const { text } = yield* writtenAknSteps(act, options)
  return { text, whose: isForeign(act) ? 'others' : 'ours' }
}

/** Both texts of a redline in one document with its changes marked. */
export function* markedSteps(texts: RedlineTexts): MarkupSteps<AknText> {
  return { text: yield* writeMarkedSteps(texts), whose: 'ours' }
}

/** The two texts of a redline as documents of their own; the draft's tells each change. */
export function* expressionSteps(
  texts: RedlineTexts,
): MarkupSteps<Record<'base' | 'draft', AknText>> {
  const { base, draft } = yield* writeExpressionsSteps(texts)
  return {
    base: { text: base, whose: isForeign(texts.base) ? 'others' : 'ours' },
    draft: { text: draft, whose: isForeign(texts.draft) ? 'others' : 'ours' },
  }
}

function isForeign(act: Act): boolean {
  const source = sourceOf(act)
  return source !== null && !source.startsWith('<meta>')
}
