import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { IconButton, IconToggle } from '../../ui/icon-button.tsx'
import { type SelectChoice, SelectField } from '../../ui/select-field.tsx'
import { notify } from '../../ui/toasts.tsx'
import type { Bench } from '../../workbench/bench.ts'
import { useEarlierTexts } from '../history/texts.ts'
import { articlesIn, authorsOf, EVERY_CHANGE } from './filter.ts'
import { countChanges } from './model.ts'

const ALL = 'all'
const SORTS = ['words', 'inserted', 'removed', 'moved', 'numbers'] as const

/** From which text the changes are told, and which of them are listed and stepped through. */
export function ChangeFilters({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const filter = useStore(bench.filter)
  const against = useStore(bench.againstKey)
  const texts = useEarlierTexts(bench)
  const [isOpen, setOpen] = useState(false)
  const isFiltered = filter !== EVERY_CHANGE
  const handleAgainst = async (key: string) => {
    const read = await bench.tellFrom(key)
    if (!read.ok) notify({ tone: 'problem', text: read.problem })
  }
  return (
    <div className="change-filters">
      <div className="change-filters-head">
        {texts.length > 1 && (
          <SelectField
            label={t('changes.against')}
            choices={texts}
            chosen={against}
            onChoose={(key) => void handleAgainst(key)}
          />
        )}
        <IconToggle
          icon={ListFilter}
          label={t('changes.filter')}
          isSelected={isOpen}
          onChange={setOpen}
        />
        {isFiltered && (
          <IconButton
            icon={X}
            label={t('changes.everyChange')}
            onPress={() => bench.setFilter(EVERY_CHANGE)}
          />
        )}
      </div>
      {isOpen && <Filters bench={bench} />}
    </div>
  )
}

function Filters({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const filter = useStore(bench.filter)
  const changes = useStore(bench.changes)
  const counts = countChanges(changes)
  const every = (words: string) => ({ key: ALL, words })
  const sorts: readonly SelectChoice<string>[] = SORTS.map((sort) => ({
    key: sort,
    words: t(`changes.sort.${sort}`, { count: counts[sort] }),
  }))
  return (
    <div className="change-filters-body">
      <SelectField
        label={t('changes.sort')}
        choices={[every(t('changes.sort.all')), ...sorts]}
        chosen={filter.sort ?? ALL}
        onChoose={(key) =>
          bench.setFilter({ ...filter, sort: SORTS.find((sort) => sort === key) ?? null })
        }
      />
      <SelectField
        label={t('changes.article')}
        choices={[every(t('changes.article.all')), ...articleChoices(bench)]}
        chosen={filter.article ?? ALL}
        onChoose={(key) =>
          bench.setFilter({ ...filter, article: key === ALL ? null : unitId(key) })
        }
      />
      <SelectField
        label={t('changes.author')}
        choices={[every(t('changes.author.all')), ...authorChoices(bench, t('person.unnamed'))]}
        chosen={filter.author ?? ALL}
        onChoose={(key) => bench.setFilter({ ...filter, author: key === ALL ? null : key })}
      />
      <Checkbox
        className="checkbox"
        isSelected={filter.following === 'hidden'}
        onChange={(isHidden) =>
          bench.setFilter({ ...filter, following: isHidden ? 'hidden' : 'shown' })
        }
      >
        <span className="checkbox-box" aria-hidden />
        {t('changes.hideFollowing')}
      </Checkbox>
    </div>
  )
}

/** The articles that hold changes, in the order of the text. */
function articleChoices(bench: Bench): readonly SelectChoice<UnitId>[] {
  const redline = bench.redline.get()
  if (!redline) return []
  const articles = articlesIn(redline)
  const places = new Map<UnitId, string>()
  for (const { units } of bench.changes.get()) {
    const around = units[0] === undefined ? undefined : articles.get(units[0])
    for (const { id, place } of around ?? []) places.set(id, place)
  }
  return [...places].map(([key, words]) => ({ key, words }))
}

function authorChoices(bench: Bench, nameless: string): readonly SelectChoice<string>[] {
  const people = bench.changes.get().flatMap((one) => authorsOf(one, bench.attribution))
  const names = new Map(people.map(({ id, name }) => [id, name === '' ? nameless : name]))
  return [...names].map(([key, words]) => ({ key, words }))
}
