import * as Y from 'yjs'
import type { Located } from '#shared/review/anchor.ts'
import { locateThread, type Proposal } from '#shared/review/proposal.ts'
import type { SuggestedUnit } from '#shared/review/suggested-unit.ts'
import { type Comment, type Thread, threadsIn } from '#shared/review/threads.ts'
import { writtenLines, writtenWords } from '#shared/review/written-words.ts'
import { lastingId, parseLastingId } from '#shared/structure/lasting-id.ts'
import type { Remark, RemarkComment } from '#shared/structure/remark.ts'
import type { Layout } from '#shared/sync/layout.ts'
import { layoutOf } from '#shared/sync/project.ts'

/** What was said of a draft as its parts have it, where it is in the draft now. */
export function remarksInParts(text: Uint8Array, review: Uint8Array): readonly Remark[] {
  const draft = new Y.Doc({ gc: false })
  Y.applyUpdate(draft, text)
  const said = new Y.Doc()
  Y.applyUpdate(said, review)
  const layout = layoutOf(draft)
  return threadsIn(said).flatMap((thread) => remarkOf(draft, layout, thread) ?? [])
}

/** A thread as a file shows it; undefined: it has no words. */
export function remarkOf(draft: Y.Doc, layout: Layout, thread: Thread): Remark | undefined {
  const comments = saidIn(thread).map(({ said }) => said)
  if (comments.length === 0) return undefined
  const located = locateThread(draft, layout, thread)
  return { ...placeOf(located), comments, isResolved: thread.resolved !== undefined }
}

/** The comments of a thread as a file shows them, by their ids; a proposal says what it proposes. */
export function saidIn({
  proposal,
  comments,
}: Thread): readonly { readonly id: string; readonly said: RemarkComment }[] {
  return comments.flatMap((comment, i) => {
    const { id, author, at, words } = comment
    const proposed = i === 0 && proposal ? proposedIn(proposal) : ''
    const all = [proposed, words ?? ''].filter((one) => one !== '').join('\n')
    return all === ''
      ? []
      : [
          {
            id,
            said: { author: author.name, date: isoOf(at), words: all, lasting: lastingOf(comment) },
          },
        ]
  })
}

/** What is suggested, in signs that need no language. */
function proposedIn(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'words':
      return `→ ${writtenWords(proposal) || '—'}`
    case 'insert':
      return [`+ ${proposal.name}`, ...linesOf(proposal.unit)].join('\n')
    case 'remove':
      return `− ${proposal.name}`
    case 'setState':
      return `${proposal.state === 'repealed' ? '⊘' : '⊙'} ${proposal.name}`
    case 'move':
      return `⇅ ${proposal.name} → ${proposal.to.name || '—'}`
    case 'addBlocks':
      return [`+ ${proposal.name}`, ...proposal.blocks.flatMap(writtenLines)].join('\n')
    case 'dropBlock':
      return [`− ${proposal.name}`, ...proposal.lines].join('\n')
    case 'newer':
      return ''
  }
}

function linesOf({ heading, paragraphs, units }: SuggestedUnit): readonly string[] {
  const own = [heading ?? '', ...paragraphs.flatMap(writtenLines)].filter((line) => line !== '')
  const inside = units.flatMap((unit) => {
    const [first = '', ...rest] = linesOf(unit)
    return [`${unit.label === null ? '' : `${unit.label}. `}${first}`, ...rest]
  })
  return [...own, ...inside]
}

/** By what files know a comment: the id of the file that it came from, else one made from its own. */
export function lastingOf({ id, lasting }: Comment): string {
  return parseLastingId(lasting) ?? lastingId(id)
}

function placeOf(located: Located): Pick<Remark, 'unit' | 'words'> {
  if (located.kind !== 'words') return { unit: located.unit }
  const { unit, text, from, to } = located
  return { unit, words: { text, from, to } }
}

/** Times come from other programs too, and may be none. */
function isoOf(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
