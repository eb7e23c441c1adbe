import { FileDown } from 'lucide-react'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { Button, Form, Input, Label, TextField } from 'react-aria-components'
import type { Bridge, Output } from '#shared/bridge/contract.ts'
import { type Act, type UnitId, unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { useMessages } from '../../messages/messages.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { notify } from '../../ui/toasts.tsx'
import type { Corrections, Imports, ReadFile } from '../imports.ts'
import { ReadAs } from '../read-as.tsx'
import { ProblemLines } from './problem-lines.tsx'
import { SourceLines } from './source-lines.tsx'
import { Structure } from './structure.tsx'
import { unitLines } from './unit-lines.ts'

interface PreviewDialogProps {
  readonly bridge: Bridge
  readonly file: ReadFile
  readonly imports: Imports
  readonly onOpen: (document: string) => void
}

/** One act of the file as it stands now: read, and corrected since. */
interface Looked {
  readonly title: string
  readonly proposes: boolean
  /** The act as read, then after each correction. */
  readonly steps: readonly Act[]
}

/** What was recognised in a file beside its text, to be corrected before it enters the library. */
export function PreviewDialog({ bridge, file, imports, onOpen }: PreviewDialogProps) {
  const { t } = useMessages()
  const { looked, source, change } = useReading(bridge, file.job)
  const [place, setPlace] = useState(0)
  const [chosen, setChosen] = useState<UnitId>()
  const [line, setLine] = useState<number>()
  const act = looked?.[place]?.steps.at(-1)
  const lines = useMemo(() => source?.split(/\r\n?|\n/u), [source])
  const places = useMemo(() => (act && lines ? unitLines(act, lines) : new Map()), [act, lines])
  const choose = (unit: UnitId | undefined) => {
    setChosen(unit)
    setLine(unit && places.get(unit))
  }
  const handleLine = (at: number) => {
    setLine(at)
    const before = [...places].filter(([, from]) => from <= at).at(-1)
    if (before) setChosen(before[0])
  }
  const keep = async (then: 'open' | 'stay') => {
    const document = await imports.keep(file.id, looked ? correctionsOf(looked) : [])
    if (document !== undefined && then === 'open') onOpen(document)
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    void keep('open')
  }
  const current = looked?.[place]
  return (
    <ModalDialog
      size="wide"
      title={t('preview.title', { name: file.name })}
      closeLabel={t('common.close')}
      onClose={() => imports.look(undefined)}
    >
      <Form className="dialog-form preview" onSubmit={handleSubmit}>
        <div className="preview-head">
          {looked && looked.length > 1 && (
            <SelectField
              label={t('preview.act')}
              choices={looked.map(({ title }, index) => ({
                key: String(index),
                words: title || String(index + 1),
              }))}
              chosen={String(place)}
              onChoose={(key) => setPlace(Number(key))}
            />
          )}
          <TextField
            className="field preview-name"
            value={current?.title ?? ''}
            onChange={(title) => change(place, (one) => ({ ...one, title }))}
          >
            <Label>{t('library.newTitle')}</Label>
            <Input />
          </TextField>
          <ReadAs
            profile={file.state.profile}
            onReadAs={(wish) => void imports.readAgain(file.id, wish)}
          />
        </div>
        <div className="preview-body">
          {current && act && (
            <Structure
              act={act}
              isFixed={current.proposes}
              canUndo={current.steps.length > 1}
              chosen={chosen}
              onChoose={choose}
              onCorrect={(next) =>
                change(place, (one) => ({ ...one, steps: [...one.steps, next] }))
              }
              onUndo={() => change(place, (one) => ({ ...one, steps: one.steps.slice(0, -1) }))}
            />
          )}
          {lines && <SourceLines lines={lines} current={line} onChoose={handleLine} />}
        </div>
        <ProblemLines
          problems={file.state.problems}
          onChoose={(problem) => {
            if (problem.line !== null) handleLine(problem.line - 1)
            if (problem.unit !== null) setChosen(unitId(problem.unit))
          }}
        />
        <footer className="dialog-foot">
          <Button className="button" onPress={() => imports.dismiss(file.id)}>
            {t('preview.drop')}
          </Button>
          <Button className="button" onPress={() => void keep('stay')}>
            {t('preview.keep')}
          </Button>
          <Button className="button primary" type="submit" autoFocus>
            <FileDown size={15} aria-hidden />
            {t('preview.keepAndOpen')}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  )
}

function useReading(bridge: Bridge, job: string) {
  const [reading, setReading] = useState<{
    readonly looked: readonly Looked[]
    readonly source: string | null
  }>()
  useEffect(() => {
    let isWanted = true
    void bridge.showReading({ job }).then((answer) => {
      if (!isWanted) return
      if (answer.ok) setReading(lookedAt(answer.value))
      else notify({ tone: 'problem', text: answer.problem })
    })
    return () => {
      isWanted = false
    }
  }, [bridge, job])
  return {
    looked: reading?.looked,
    source: reading?.source ?? undefined,
    change(place: number, by: (one: Looked) => Looked) {
      setReading(
        (now) =>
          now && {
            ...now,
            looked: now.looked.map((one, index) => (index === place ? by(one) : one)),
          },
      )
    },
  }
}

function lookedAt({ acts, source }: Output<'showReading'>) {
  const looked = acts.map(({ title, act, proposes }) => ({
    title,
    proposes,
    steps: [schema.nodeFromJSON(JSON.parse(new TextDecoder().decode(act)))],
  }))
  return { looked, source }
}

/** Acts are sent back where they were corrected; the title always, as it may have been emptied and filled. */
function correctionsOf(looked: readonly Looked[]): Corrections {
  return looked.map(({ title, steps }, place) => {
    const last = steps.at(-1)
    const act = steps.length > 1 && last && new TextEncoder().encode(JSON.stringify(last.toJSON()))
    return { place, title, ...(act ? { act } : {}) }
  })
}
