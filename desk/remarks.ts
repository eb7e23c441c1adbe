import * as Y from 'yjs'
import type { Remark } from '#shared/export/remark.ts'
import { type Located, locate } from '#shared/review/anchor.ts'
import { type Thread, threadsIn } from '#shared/review/threads.ts'
import { justificationsIn } from '#shared/sync/justifications.ts'
import type { Layout } from '#shared/sync/layout.ts'
import { layoutOf } from '#shared/sync/project.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { partState } from '#store/parts.ts'

/** Sorts of what was said of a draft. */
export type Said = 'open' | 'resolved' | 'justifications'

interface Exporter {
  readonly author: string
  readonly date: string
}

/** What was said of a draft as it stands on disk, where it is in the draft now. */
export function remarksOf(
  {
    db,
    document,
    draft,
  }: { readonly db: Reader; readonly document: DocumentKey; readonly draft: Y.Doc },
  said: readonly Said[],
  by: Exporter,
): readonly Remark[] {
  const review = new Y.Doc()
  Y.applyUpdate(review, partState(db, document, 'review'))
  const layout = layoutOf(draft)
  const threads = threadsIn(review)
    .filter(({ resolved }) => said.includes(resolved ? 'resolved' : 'open'))
    .flatMap((thread) => remarkOf(draft, layout, thread))
  if (!said.includes('justifications')) return threads
  const justified = [...justificationsIn(draft)].map(
    ([unit, words]): Remark => ({ unit, comments: [{ ...by, words }], isResolved: false }),
  )
  return [...threads, ...justified]
}

function remarkOf(draft: Y.Doc, layout: Layout, thread: Thread): readonly Remark[] {
  const { proposal, resolved } = thread
  const comments = thread.comments.flatMap(({ author, at, words }, i) => {
    const proposed = i === 0 && proposal ? `→ ${proposal.words || '—'}` : ''
    const all = [proposed, words ?? ''].filter((one) => one !== '').join('\n')
    if (all === '') return []
    return [{ author: author.name, date: new Date(at).toISOString(), words: all }]
  })
  if (comments.length === 0) return []
  const located = locate(draft, layout, thread.anchor)
  return [{ ...placeOf(located), comments, isResolved: resolved !== undefined }]
}

function placeOf(located: Located): Pick<Remark, 'unit' | 'words'> {
  if (located.kind !== 'words') return { unit: located.unit }
  const { unit, text, from, to } = located
  return { unit, words: { text, from, to } }
}
