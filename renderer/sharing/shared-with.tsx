import { useCallback, useEffect, useState } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { Problem } from '#shared/base/problem.ts'
import type { SharedMember, ShareSummary } from '#shared/bridge/sharing.ts'
import { useStore } from '../host/store.ts'
import { dateFormat } from '../messages/dates.ts'
import { localeOf, useMessages } from '../messages/messages.tsx'
import { PersonDot } from '../person/person-dot.tsx'
import type { Bench } from '../workbench/bench.ts'
import { AskToLeave, AskToRemove } from './asked-first.tsx'
import { InviteForm } from './invite-form.tsx'
import { memberName } from './model.ts'
import { ProblemWords } from './problem-words.tsx'

interface SharedWithProps {
  readonly bench: Bench
  readonly share: ShareSummary
  readonly onLeft: () => void
}

/** A draft that is shared: where, as what, with whom; owners invite and remove. */
export function SharedWith({ bench, share, onLeft }: SharedWithProps) {
  const { t } = useMessages()
  const document = bench.summary.id
  const isOwner = share.role === 'owner' && share.state !== 'removed'
  const { members, problem, load, revoke, setProblem } = useMembers(bench, isOwner)
  const [asked, setAsked] = useState<'leave' | SharedMember>()
  const handleClose = () => setAsked(undefined)
  const leave = async () => {
    const left = await bench.bridge.leaveShare({ document })
    if (left.ok) onLeft()
    else setProblem(left.problem)
  }
  const handleConfirm = (deed: () => Promise<void>) => {
    handleClose()
    void deed()
  }
  return (
    <div className="dialog-form share">
      <p className="share-facts">
        {share.state === 'removed'
          ? t('share.removedAbout')
          : t('share.facts', { role: t(`role.${share.role}`), address: share.address })}
      </p>
      {isOwner && (
        <>
          {members.length > 0 && (
            <section aria-labelledby="share-members">
              <Heading level={3} id="share-members">
                {t('share.members')}
              </Heading>
              <Members bench={bench} members={members} onRevoke={setAsked} />
            </section>
          )}
          <InviteForm bench={bench} onInvited={load} />
        </>
      )}
      <ProblemWords problem={problem} />
      <footer className="dialog-foot">
        {share.state === 'removed' ? (
          <Button className="button" onPress={() => void leave()}>
            {t('share.keepAsOwn')}
          </Button>
        ) : (
          <Button className="button" onPress={() => setAsked('leave')}>
            {t('share.leave')}
          </Button>
        )}
      </footer>
      {asked === 'leave' && (
        <AskToLeave share={share} onConfirm={() => handleConfirm(leave)} onClose={handleClose} />
      )}
      {typeof asked === 'object' && (
        <AskToRemove
          name={memberName(asked.name, t)}
          onConfirm={() => handleConfirm(() => revoke(asked.id))}
          onClose={handleClose}
        />
      )}
    </div>
  )
}

interface MembersProps {
  readonly bench: Bench
  readonly members: readonly SharedMember[]
  readonly onRevoke: (member: SharedMember) => void
}

function Members({ bench, members, onRevoke }: MembersProps) {
  const { t, language } = useMessages()
  const present = new Set(useStore(bench.people).map(({ id }) => id))
  const date = dateFormat(localeOf(language), 'medium')
  return (
    <ul className="members">
      {members.map((member) => {
        const { id, name, role, until, isRevoked } = member
        return (
          <li key={id} className="member" data-revoked={isRevoked || undefined}>
            <PersonDot id={id} />
            <span className="member-name">{memberName(name, t)}</span>
            <span className="member-role">{t(`role.${role}`)}</span>
            <span className="member-state">
              {isRevoked
                ? t('share.isRevoked')
                : present.has(id)
                  ? t('share.isPresent')
                  : t('share.until', { date: date(until) })}
            </span>
            {!isRevoked && role !== 'owner' && (
              <Button
                className="button quiet"
                aria-label={t('share.revokeOf', { name: memberName(name, t) })}
                onPress={() => onRevoke(member)}
              >
                {t('share.revoke')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function useMembers(bench: Bench, isOwner: boolean) {
  const [members, setMembers] = useState<readonly SharedMember[]>([])
  const [problem, setProblem] = useState<Problem>()
  const load = useCallback(async () => {
    if (!isOwner) return
    const answer = await bench.bridge.listMembers({ document: bench.summary.id })
    if (answer.ok) setMembers(answer.value)
    setProblem(answer.ok ? undefined : answer.problem)
  }, [bench, isOwner])
  useEffect(() => void load(), [load])
  const revoke = async (member: string) => {
    const answer = await bench.bridge.revokeMember({ document: bench.summary.id, member })
    if (answer.ok) await load()
    else setProblem(answer.problem)
  }
  return { members, problem, load, revoke, setProblem }
}
