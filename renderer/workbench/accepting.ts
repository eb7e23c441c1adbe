import { editsOfThread, inOrder, mayAccept } from '#shared/review/proposal.ts'
import type { Thread } from '#shared/review/threads.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import { notify } from '../ui/toasts.tsx'
import type { BenchImpact } from './bench-impact.ts'
import { told } from './told.ts'

interface AcceptingParts {
  readonly session: DraftSession
  readonly plan: BenchImpact['plan']
}

/**
 * Accepts what threads suggest, together and undone as one, once the drafter has seen which references
 * that touches; where one of them cannot be accepted any more, none is.
 */
export async function acceptSeen(
  { session, plan }: AcceptingParts,
  threads: readonly Thread[],
): Promise<void> {
  session.gather()
  const { doc, layout } = session
  const ordered = inOrder(threads)
  for (const thread of ordered) {
    const may = mayAccept(doc, layout, thread)
    if (!may.ok) return notify({ tone: 'problem', text: may.problem })
  }
  const edits = ordered.flatMap((thread) => editsOfThread(doc, layout, thread))
  return plan(edits, undefined, (following) => told(session.accept(ordered, following)))
}
