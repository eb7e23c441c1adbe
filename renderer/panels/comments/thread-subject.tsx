import { TriangleAlert } from 'lucide-react'
import { isStructure } from '#shared/review/proposal.ts'
import type { StructureProposal } from '#shared/review/structure.ts'
import { writtenWords } from '#shared/review/written-words.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { MarkedWords } from '../../ui/marked-words.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { useTargetWords } from '../../workbench/use-comment-words.ts'
import type { PlacedThread } from './model.ts'
import { ProposedLines } from './part-preview.tsx'
import { deedOf, linesOfProposal, redlineOf } from './suggested.ts'

interface ThreadSubjectProps {
  readonly bench: Bench
  readonly placed: PlacedThread
}

/** What the thread is about, and what it suggests; where that is gone, that and what it was. */
export function ThreadSubject({ bench, placed }: ThreadSubjectProps) {
  const { t } = useMessages()
  const { thread, located, decision, quote } = placed
  const { proposal } = thread
  if (isStructure(proposal)) return <Structure bench={bench} placed={placed} proposal={proposal} />
  const isGone =
    decision === undefined && (located.kind === 'words-deleted' || located.kind === 'unit-removed')
  const isLate = proposal?.kind === 'words' && !placed.isTimely && decision === undefined
  return (
    <>
      {proposal?.kind === 'newer' && <Warning words={t('suggest.newer')} />}
      {isGone && <Warning words={t(`comments.${located.kind}`)} />}
      {isLate && !isGone && <Warning words={t('comments.late')} />}
      {quote !== undefined && (
        <blockquote className="thread-quote" lang={bench.summary.language}>
          {proposal?.kind === 'words' ? (
            <MarkedWords words={redlineOf(quote, writtenWords(proposal))} />
          ) : isGone ? (
            <del>{quote}</del>
          ) : (
            quote
          )}
        </blockquote>
      )}
    </>
  )
}

/** Lines that come or go that a card shows. */
const SHOWN = 200

interface StructureProps extends ThreadSubjectProps {
  readonly proposal: StructureProposal
}

function Structure({ bench, placed, proposal }: StructureProps) {
  const { t } = useMessages()
  const whereWords = useTargetWords()
  const profile = profileOf(useStore(bench.act))
  const { outlook, target, decision } = placed
  return (
    <>
      {decision === undefined && outlook && outlook.kind !== 'open' && (
        <Warning words={t(`suggest.late.${outlook.kind}`)} />
      )}
      {decision === undefined && outlook?.kind === 'open' && outlook.words === 'changed' && (
        <Warning words={t('suggest.changed')} />
      )}
      <p className="thread-deed">
        <strong>{t(`suggest.${deedOf(proposal)}`)}</strong>
        {target && decision === undefined && <> — {whereWords(target)}</>}
      </p>
      <ProposedLines
        lines={linesOfProposal(profile, proposal, SHOWN)}
        as={proposal.kind === 'dropBlock' ? 'del' : 'ins'}
        language={bench.summary.language}
      />
    </>
  )
}

function Warning({ words }: { readonly words: string }) {
  return (
    <p className="thread-gone">
      <TriangleAlert size={13} aria-hidden /> {words}
    </p>
  )
}
