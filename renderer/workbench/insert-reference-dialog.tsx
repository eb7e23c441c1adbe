import { type FormEvent, useEffect, useMemo, useState } from 'react'
import {
  Button,
  Form,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Text,
  TextField,
} from 'react-aria-components'
import type { UnitText } from '#shared/bridge/contract.ts'
import { unitByNumbers, unitQuery, unitsByWords } from '#shared/citation/find-units.ts'
import { formatPlace } from '#shared/citation/place.ts'
import { type Unit, unitAttrs } from '#shared/schema/act.ts'
import { useMessages } from '../messages/messages.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import type { Bench } from './bench.ts'
import { citationForms } from './citation-forms.ts'

interface InsertReferenceDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

/** A unit that may be cited, with the words that cite it. */
interface Candidate {
  readonly key: string
  readonly title: string | null
  readonly place: string
  readonly words: string
  /** The likeliest form first. */
  readonly forms: readonly string[]
}

/** Cites a unit by numbers («44 3 2») or words: its text is seen before the citation is written. */
export function InsertReferenceDialog({ bench, onClose }: InsertReferenceDialogProps) {
  const { t } = useMessages()
  const [query, setQuery] = useState('')
  const own = useMemo(() => ownCandidates(bench, query), [bench, query])
  const others = useOthers(bench, query)
  const found = useMemo(() => [...own, ...others], [own, others])
  const [chosen, setChosen] = useState<string>()
  const [form, setForm] = useState<string>()
  const candidate = found.find(({ key }) => key === chosen) ?? found[0]
  const citation = candidate?.forms.find((one) => one === form) ?? candidate?.forms[0]
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (citation === undefined) return
    onClose()
    // The dialog gives the focus back to the text first.
    requestAnimationFrame(() => bench.insertWords(citation))
  }
  return (
    <ModalDialog
      size="large"
      title={t('command.insertReference')}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      <Form className="dialog-form" onSubmit={handleSubmit}>
        <TextField className="field" value={query} onChange={setQuery} autoFocus>
          <Label>{t('insertReference.query')}</Label>
          <Input placeholder="44 3 2" autoComplete="off" />
          <Text slot="description" className="field-hint">
            {found.length > 0 || query.trim() === ''
              ? t('insertReference.hint')
              : t('insertReference.none')}
          </Text>
        </TextField>
        {found.length > 0 && (
          <ListBox
            className="candidates"
            aria-label={t('insertReference.found')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={candidate ? [candidate.key] : []}
            onSelectionChange={(keys) => {
              const key = keys === 'all' ? undefined : [...keys][0]
              if (typeof key === 'string') setChosen(key)
            }}
          >
            {found.map(({ key, title, place, words }) => (
              <ListBoxItem key={key} id={key} className="candidate" textValue={place}>
                <span className="candidate-place" lang={bench.summary.language}>
                  {place}
                  {title !== null && <cite> · {title}</cite>}
                </span>
                <span className="reference-card-words" lang={bench.summary.language}>
                  {words}
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
        )}
        <footer className="dialog-foot">
          <p className="insert-preview" aria-live="polite" lang={bench.summary.language}>
            {citation ?? ''}
          </p>
          {candidate && citation !== undefined && candidate.forms.length > 1 && (
            <SelectField
              label={t('insertReference.form')}
              choices={candidate.forms.map((words) => ({ key: words, words }))}
              chosen={citation}
              isRow
              onChoose={setForm}
            />
          )}
          <Button className="button primary" type="submit" isDisabled={citation === undefined}>
            {t('insertReference.insert')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}

/** Units of one act that a list shows. */
const MOST_OWN = 8

function ownCandidates(bench: Bench, query: string): readonly Candidate[] {
  const act = bench.act.get()
  const { $from } = bench.view.state.selection
  const before = $from.parent.textBetween(0, $from.parentOffset, ' ', ' ')
  const from = bench.caret.get().at(-1)
  const meant = unitQuery(query)
  const one = unitByNumbers(act, meant)
  const units =
    meant.labels.length > 0
      ? [one].flatMap((placed) => placed?.unit ?? [])
      : unitsByWords(act, meant, MOST_OWN).map(({ unit }) => unit)
  return units.map((unit) => {
    const { id } = unitAttrs(unit)
    const place = formatPlace(act, id)
    const forms = citationForms(act, id, { from, before })
    return {
      key: id,
      title: null,
      place,
      words: firstWords(unit),
      forms: forms.length > 0 ? forms : [place],
    }
  })
}

/** Milliseconds after the last key before the library is asked. */
const SETTLE = 200

function useOthers(bench: Bench, query: string): readonly Candidate[] {
  const [found, setFound] = useState<readonly UnitText[]>([])
  const document = bench.summary.id
  useEffect(() => {
    let isWanted = true
    if (unitQuery(query).words.length === 0) {
      setFound([])
      return
    }
    const timer = window.setTimeout(() => {
      void bench.bridge.findUnits({ document, query }).then((answer) => {
        if (isWanted && answer.ok) setFound(answer.value)
      })
    }, SETTLE)
    return () => {
      isWanted = false
      window.clearTimeout(timer)
    }
  }, [bench, document, query])
  return useMemo(
    () =>
      found.map(({ document: id, title, unit, place, words }) => ({
        key: `${id} ${unit}`,
        title,
        place,
        words,
        forms: [`${place} ${title}`],
      })),
    [found],
  )
}

/** Characters of a candidate's text: two lines. */
const MOST_WORDS = 160

function firstWords(unit: Unit): string {
  const text = unit.textBetween(0, Math.min(unit.content.size, MOST_WORDS), ' ', ' ').trim()
  return unit.content.size > MOST_WORDS ? `${text}…` : text
}
