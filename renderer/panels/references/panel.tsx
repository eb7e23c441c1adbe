import { Check, CheckCheck, CornerDownRight, Eye, EyeOff, LocateFixed } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, Heading, type KeyboardEvent } from 'react-aria-components'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { Bench } from '../../workbench/bench.ts'
import {
  filtered,
  REFERENCE_FILTERS,
  type ReferenceFilter,
  type ReferenceGroup,
  type ReferenceRow,
  referenceCounts,
  referencesView,
} from './model.ts'
import { Proposed, StatusSign } from './status.tsx'

type Scope = 'unit' | 'act'

export function ReferencesPanel({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const [scope, setScope] = useState<Scope>('unit')
  const [filter, setFilter] = useState<ReferenceFilter>('all')
  const index = useStore(bench.references)
  const elsewhere = useStore(bench.incoming)
  const overlay = useStore(bench.overlay)
  const caret = useStore(bench.caret)
  const view = useMemo(
    () =>
      referencesView({
        index,
        elsewhere,
        within: scope === 'unit' ? bench.unitsWithin(caret) : null,
        placeOf: bench.placeOf,
        titleOf: overlay.titleOf,
      }),
    [bench, index, elsewhere, overlay, caret, scope],
  )
  const counts = useMemo(() => referenceCounts([...view.outgoing, ...view.incoming]), [view])
  const here = caret.at(-1)
  return (
    <>
      <div className="reference-tools">
        <Segments
          label={t('references.scope')}
          choices={[
            { key: 'unit', words: t('references.thisUnit') },
            { key: 'act', words: t('references.wholeAct') },
          ]}
          chosen={scope}
          onChoose={setScope}
        />
        <SelectField
          label={t('references.filter')}
          choices={REFERENCE_FILTERS.map((key) => ({
            key,
            words: t(`reference.${key}`),
            count: counts[key],
          }))}
          chosen={filter}
          isRow
          onChoose={setFilter}
        />
        <div className="reference-steps">
          <Button className="button quiet" onPress={() => bench.stepDoubtful('previous')}>
            {t('references.previousDoubtful')}
          </Button>
          <Button className="button quiet" onPress={() => bench.stepDoubtful('next')}>
            {t('references.nextDoubtful')}
          </Button>
        </div>
      </div>
      {scope === 'unit' && (
        <p className="panel-context">{here === undefined ? '' : bench.placeOf(here)}</p>
      )}
      <Groups
        title={t('references.outgoing')}
        none={t('references.noOutgoing')}
        groups={filtered(view.outgoing, filter)}
        bench={bench}
      />
      <Groups
        title={t('references.incoming')}
        none={t('references.noIncoming')}
        groups={filtered(view.incoming, filter)}
        bench={bench}
      />
    </>
  )
}

interface GroupsProps {
  readonly title: string
  readonly none: string
  readonly groups: readonly ReferenceGroup[]
  readonly bench: Bench
}

/** Rows drawn of each group: the rest is told by number. */
const MOST_ROWS = 200

function Groups({ title, none, groups, bench }: GroupsProps) {
  const { t } = useMessages()
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <section className="panel-section">
      <Heading level={3}>
        {title} <span className="count">{count}</span>
      </Heading>
      {count === 0 && <p className="panel-empty">{none}</p>}
      {groups.map(({ document, title: act, rows }) => (
        <section key={`${document} ${act}`} className="reference-group">
          <Heading level={4} lang={bench.summary.language}>
            {act === '' ? t('references.thisAct') : act}{' '}
            <span className="count">{rows.length}</span>
          </Heading>
          <ul>
            {rows.slice(0, MOST_ROWS).map((row) => (
              <Row key={row.key} row={row} bench={bench} />
            ))}
          </ul>
          {rows.length > MOST_ROWS && (
            <p className="panel-empty">{t('problems.more', { count: rows.length - MOST_ROWS })}</p>
          )}
        </section>
      ))}
    </section>
  )
}

function Row({ row, bench }: { readonly row: ReferenceRow; readonly bench: Bench }) {
  const { t } = useMessages()
  const { jump, here, status, at } = row
  const isIgnored = status === 'ignored'
  const handlePress = () => {
    if (jump) bench.follow(jump)
    else if (here) bench.showReference(here)
  }
  const ignoreAs = isIgnored ? 'heeded' : 'ignored'
  const check = here && status === 'check' ? bench.overlay.get().checkOf(here) : undefined
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Delete') bench.ignore(at, ignoreAs)
    else if (event.key === 'Enter' && event.shiftKey && here && check?.proposal != null)
      bench.acceptCheck(here)
    else event.continuePropagation()
  }
  return (
    <li className="reference-item">
      <Button
        className="reference-row"
        data-status={status}
        isDisabled={!jump && !here}
        onPress={handlePress}
        onKeyDown={handleKey}
      >
        <StatusSign status={status} />
        <span className="reference-words" lang={bench.summary.language}>
          {row.words}
        </span>
        <span className="reference-place" lang={bench.summary.language}>
          {jump && <CornerDownRight size={12} aria-hidden />} {row.place}
        </span>
        <span className="reference-status">{t(`reference.${status}`)}</span>
        {check && <Proposed check={check} language={bench.summary.language} />}
      </Button>
      <div className="reference-actions">
        {here && (
          <IconButton
            icon={LocateFixed}
            label={t('references.show', { words: row.words })}
            onPress={() => bench.showReference(here)}
          />
        )}
        {here && check?.proposal != null && bench.readOnly === null && (
          <IconButton
            icon={Check}
            label={t('references.acceptOf', { words: check.proposal })}
            onPress={() => bench.acceptCheck(here)}
          />
        )}
        {status === 'check' && bench.readOnly === null && (
          <IconButton
            icon={CheckCheck}
            label={t('references.checkedOf', { words: row.words })}
            onPress={() => bench.endCheck(at)}
          />
        )}
        {status !== 'valid' && status !== 'external' && bench.readOnly === null && (
          <IconButton
            icon={isIgnored ? Eye : EyeOff}
            label={t(isIgnored ? 'references.heedOf' : 'references.ignoreOf', { words: row.words })}
            onPress={() => bench.ignore(at, ignoreAs)}
          />
        )}
      </div>
    </li>
  )
}
