import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { ok, type Result } from '#shared/base/result.ts'
import type { Input } from '#shared/bridge/contract.ts'
import { compareActs } from '#shared/diff/compare.ts'
import { withoutFollowingNumbers } from '#shared/diff/following-numbers.ts'
import { toldAs } from '#shared/diff/telling.ts'
import type { PageBlock } from '#shared/export/page/page.ts'
import type { Act } from '#shared/schema/act.ts'
import { exportFile } from '../host/export-file.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { isOpen } from '../panels/comments/model.ts'
import { comparedPages } from '../panels/history/compared-pages.ts'
import { RedlinePages } from '../panels/history/redline-pages.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { Bench } from './bench.ts'
import type { TextKey } from './bench-versions.ts'
import type { ExportChoice } from './export-choices.ts'
import { type Previewed, previewedAct, previewedTable, previewedText } from './previewed.ts'
import type { RedlineTelling } from './redline-options.tsx'

interface ExportPreviewProps {
  readonly bench: Bench
  readonly choice: ExportChoice
  readonly telling: RedlineTelling
}

/** The beginning of a file before it is written, with the options that are chosen. */
export function ExportPreview({ bench, choice, telling }: ExportPreviewProps) {
  const { form, format } = choice
  if (form === 'carry') return <CarriedAlong bench={bench} />
  if (form === 'redline') return <RedlinePreview bench={bench} telling={telling} />
  if (format === 'docx' || format === 'html' || format === 'pdf') {
    if (form === 'clean') return <ActPreview bench={bench} />
    if (form === 'table') return <TablePreview bench={bench} />
    // The law is worded and proved at the desk: its text is what every format holds.
    return <TextPreview bench={bench} form={form} format="txt" look="law" />
  }
  return <TextPreview bench={bench} form={form} format={format} look="plain" />
}

/** Of a file that holds the whole draft: what goes with the text, that nothing is carried away unseen. */
function CarriedAlong({ bench }: Pick<ExportPreviewProps, 'bench'>) {
  const { t } = useMessages()
  const threads = useStore(bench.threads)
  const open = threads.filter(isOpen).length
  const along = [
    { words: t('versions.title'), count: useStore(bench.versions).length },
    { words: t('export.comments.open'), count: open },
    { words: t('export.comments.resolved'), count: threads.length - open },
    { words: t('export.comments.justifications'), count: useStore(bench.justifications).size },
  ]
  return (
    <ScrollRegion className="export-preview export-carried" label={t('export.carriedAlong')}>
      <p>{t('export.previewNone')}</p>
      <p>{t('export.carriedAlong')}</p>
      <ul>
        {along.map((one) => (
          <li key={one.words}>{t('export.counted', one)}</li>
        ))}
      </ul>
    </ScrollRegion>
  )
}

/** Blocks of a redline: the first changes tell how the others will look. */
const PREVIEWED = 60

function RedlinePreview({ bench, telling }: Pick<ExportPreviewProps, 'bench' | 'telling'>) {
  const { t, say } = useMessages()
  const { from, moves, granularity, following } = telling
  const [come, setCome] = useState<{ readonly from: TextKey; readonly text: Result<Act> }>()
  useEffect(() => {
    let isWanted = true
    void bench.readText(from).then((text) => {
      if (isWanted) setCome({ from, text })
    })
    return () => {
      isWanted = false
    }
  }, [bench, from])
  const read = come?.from === from ? come.text : undefined
  const redline = useMemo(
    () => (read?.ok ? compareActs(read.value, bench.view.state.doc) : undefined),
    [read, bench],
  )
  const pages = useMemo(() => {
    if (!redline) return undefined
    const told = toldAs(redline, { moves, granularity })
    const marked = following === 'unmarked' ? withoutFollowingNumbers(told) : told
    return comparedPages(marked, redline.profile)
  }, [redline, moves, granularity, following])
  return (
    <Beginning label={t('export.preview')} goesOn={(pages?.length ?? 0) > PREVIEWED}>
      {read?.ok === false && <p role="alert">{say(read.problem)}</p>}
      {pages?.length === 0 && <p className="panel-empty">{t('sideBySide.none')}</p>}
      {pages && (
        <RedlinePages pages={pages.slice(0, PREVIEWED)} language={bench.summary.language} />
      )}
    </Beginning>
  )
}

function ActPreview({ bench }: Pick<ExportPreviewProps, 'bench'>) {
  const previewed = useMemo(() => previewedAct(bench.view.state.doc), [bench])
  return <Blocks bench={bench} previewed={previewed} />
}

function TablePreview({ bench }: Pick<ExportPreviewProps, 'bench'>) {
  const base = useStore(bench.base)
  const justifications = useStore(bench.justifications)
  const previewed = useMemo(
    () => base && previewedTable(base, bench.view.state.doc, justifications),
    [bench, base, justifications],
  )
  return previewed && <Blocks bench={bench} previewed={previewed} />
}

interface BlocksProps {
  readonly bench: Bench
  readonly previewed: Previewed<readonly PageBlock[]>
}

function Blocks({ bench, previewed: { shown, goesOn } }: BlocksProps) {
  const { t } = useMessages()
  const pages = shown.map((block, i) => ({ kind: 'block' as const, key: `block ${i}`, block }))
  return (
    <Beginning label={t('export.previewBeginning')} goesOn={goesOn}>
      <RedlinePages pages={pages} language={bench.summary.language} />
    </Beginning>
  )
}

interface TextPreviewProps extends Pick<Input<'exportDocument'>, 'form' | 'format'> {
  readonly bench: Bench
  readonly look: 'law' | 'plain'
}

/** The file itself, written for the look alone. */
function TextPreview({ bench, form, format, look }: TextPreviewProps) {
  const { t, say } = useMessages()
  const [made, setMade] = useState<Result<Previewed<string>>>()
  useEffect(() => {
    const cancel = new AbortController()
    setMade(undefined)
    const asked = { document: bench.summary.id, form, format }
    void bench.saves
      .settled()
      .then(() => exportFile(bench.bridge, asked, { signal: cancel.signal }))
      .then((file) => {
        if (file) setMade(file.ok ? ok(previewedText(file.value.bytes)) : file)
      })
    return () => cancel.abort()
  }, [bench, form, format])
  return (
    <Beginning label={t('export.previewBeginning')} goesOn={made?.ok === true && made.value.goesOn}>
      {!made && <p className="panel-empty">{t('export.previewing')}</p>}
      {made?.ok === false && <p role="alert">{say(made.problem)}</p>}
      {made?.ok && (
        <pre className="text-preview" data-look={look} lang={bench.summary.language}>
          {made.value.shown}
        </pre>
      )}
    </Beginning>
  )
}

interface BeginningProps {
  readonly label: string
  readonly goesOn: boolean
  readonly children: ReactNode
}

function Beginning({ label, goesOn, children }: BeginningProps) {
  const { t } = useMessages()
  return (
    <ScrollRegion className="export-preview" label={label}>
      {children}
      {goesOn && <p className="panel-empty">{t('export.previewMore')}</p>}
    </ScrollRegion>
  )
}
