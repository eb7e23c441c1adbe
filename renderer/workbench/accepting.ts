import { editsOfThread, inOrder, mayAccept } from '#shared/review/proposal.ts'
import type { Thread } from '#shared/review/threads.ts'
import type { DraftSession } from '../editor/binding/session.ts'
import type { BenchImpact } from './bench-impact.ts'
import type { WriteEdits } from './impact.ts'
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
  const { doc } = session
  const ordered = inOrder(threads)
  const mayAll = () => {
    session.gather()
    return ordered.every((thread) => told(mayAccept(doc, session.layout, thread)))
  }
  if (!mayAll()) return
  const edits = ordered.flatMap((thread) => editsOfThread(doc, session.layout, thread))
  // Others may have written while the drafter looked.
  const write: WriteEdits = (following) => mayAll() && told(session.accept(ordered, following))
  return plan(edits, undefined, write)
}
