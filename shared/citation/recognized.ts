import type { Node } from 'prosemirror-model'
import { blockText } from '../structure/canonical-text.ts'
import type { Citation } from './address.ts'
import type { Lexicon } from './lexicon.ts'
import { citationsIn } from './parse.ts'

const recognized = new WeakMap<Node, Map<Lexicon, readonly Citation[]>>()

/** The citations of a line of text, kept by its node: after an edit only touched lines are read again. */
export function citationsOf(line: Node, lexicon: Lexicon): readonly Citation[] {
  const known = recognized.get(line)?.get(lexicon)
  if (known) return known
  const citations = citationsIn(blockText(line), lexicon)
  const byLexicon = recognized.get(line) ?? new Map<Lexicon, readonly Citation[]>()
  byLexicon.set(lexicon, citations)
  recognized.set(line, byLexicon)
  return citations
}
