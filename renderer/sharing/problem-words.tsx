import { TriangleAlert } from 'lucide-react'

/** What went wrong in a dialog, with its remedy. */
export function ProblemWords({ words }: { readonly words: string | undefined }) {
  if (words === undefined) return null
  return (
    <p className="dialog-problem" role="alert">
      <TriangleAlert size={14} aria-hidden />
      {words}
    </p>
  )
}
