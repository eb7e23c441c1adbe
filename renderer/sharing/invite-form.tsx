import { Copy } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, Form, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import type { Problem } from '#shared/base/problem.ts'
import { ROLES, type Role } from '#shared/sync/role.ts'
import { useMessages } from '../messages/messages.tsx'
import type { Bench } from '../workbench/bench.ts'
import { ProblemWords } from './problem-words.tsx'

interface InviteFormProps {
  readonly bench: Bench
  readonly onInvited: () => Promise<void>
}

/** Days that an invitation holds: about as long as a bill is in work. */
const DAYS = 90

/** Makes an invitation for one person, as a link to be sent to them. */
export function InviteForm({ bench, onInvited }: InviteFormProps) {
  const { t } = useMessages()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('drafter')
  const [made, setMade] = useState<{ readonly name: string; readonly link: string }>()
  const [copied, setCopied] = useState<'copied' | 'not'>('not')
  const [problem, setProblem] = useState<Problem>()
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const invited = { document: bench.summary.id, name: name.trim(), role, days: DAYS }
    const answer = await bench.bridge.inviteMember(invited)
    setCopied('not')
    setMade(answer.ok ? { name: invited.name, link: answer.value.link } : undefined)
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    setName('')
    await onInvited()
  }
  const handleCopy = async (link: string) => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied('copied')
    } catch (fault) {
      // Without the permission the field is there to copy from.
      if (!(fault instanceof DOMException)) throw fault
    }
  }
  return (
    <Form className="invite" onSubmit={(event) => void handleSubmit(event)}>
      <TextField className="field" value={name} onChange={setName} maxLength={200}>
        <Label>{t('share.inviteName')}</Label>
        <Input autoComplete="off" />
      </TextField>
      <RadioGroup
        className="segments"
        value={role}
        onChange={(value) => setRole(ROLES.find((known) => known === value) ?? role)}
      >
        <Label>{t('share.inviteAs')}</Label>
        <div className="segments-row">
          {ROLES.map((each) => (
            <Radio key={each} value={each} className="segment">
              {t(`role.${each}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <p className="field-hint">{t(`role.about.${role}`)}</p>
      <Button className="button primary" type="submit" isDisabled={name.trim() === ''}>
        {t('share.invite')}
      </Button>
      <ProblemWords problem={problem} />
      {made && (
        <div className="invite-link" role="status">
          <TextField key={made.link} className="field" value={made.link} isReadOnly autoFocus>
            <Label>{t('share.linkFor', { name: made.name })}</Label>
            <Input onFocus={(event) => event.currentTarget.select()} />
          </TextField>
          <Button className="button" onPress={() => void handleCopy(made.link)}>
            <Copy size={14} aria-hidden />
            {copied === 'copied' ? t('share.copied') : t('share.copy')}
          </Button>
        </div>
      )}
    </Form>
  )
}
