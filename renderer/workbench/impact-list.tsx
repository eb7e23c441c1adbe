import { groupBy } from '#shared/base/group.ts'
import type { TouchedReference } from '#shared/bridge/contract.ts'
import { useMessages } from '../messages/messages.tsx'
import { StatusSign } from '../panels/references/status.tsx'
import type { Bench } from './bench.ts'
import type { TouchedHere } from './impact.ts'

interface ImpactListProps {
  readonly bench: Bench
  readonly here: readonly TouchedHere[]
  readonly elsewhere: readonly TouchedReference[]
}

/** References that edits would touch, by act: those of this draft, then those of others. */
export function ImpactList({ bench, here, elsewhere }: ImpactListProps) {
  const { t } = useMessages()
  const acts = groupBy(elsewhere, ({ document }) => document)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="impact-list" tabIndex={0} aria-label={t('impact.list')}>
      {here.length > 0 && (
        <section>
          <h4>
            {t('references.thisAct')} <span className="count">{here.length}</span>
          </h4>
          <ul>
            {here.map(({ reference, outcome }) => (
              <Touched
                key={`${reference.from} ${reference.block} ${reference.range.start}`}
                words={reference.text}
                place={bench.placeOf(reference.from)}
                outcome={outcome}
                language={bench.summary.language}
              />
            ))}
          </ul>
        </section>
      )}
      {[...acts].map(([document, references]) => (
        <section key={document}>
          <h4 lang={bench.summary.language}>
            {references[0]?.title} <span className="count">{references.length}</span>
          </h4>
          <ul>
            {references.map(({ unit, block, from, sentence, place, outcome }) => (
              <Touched
                key={`${unit} ${block} ${from}`}
                words={sentence}
                place={place}
                outcome={outcome}
                language={bench.summary.language}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

interface TouchedProps {
  readonly words: string
  readonly place: string
  readonly outcome: TouchedHere['outcome']
  readonly language: string
}

function Touched({ words, place, outcome, language }: TouchedProps) {
  const { t } = useMessages()
  const status = outcome === 'elsewhere' ? 'ambiguous' : outcome
  return (
    <li className="impact-row" data-status={status}>
      <StatusSign status={status} />
      <span className="reference-words" lang={language}>
        {words}
      </span>
      <span className="reference-place" lang={language}>
        {place}
      </span>
      <span className="reference-status">
        {outcome === 'elsewhere' ? t('impact.elsewhere') : t(`reference.${outcome}`)}
      </span>
    </li>
  )
}
