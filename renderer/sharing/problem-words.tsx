import { TriangleAlert } from 'lucide-react'
import type { Problem } from '#shared/base/problem.ts'
import { useMessages } from '../messages/messages.tsx'

/** What went wrong in a dialog, with its remedy. */
export function ProblemWords({ problem }: { readonly problem: Problem | undefined }) {
  const { say } = useMessages()
  if (!problem) return null
  return (
    <p className="dialog-problem" role="alert">
      <TriangleAlert size={14} aria-hidden />
      {say(problem)}
    </p>
  )
}
