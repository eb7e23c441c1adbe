import {
  CircleCheck,
  CircleHelp,
  CircleX,
  FileUp,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import { useState } from 'react'
import { Button, Checkbox, FileTrigger, Label, TextArea, TextField } from 'react-aria-components'
import type { Output } from '#shared/bridge/contract.ts'
import { schema } from '#shared/schema/schema.ts'
import { type Translate, useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'

type Reviewed = Output<'applyAmendingLaw'>
type Outcome = Reviewed['outcomes'][number]

interface LawFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface ApplyLawDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

/** An amending law is read, each of its instructions reviewed, and those that are taken applied to the draft. */
export function ApplyLawDialog({ bench, onClose }: ApplyLawDialogProps) {
  const { t } = useMessages()
  const [law, setLaw] = useState<LawFile>()
  const [reviewed, setReviewed] = useState<Reviewed>()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [isBusy, setBusy] = useState(false)

  const ask = async (file: LawFile, only: readonly number[] | null) => {
    setBusy(true)
    await bench.saves.settled()
    const asked = { document: bench.summary.id, law: file, only: only && [...only] }
    const answer = await bench.bridge.applyAmendingLaw(asked)
    setBusy(false)
    if (answer.ok) return answer.value
    notify({ tone: 'problem', text: answer.problem })
    return undefined
  }
  const handleRead = async (file: LawFile) => {
    const answer = await ask(file, null)
    if (!answer) return
    setLaw(file)
    setReviewed(answer)
    setLeft(new Set(answer.outcomes.filter((one) => !isDone(one)).map(({ n }) => n)))
  }
  const handleApply = async () => {
    if (!law || !reviewed) return
    const only = reviewed.outcomes.map(({ n }) => n).filter((n) => !left.has(n))
    const answer = left.size === 0 ? reviewed : await ask(law, only)
    if (!answer) return
    const done = answer.outcomes.filter(isDone).length
    bench.become(schema.nodeFromJSON(answer.act))
    notify({ tone: 'plain', text: t('applyLaw.done', { count: done }) })
    onClose()
  }
  return (
    <ModalDialog
      title={t('applyLaw.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={onClose}
    >
      {reviewed ? (
        <Review
          reviewed={reviewed}
          left={left}
          isBusy={isBusy}
          onLeave={setLeft}
          onBack={() => setReviewed(undefined)}
          onApply={() => void handleApply()}
        />
      ) : (
        <Source isBusy={isBusy} onClose={onClose} onRead={(file) => void handleRead(file)} />
      )}
    </ModalDialog>
  )
}

interface SourceProps {
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onRead: (file: LawFile) => void
}

function Source({ isBusy, onClose, onRead }: SourceProps) {
  const { t } = useMessages()
  const [text, setText] = useState('')
  const handleFiles = async (files: FileList | null) => {
    const [file] = files ?? []
    if (file) onRead({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  return (
    <>
      <div className="dialog-form">
        <TextField value={text} onChange={setText}>
          <Label>{t('applyLaw.text')}</Label>
          <TextArea className="law-source" rows={14} autoFocus />
        </TextField>
      </div>
      <footer className="dialog-foot">
        <FileTrigger onSelect={(files) => void handleFiles(files)}>
          <Button className="button" isDisabled={isBusy}>
            <FileUp size={15} aria-hidden /> {t('applyLaw.open')}
          </Button>
        </FileTrigger>
        <Button className="button" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          className="button primary"
          isDisabled={isBusy || text.trim() === ''}
          onPress={() => onRead({ name: 'law.txt', bytes: new TextEncoder().encode(text) })}
        >
          {isBusy ? t('applyLaw.busy') : t('applyLaw.read')}
        </Button>
      </footer>
    </>
  )
}

interface ReviewProps {
  readonly reviewed: Reviewed
  /** Numbers of the instructions that the drafter leaves out. */
  readonly left: ReadonlySet<number>
  readonly isBusy: boolean
  readonly onLeave: (left: ReadonlySet<number>) => void
  readonly onBack: () => void
  readonly onApply: () => void
}

function Review({ reviewed, left, isBusy, onLeave, onBack, onApply }: ReviewProps) {
  const { t } = useMessages()
  const { outcomes } = reviewed
  const handleTake = (n: number, isTaken: boolean) => {
    const next = new Set(left)
    if (isTaken) next.delete(n)
    else next.add(n)
    onLeave(next)
  }
  const taken = outcomes.filter((one) => isDone(one) && !left.has(one.n)).length
  return (
    <>
      <p className="panel-context" role="status">
        {summary(outcomes, t)}
      </p>
      <ol className="outcomes">
        {outcomes.map((one) => (
          <li key={one.n}>
            <OutcomeRow
              outcome={one}
              isTaken={!left.has(one.n)}
              onTake={(isTaken) => handleTake(one.n, isTaken)}
            />
          </li>
        ))}
      </ol>
      <footer className="dialog-foot">
        <Button className="button" onPress={onBack}>
          {t('applyLaw.back')}
        </Button>
        <Button
          className="button primary"
          isDisabled={isBusy || taken === 0}
          onPress={onApply}
          autoFocus
        >
          {isBusy ? t('applyLaw.busy') : t('applyLaw.apply', { count: taken })}
        </Button>
      </footer>
    </>
  )
}

const SIGNS: Readonly<Record<Outcome['outcome'], LucideIcon>> = {
  applied: CircleCheck,
  'applied-check': TriangleAlert,
  ambiguous: CircleHelp,
  'not-found': CircleX,
  conflict: CircleX,
}

interface OutcomeRowProps {
  readonly outcome: Outcome
  readonly isTaken: boolean
  readonly onTake: (isTaken: boolean) => void
}

function OutcomeRow({ outcome, isTaken, onTake }: OutcomeRowProps) {
  const { t, say } = useMessages()
  const { n, at, text, reason, candidates } = outcome
  const Sign = SIGNS[outcome.outcome]
  return (
    <article className="outcome" data-outcome={outcome.outcome}>
      <Checkbox
        className="checkbox"
        isSelected={isTaken && isDone(outcome)}
        isDisabled={!isDone(outcome)}
        onChange={onTake}
      >
        <span className="checkbox-box" aria-hidden />
        <span className="outcome-name">
          {n}. <Sign size={14} aria-hidden /> {t(`outcome.${wordFor(outcome)}`)}
          {at !== '' && <span className="outcome-at"> — {at}</span>}
        </span>
      </Checkbox>
      <p className="outcome-text">{text}</p>
      {reason && <p className="outcome-reason">{say(reason)}</p>}
      {candidates.length > 0 && (
        <ul className="outcome-candidates">
          {candidates.map((one) => (
            <li key={`${one.at} ${one.words}`}>
              {one.at}: {one.words}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** What is of another act, or no instruction at all, was not looked for. */
function wordFor({ outcome, reason }: Outcome) {
  switch (reason?.code) {
    case 'amend/other-act':
      return 'other-act'
    case 'amend/unread':
      return 'unread'
    default:
      return outcome
  }
}

function isDone({ outcome }: Outcome): boolean {
  return outcome === 'applied' || outcome === 'applied-check'
}

function summary(outcomes: readonly Outcome[], t: Translate): string {
  const count = (kind: Outcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === kind).length
  const failed = outcomes.filter((one) => !isDone(one)).length
  return t('applyLaw.summary', {
    all: outcomes.length,
    applied: count('applied'),
    check: count('applied-check'),
    failed,
  })
}
