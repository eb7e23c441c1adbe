import * as Y from 'yjs'
import { threadsIn } from '#shared/review/threads.ts'
import type { Remark } from '#shared/structure/remark.ts'
import { justificationsIn } from '#shared/sync/justifications.ts'
import { layoutOf } from '#shared/sync/project.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { partState } from '#store/parts.ts'
import { remarkOf } from './remark-of.ts'

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
    .flatMap((thread) => remarkOf(draft, layout, thread) ?? [])
  if (!said.includes('justifications')) return threads
  const justified = [...justificationsIn(draft)].map(
    ([unit, words]): Remark => ({ unit, comments: [{ ...by, words }], isResolved: false }),
  )
  return [...threads, ...justified]
}
