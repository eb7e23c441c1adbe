import {
  CircleAlert,
  CircleHelp,
  CircleSlash2,
  ExternalLink,
  EyeOff,
  Link2,
  type LucideIcon,
  Unlink,
} from 'lucide-react'
import type { CitationCheck } from '#shared/schema/citation-check.ts'
import { useMessages } from '../../messages/messages.tsx'
import type { ShownStatus } from './shown.ts'

const SIGNS: Readonly<Record<ShownStatus, LucideIcon>> = {
  valid: Link2,
  broken: Unlink,
  repealed: CircleSlash2,
  ambiguous: CircleHelp,
  check: CircleAlert,
  external: ExternalLink,
  ignored: EyeOff,
}

const STATUSES: readonly ShownStatus[] = [
  'check',
  'broken',
  'repealed',
  'ambiguous',
  'external',
  'ignored',
]

/** The sign of a status; its words stand beside it. */
export function StatusSign({ status }: { readonly status: ShownStatus }) {
  const Sign = SIGNS[status]
  return <Sign size={14} aria-hidden />
}

interface ProposedProps {
  readonly check: CitationCheck
  readonly language: string
}

/** Why a citation is to be checked, and the words proposed for it. */
export function Proposed({ check, language }: ProposedProps) {
  const { t } = useMessages()
  const { words, proposal, reason } = check
  return (
    <span className="reference-proposal">
      {t(`check.${reason}`)}
      {proposal !== null && (
        <span lang={language}>
          {': '}
          {words} → <ins>{proposal}</ins>
        </span>
      )}
    </span>
  )
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
