import {
  CircleHelp,
  CircleSlash2,
  ExternalLink,
  EyeOff,
  Link2,
  type LucideIcon,
  Unlink,
} from 'lucide-react'
import { useMessages } from '../../messages/messages.tsx'
import type { ShownStatus } from './shown.ts'

const SIGNS: Readonly<Record<ShownStatus, LucideIcon>> = {
  valid: Link2,
  broken: Unlink,
  repealed: CircleSlash2,
  ambiguous: CircleHelp,
  external: ExternalLink,
  ignored: EyeOff,
}

const STATUSES: readonly ShownStatus[] = ['broken', 'repealed', 'ambiguous', 'external', 'ignored']

/** The sign of a status; its words stand beside it. */
export function StatusSign({ status }: { readonly status: ShownStatus }) {
  const Sign = SIGNS[status]
  return <Sign size={14} aria-hidden />
}

/** What a screen reader says of a reference in the text that is not simply valid. */
export function StatusWords() {
  const { t } = useMessages()
  return (
    <div hidden>
      {STATUSES.map((status) => (
        <span key={status} id={`reference-${status}`}>
          {t(`reference.${status}`)}
        </span>
      ))}
    </div>
  )
}
