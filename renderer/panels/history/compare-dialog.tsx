import { FileDown } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Problem } from '#shared/base/problem.ts'
import { compareActs } from '#shared/diff/compare.ts'
import type { Act } from '#shared/schema/act.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { useExport } from '../../host/use-export.ts'
import { useMessages } from '../../messages/messages.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { Bench } from '../../workbench/bench.ts'
import type { TextKey } from '../../workbench/bench-versions.ts'
import { comparedPages } from './compared-pages.ts'
import { RedlinePages } from './redline-pages.tsx'
import { useEarlierTexts } from './texts.ts'

interface CompareDialogProps {
  readonly bench: Bench
  readonly from: TextKey
  readonly onClose: () => void
}

/** Two texts of the document, chosen freely, and the redline from one to the other. */
export function CompareDialog({ bench, from: first, onClose }: CompareDialogProps) {
  const { t, say } = useMessages()
  const [from, setFrom] = useState(first)
  const [to, setTo] = useState<TextKey>('draft')
  const choices = [{ key: 'draft', words: t('versions.draft') }, ...useEarlierTexts(bench)]
  const read = useBoth(bench, from, to)
  const pages = useMemo(() => {
    if (!read || 'problem' in read) return undefined
    return comparedPages(compareActs(read.from, read.to), profileOf(read.to))
  }, [read])
  return (
    <ModalDialog
      title={t('versions.compareTitle')}
      closeLabel={t('common.close')}
      size="large"
      onClose={onClose}
    >
      <div className="compare">
        <div className="compare-choice">
          <SelectField
            label={t('versions.from')}
            choices={choices}
            chosen={from}
            onChoose={setFrom}
          />
          <SelectField label={t('versions.to')} choices={choices} chosen={to} onChoose={setTo} />
          <Exports bench={bench} from={from} to={to} />
        </div>
        <ScrollRegion className="compare-text" label={t('versions.redline')}>
          {read && 'problem' in read && <p role="alert">{say(read.problem)}</p>}
          {pages?.length === 0 && <p className="panel-empty">{t('versions.same')}</p>}
          {pages && <RedlinePages pages={pages} language={bench.summary.language} />}
        </ScrollRegion>
      </div>
    </ModalDialog>
  )
}

type Both = { readonly from: Act; readonly to: Act } | { readonly problem: Problem }

function useBoth(bench: Bench, from: TextKey, to: TextKey): Both | undefined {
  const [both, setBoth] = useState<Both>()
  useEffect(() => {
    let isWanted = true
    setBoth(undefined)
    void Promise.all([bench.readText(from), bench.readText(to)]).then(([a, b]) => {
      if (!isWanted) return
      if (!a.ok) setBoth({ problem: a.problem })
      else if (!b.ok) setBoth({ problem: b.problem })
      else setBoth({ from: a.value, to: b.value })
    })
    return () => {
      isWanted = false
    }
  }, [bench, from, to])
  return both
}

/** Formats and their names, which are the same in every language. */
const FORMATS = [
  ['docx', 'DOCX'],
  ['html', 'HTML'],
  ['pdf', 'PDF'],
  ['xml', 'Akoma Ntoso'],
] as const

interface ExportsProps {
  readonly bench: Bench
  readonly from: TextKey
  readonly to: TextKey
}

function Exports({ bench, from, to }: ExportsProps) {
  const { t } = useMessages()
  const { progress, run, stop } = useExport(bench.bridge)
  const handleExport = async (format: (typeof FORMATS)[number][0]) => {
    const document = bench.summary.id
    await run(bench.saves.settled(), { document, form: 'redline', format, between: { from, to } })
  }
  if (progress) {
    return (
      <div className="compare-exports" role="status">
        <Progress label={t('export.busy')} done={progress.done} total={progress.total} />
        <Button className="button" onPress={stop}>
          {t('common.cancel')}
        </Button>
      </div>
    )
  }
  return (
    <fieldset className="compare-exports">
      <legend className="visually-hidden">{t('versions.export')}</legend>
      {FORMATS.map(([format, name]) => (
        <Button key={format} className="button" onPress={() => void handleExport(format)}>
          <FileDown size={14} aria-hidden />
          {name}
        </Button>
      ))}
    </fieldset>
  )
}
