import { type FormEvent, useEffect, useMemo, useState } from 'react'
import {
  Button,
  Form,
  Input,
  Label,
  Radio,
  RadioGroup,
  Text,
  TextField,
} from 'react-aria-components'
import { unitAttrs } from '#shared/schema/act.ts'
import { type MessageKey, useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import type { Bench } from './bench.ts'
import { type Impact, NO_IMPACT, touchedCount } from './impact.ts'
import { ImpactList } from './impact-list.tsx'
import { newLabels, type RenumberReach, renumberEdits, seriesFrom } from './renumber.ts'
import { tellRewritten } from './rewrite-elsewhere.ts'

interface RenumberDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

const REACHES: readonly (readonly [RenumberReach, MessageKey])[] = [
  ['this', 'renumber.this'],
  ['drafts', 'renumber.drafts'],
  ['all', 'renumber.all'],
]

/** Gives the unit at the caret another number, and those behind it, once their numbers and references are seen. */
export function RenumberDialog({ bench, onClose }: RenumberDialogProps) {
  const { t } = useMessages()
  const act = bench.act.get()
  const unit = bench.caret.get().findLast((one) => isNumbered(bench, one))
  const [label, setLabel] = useState(() => (unit === undefined ? '' : labelOf(bench, unit)))
  const [reach, setReach] = useState<RenumberReach>('drafts')
  const labels = useMemo(
    () => (unit === undefined ? [] : newLabels(act, unit, label, reach)),
    [act, unit, label, reach],
  )
  const touched = useImpact(bench, labels)
  const [leave, setLeave] = useState<ReadonlySet<string>>(new Set())
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (labels.length === 0) return
    const edits = renumberEdits(labels)
    void bench.impactOf(edits).then(async (found) => {
      onClose()
      tellRewritten(t, await bench.carryOut(edits, found, { leave }))
    })
  }
  return (
    <ModalDialog
      size="large"
      title={t('renumber.title', { place: unit === undefined ? '' : bench.placeOf(unit) })}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      <Form className="dialog-form" onSubmit={handleSubmit}>
        <TextField className="field" value={label} onChange={setLabel} autoFocus isDisabled={!unit}>
          <Label>{t('renumber.number')}</Label>
          <Input autoComplete="off" />
          <Text slot="description" className="field-hint">
            {t('renumber.hint')}
          </Text>
        </TextField>
        <RadioGroup
          className="choices"
          value={reach}
          onChange={(value) => setReach(REACHES.find(([one]) => one === value)?.[0] ?? 'this')}
        >
          <Label>{t('renumber.reach')}</Label>
          {REACHES.map(([value, words]) => (
            <Radio key={value} value={value} className="choice">
              <span className="choice-dot" />
              {t(words)}
            </Radio>
          ))}
        </RadioGroup>
        <section aria-live="polite">
          <p className="field-hint">{t('renumber.count', { count: labels.length })}</p>
          <ul className="renumber-list">
            {labels.slice(0, MOST_SHOWN).map(({ unit: one, old, label: next }) => (
              <li key={one}>
                <del>{old}</del> → <ins>{next}</ins>
              </li>
            ))}
          </ul>
        </section>
        {touchedCount(touched) > 0 && (
          <>
            <p className="field-hint">{t('impact.title', { count: touchedCount(touched) })}</p>
            <ImpactList bench={bench} impact={touched} leave={leave} onLeave={setLeave} />
          </>
        )}
        <footer className="dialog-foot">
          <Button className="button primary" type="submit" isDisabled={labels.length === 0}>
            {t('renumber.run')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}

/** New numbers listed one by one; the rest is told by number. */
const MOST_SHOWN = 60

/** Milliseconds after the last change of the number before its impact is asked for. */
const SETTLE = 150

function useImpact(bench: Bench, labels: ReturnType<typeof newLabels>) {
  const [touched, setTouched] = useState<Impact>(NO_IMPACT)
  useEffect(() => {
    let isWanted = true
    const timer = window.setTimeout(() => {
      void bench.impactOf(renumberEdits(labels)).then((found) => {
        if (isWanted) setTouched(found)
      })
    }, SETTLE)
    return () => {
      isWanted = false
      window.clearTimeout(timer)
    }
  }, [bench, labels])
  return touched
}

function isNumbered(bench: Bench, unit: Parameters<Bench['placeOf']>[0]): boolean {
  return labelOf(bench, unit) !== ''
}

function labelOf(bench: Bench, unit: Parameters<Bench['placeOf']>[0]): string {
  const [first] = seriesFrom(bench.act.get(), unit)
  return (first && unitAttrs(first).label) ?? ''
}
