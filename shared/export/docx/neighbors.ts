import { type Fate, isOn } from '../page/page.ts'
import type { MarkedBlock, MarkedParagraph } from './marks.ts'
import type { Revisions } from './revisions.ts'

/** Keeps two paragraphs apart that LibreOffice would join; see {@link runTogether}. */
export function partNeighbors(
  before: MarkedBlock | undefined,
  block: MarkedBlock,
  revisions: Revisions,
): void {
  if (before?.kind !== 'paragraph' || block.kind !== 'paragraph') return
  if (!runTogether(before, block)) return
  const start = block.runs[0]
  revisions.part(before.runs.at(-1)?.by ?? before.by, start ? (start.by ?? block.by) : block.markBy)
}

/**
 * Whether LibreOffice would take a change that ends one paragraph and one that begins the next for a
 * single change over the mark between them, though the mark is not of their kind. It does so when
 * both have one author and one minute, and then joins the paragraphs on accepting or rejecting.
 */
function runTogether(before: MarkedParagraph, block: MarkedParagraph): boolean {
  const end = before.runs.at(-1)?.fate ?? 'kept'
  const kind = changeOf(end)
  return kind !== undefined && kind !== changeOf(before.mark) && kind === changeOf(startOf(block))
}

function startOf({ runs, mark }: MarkedParagraph): Fate {
  return runs[0]?.fate ?? mark
}

function changeOf(fate: Fate): 'ins' | 'del' | undefined {
  if (fate === 'kept') return undefined
  return isOn('A', fate) ? 'del' : 'ins'
}
