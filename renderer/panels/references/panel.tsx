import {
  CircleHelp,
  CircleSlash2,
  ExternalLink,
  Link2,
  type LucideIcon,
  Unlink,
} from 'lucide-react'
import { useMemo } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { ReferenceStatus } from '#shared/citation/reference.ts'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { type ReferenceRow, referencesView } from './model.ts'

const SIGNS: Readonly<Record<ReferenceStatus, LucideIcon>> = {
  valid: Link2,
  broken: Unlink,
  repealed: CircleSlash2,
  ambiguous: CircleHelp,
  external: ExternalLink,
}

interface ReferencesPanelProps {
  readonly bench: Bench
  readonly onOpenDocument: (document: string) => void
}

export function ReferencesPanel({ bench, onOpenDocument }: ReferencesPanelProps) {
  const { t } = useMessages()
  const index = useStore(bench.references)
  const elsewhere = useStore(bench.incoming)
  const caret = useStore(bench.caret)
  const view = useMemo(
    () => referencesView(index, elsewhere, bench.unitsWithin(caret), bench.placeOf),
    [bench, index, elsewhere, caret],
  )
  const handleJump = ({ jump }: ReferenceRow) => {
    if (!jump) return
    if (jump.document !== null) onOpenDocument(jump.document)
    else if (jump.unit !== null) bench.jump(jump.unit)
  }
  const here = caret.at(-1)
  return (
    <>
      <p className="panel-context">{here === undefined ? '' : bench.placeOf(here)}</p>
      <Rows
        title={t('references.outgoing')}
        none={t('references.noOutgoing')}
        rows={view.outgoing}
        onJump={handleJump}
      />
      <Rows
        title={t('references.incoming')}
        none={t('references.noIncoming')}
        rows={view.incoming}
        onJump={handleJump}
      />
    </>
  )
}

interface RowsProps {
  readonly title: string
  readonly none: string
  readonly rows: readonly ReferenceRow[]
  readonly onJump: (row: ReferenceRow) => void
}

function Rows({ title, none, rows, onJump }: RowsProps) {
  const { t } = useMessages()
  return (
    <section className="panel-section">
      <Heading level={3}>
        {title} <span className="count">{rows.length}</span>
      </Heading>
      {rows.length === 0 && <p className="panel-empty">{none}</p>}
      <ul>
        {rows.map((row) => {
          const Sign = SIGNS[row.status]
          return (
            <li key={row.key}>
              <Button
                className="reference-row"
                data-status={row.status}
                isDisabled={!row.jump}
                onPress={() => onJump(row)}
              >
                <Sign size={14} aria-hidden />
                <span className="reference-words">{row.words}</span>
                <span className="reference-place">{row.place}</span>
                <span className="reference-status">{t(`reference.${row.status}`)}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
