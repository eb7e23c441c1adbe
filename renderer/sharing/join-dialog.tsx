import { type FormEvent, useState } from 'react'
import { Button, Form } from 'react-aria-components'
import type { Problem } from '#shared/base/problem.ts'
import type { Bridge } from '#shared/bridge/contract.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { InvitationField } from './invitation-field.tsx'
import { ProblemWords } from './problem-words.tsx'

interface JoinDialogProps {
  readonly bridge: Bridge
  readonly onClose: () => void
  readonly onJoined: (document: string) => void
}

/** Takes an invitation, and opens the draft that it leads to. */
export function JoinDialog({ bridge, onClose, onJoined }: JoinDialogProps) {
  const { t } = useMessages()
  const [invitation, setInvitation] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [isJoining, setJoining] = useState(false)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    setJoining(true)
    setProblem(undefined)
    const joined = await bridge.joinDraft({ invitation })
    setJoining(false)
    if (joined.ok) onJoined(joined.value.document)
    else setProblem(joined.problem)
  }
  return (
    <ModalDialog title={t('join.title')} closeLabel={t('common.close')} onClose={onClose}>
      <Form className="dialog-form" onSubmit={(event) => void handleSubmit(event)}>
        <InvitationField value={invitation} about={t('join.about')} onChange={setInvitation} />
        <ProblemWords problem={problem} />
        <footer className="dialog-foot">
          <Button className="button" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            className="button primary"
            type="submit"
            isDisabled={invitation.trim() === ''}
            isPending={isJoining}
          >
            {t('join.join')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}
