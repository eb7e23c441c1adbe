import { Mark } from 'prosemirror-model'
import { present } from '../../base/assert.ts'
import type { ChangedBy } from '../../diff/redline.ts'
import { schema } from '../../schema/schema.ts'
import { type Fate, isOn, type PageParagraph, type Role, type Run, type Side } from './page.ts'

export interface Line {
  readonly words: readonly Run[]
  /** The printed number that opens the line in each text. */
  readonly lead: { readonly A?: string; readonly B?: string }
  readonly roles: { readonly A: Role | undefined; readonly B: Role | undefined }
  readonly by?: ChangedBy | undefined
}

/** A line as a paragraph that stands in the texts where it has words; in none: nothing. */
export function pageParagraph({ words, lead, roles, by }: Line): PageParagraph | undefined {
  const numbers = leadRuns(lead, hasWords(words, 'A'), hasWords(words, 'B'))
  const isSentence = roles.A?.name === 'sentence' || roles.B?.name === 'sentence'
  const runs = [...(isSentence ? numbers.map(heavy) : numbers), ...words]
  const fate = fateOf(hasWords(runs, 'A'), hasWords(runs, 'B'))
  if (fate === undefined) return undefined
  const role = present(fate === 'deleted' ? roles.A : roles.B, 'a line has a role where it stands')
  const roleA = fate === 'kept' && roles.A && !sameRole(roles.A, role) ? roles.A : undefined
  const own = by === undefined ? { runs } : { runs: runs.map((run) => signed(run, by)), by }
  return { kind: 'paragraph', fate, role, ...(roleA ? { roleA } : {}), ...own }
}

/** A run that says nothing of its own is by whoever changed the line. */
export function signed(run: Run, by: ChangedBy | undefined): Run {
  return run.by === undefined && by !== undefined ? { ...run, by } : run
}

export function sameRole(a: Role, b: Role): boolean {
  return a.name === b.name && a.level === b.level
}

export function hasWords(runs: readonly Run[], side: Side): boolean {
  return runs.some((run) => run.text !== '' && isOn(side, run.fate))
}

function fateOf(inA: boolean, inB: boolean): Fate | undefined {
  if (inA && inB) return 'kept'
  if (inB) return 'inserted'
  return inA ? 'deleted' : undefined
}

/** Numbers as literal words: what both begin with is kept, and the space behind if both have one. */
function leadRuns(lead: Line['lead'], wordsInA: boolean, wordsInB: boolean): readonly Run[] {
  const { A, B } = lead
  if (A === undefined && B === undefined) return []
  const gapA = A !== undefined && wordsInA
  const gapB = B !== undefined && wordsInB
  const common = commonWords(A ?? '', B ?? '')
  const gap = gapA && gapB ? ' ' : ''
  return [
    run('kept', (A ?? '').slice(0, common)),
    run('deleted', (A ?? '').slice(common) + (gapA && !gapB ? ' ' : '')),
    run('inserted', (B ?? '').slice(common) + (gapB && !gapA ? ' ' : '')),
    run('kept', gap),
  ].filter(({ text }) => text !== '')
}

function run(fate: Fate, text: string): Run {
  return { fate, text, marks: Mark.none, number: true }
}

/** The number of a sentence stands out from it, as from a heading in the same weight it need not. */
function heavy(number: Run): Run {
  return number.text === ' ' ? number : { ...number, marks: STRONG }
}

const STRONG = [schema.marks.strong.create()]

/** Length of the whole words that both numbers begin with: «Статья » of «Статья 4» and «Статья 5». */
function commonWords(a: string, b: string): number {
  if (a === b) return a.length
  const shorter = Math.min(a.length, b.length)
  let same = 0
  while (same < shorter && a[same] === b[same]) same++
  return a.lastIndexOf(' ', same - 1) + 1
}
