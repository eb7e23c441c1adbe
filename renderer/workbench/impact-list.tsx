import { groupBy } from '#shared/base/group.ts'
import type { Rewrite } from '#shared/citation/rewrite-value.ts'
import { useMessages } from '../messages/messages.tsx'
import { StatusSign } from '../panels/references/status.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { Bench } from './bench.ts'
import { type Impact, isOf } from './bench-references.ts'
import type { TouchedHere } from './impact.ts'

interface ImpactListProps {
  readonly bench: Bench
  readonly impact: Impact
}

/** References that edits would touch, by act: those of this draft, then those of others. */
export function ImpactList({ bench, impact }: ImpactListProps) {
  const { t } = useMessages()
  const { here, elsewhere, rewrites } = impact
  const left = here.filter((one) => !rewrites.some((rewrite) => isOf(rewrite, one)))
  const acts = groupBy(elsewhere, ({ document }) => document)
  return (
    <ScrollRegion className="impact-list" label={t('impact.list')}>
      {rewrites.length > 0 && (
        <section>
          <h4>
            {t('impact.rewrites')} <span className="count">{rewrites.length}</span>
          </h4>
          <ul>
            {rewrites.map((rewrite) => (
              <Rewritten
                key={`${rewrite.from} ${rewrite.block} ${rewrite.range.start}`}
                rewrite={rewrite}
                place={bench.placeOf(rewrite.from)}
                language={bench.summary.language}
              />
            ))}
          </ul>
        </section>
      )}
      {left.length > 0 && (
        <section>
          <h4>
            {t('references.thisAct')} <span className="count">{left.length}</span>
          </h4>
          <ul>
            {left.map(({ reference, outcome }) => (
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
    </ScrollRegion>
  )
}

interface RewrittenProps {
  readonly rewrite: Rewrite
  readonly place: string
  readonly language: string
}

/** A citation before and after; what is not certain stays as it is, with the proposal beside it. */
function Rewritten({ rewrite, place, language }: RewrittenProps) {
  const { t } = useMessages()
  const { oldWords, newWords, kind } = rewrite
  return (
    <li className="impact-row" data-status={kind === 'check' ? 'check' : 'valid'}>
      <StatusSign status={kind === 'check' ? 'ambiguous' : 'valid'} />
      <span className="reference-words rewritten" lang={language}>
        {kind === 'rewrite' ? <del>{oldWords}</del> : oldWords}
        {newWords !== null && (
          <>
            {' '}
            → <ins>{newWords}</ins>
          </>
        )}
      </span>
      <span className="reference-place" lang={language}>
        {place}
      </span>
      <span className="reference-status">
        {t(kind === 'check' ? 'impact.check' : 'impact.rewrite')}
      </span>
    </li>
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
