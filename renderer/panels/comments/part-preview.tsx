import { isStructure } from '#shared/review/proposal.ts'
import type { ProposedPart } from '#shared/review/threads.ts'
import { writtenWords } from '#shared/review/written-words.ts'
import type { Profile } from '#shared/tradition/tradition.ts'
import { useMessages } from '../../messages/messages.tsx'
import { MarkedWords } from '../../ui/marked-words.tsx'
import { deedOf, linesOfProposal, redlineOf } from './suggested.ts'

interface PartPreviewProps {
  readonly part: ProposedPart
  readonly profile: Profile
  readonly language: string
  /** What the unit that words are in is called. */
  readonly place: string
}

/** Lines of a part that are shown before it is suggested. */
const SHOWN = 40

/** One part of a change that is about to be suggested: where it is, and what it does. */
export function PartPreview({ part, profile, language, place }: PartPreviewProps) {
  const { t } = useMessages()
  const { proposal, anchor } = part
  if (proposal.kind === 'newer') return null
  if (!isStructure(proposal)) {
    const quote = writtenWords({ words: anchor.words?.quote ?? '' })
    return (
      <>
        <p className="comment-place">{place}</p>
        <blockquote className="thread-quote" lang={language}>
          <MarkedWords words={redlineOf(quote, writtenWords(proposal))} />
        </blockquote>
      </>
    )
  }
  return (
    <>
      <p className="comment-place">
        <strong>{t(`suggest.${deedOf(proposal)}`)}</strong> — {proposal.name}
      </p>
      <ProposedLines
        lines={linesOfProposal(profile, proposal, SHOWN)}
        as={proposal.kind === 'dropBlock' ? 'del' : 'ins'}
        language={language}
      />
    </>
  )
}

interface ProposedLinesProps {
  readonly lines: ReturnType<typeof linesOfProposal>
  readonly as: 'ins' | 'del'
  readonly language: string
}

/** Lines that would come or go. */
export function ProposedLines({ lines, as: Mark, language }: ProposedLinesProps) {
  if (lines.length === 0) return null
  const className = Mark === 'ins' ? 'redline-inserted' : 'redline-deleted'
  return (
    <blockquote className="thread-quote" lang={language}>
      {lines.map(({ key, num, words }) => (
        <p key={key}>
          <Mark className={className}>
            {num} {words}
          </Mark>
        </p>
      ))}
    </blockquote>
  )
}
