import { type FormEvent, useState } from 'react'
import { Button, Form, Radio, RadioGroup } from 'react-aria-components'
import type { Problem } from '#shared/base/problem.ts'
import type { Input as CallInput } from '#shared/bridge/contract.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from '../workbench/bench.ts'
import { InvitationField } from './invitation-field.tsx'
import { ProblemWords } from './problem-words.tsx'

const PLACES = ['network', 'server'] as const

/** Shares a draft with the people of this network, or on a server. */
export function BeginSharing({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const [place, setPlace] = useState<(typeof PLACES)[number]>('network')
  const [invitation, setInvitation] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [isBeginning, setBeginning] = useState(false)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const at: CallInput<'shareDocument'>['at'] =
      place === 'network' ? { kind: 'network' } : { kind: 'server', invitation }
    setBeginning(true)
    setProblem(undefined)
    const shared = await bench.bridge.shareDocument({ document: bench.summary.id, at })
    setBeginning(false)
    if (!shared.ok) setProblem(shared.problem)
  }
  return (
    <Form className="dialog-form" onSubmit={(event) => void handleSubmit(event)}>
      <RadioGroup
        className="choices"
        aria-label={t('share.where')}
        value={place}
        onChange={(value) => setPlace(value === 'server' ? 'server' : 'network')}
      >
        {PLACES.map((each) => (
          <Radio key={each} value={each} className="choice">
            <span className="choice-dot" />
            <span>
              <span className="choice-title">{t(`share.at.${each}`)}</span>
              <span className="choice-about">{t(`share.about.${each}`)}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {place === 'server' && (
        <InvitationField
          value={invitation}
          about={t('share.invitationAbout')}
          onChange={setInvitation}
        />
      )}
      <ProblemWords problem={problem} />
      <footer className="dialog-foot">
        <Button
          className="button primary"
          type="submit"
          isDisabled={place === 'server' && invitation.trim() === ''}
          isPending={isBeginning}
        >
          {t('share.begin')}
        </Button>
      </footer>
    </Form>
  )
}
