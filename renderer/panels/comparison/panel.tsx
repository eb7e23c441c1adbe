import { useMemo, useState } from 'react'
import { Button, Heading, Label, TextArea, TextField } from 'react-aria-components'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { type ShownRow, type ShownText, shownRows } from './model.ts'

/** Rows drawn at once: a rewritten code has thousands. */
const MOST_SHOWN = 100

/** The two texts beside each other, row by row, as the committee will see them. */
export function ComparisonPanel({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  // The list of changes is new when the drafter has paused: the table follows it, not the keys.
  const changes = useStore(bench.changes)
  const base = useStore(bench.base)
  const rows = useMemo(() => {
    void changes
    return base ? shownRows(base, bench.act.get()) : []
  }, [bench, base, changes])
  return (
    <>
      <p className="panel-context" aria-live="polite">
        {t('comparison.count', { count: rows.length })}
      </p>
      {rows.length === 0 && <p className="panel-empty">{t('changes.none')}</p>}
      <ol className="cards" lang={bench.summary.language}>
        {rows.slice(0, MOST_SHOWN).map((row, i) => (
          <li key={row.unit}>
            <Row row={row} n={i + 1} bench={bench} />
          </li>
        ))}
      </ol>
      {rows.length > MOST_SHOWN && (
        <p className="panel-empty">{t('comparison.more', { count: rows.length - MOST_SHOWN })}</p>
      )}
    </>
  )
}

interface RowProps {
  readonly row: ShownRow
  readonly n: number
  readonly bench: Bench
}

function Row({ row, n, bench }: RowProps) {
  const written = useStore(bench.justifications).get(row.unit) ?? ''
  return (
    <article className="card comparison">
      <header className="card-head">
        <Heading level={3} className="card-place">
          <Button className="card-jump" onPress={() => bench.jump(row.unit)}>
            {n}. {row.element}
          </Button>
        </Heading>
      </header>
      <div className="sides">
        <Side text={row.current} />
        <Side text={row.proposed} />
      </div>
      <Justification key={written} row={row} written={written} bench={bench} />
    </article>
  )
}

interface JustificationProps {
  readonly row: ShownRow
  readonly written: string
  readonly bench: Bench
}

/** Why the unit is changed; kept with the draft when the field is left. */
function Justification({ row, written, bench }: JustificationProps) {
  const { t } = useMessages()
  const [words, setWords] = useState(written)
  const handleBlur = () => {
    if (words !== written) bench.justify(row.unit, words)
  }
  return (
    <TextField
      className="justification"
      value={words}
      onChange={setWords}
      onBlur={handleBlur}
      isReadOnly={bench.readOnly !== null}
    >
      <Label>{t('comparison.justification')}</Label>
      <TextArea rows={1} lang={bench.summary.language} />
    </TextField>
  )
}

function Side({ text }: { readonly text: ShownText }) {
  return (
    <section>
      <h4>{text.name}</h4>
      {text.lines.map(({ key, runs }) => (
        <p key={key}>
          {runs.map((run) =>
            run.isChanged ? (
              <strong key={run.key}>{run.text}</strong>
            ) : (
              <span key={run.key}>{run.text}</span>
            ),
          )}
        </p>
      ))}
    </section>
  )
}
