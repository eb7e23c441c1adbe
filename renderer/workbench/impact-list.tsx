import { Checkbox } from 'react-aria-components'
import { groupBy } from '#shared/base/group.ts'
import type { TouchedReference } from '#shared/bridge/contract.ts'
import type { Rewrite } from '#shared/citation/rewrite-value.ts'
import { useMessages } from '../messages/messages.tsx'
import { StatusSign } from '../panels/references/status.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { Bench } from './bench.ts'
import { type Impact, isOf, isOfOther, type TouchedHere } from './impact.ts'

interface ImpactListProps {
  readonly bench: Bench
  readonly impact: Impact
  /** Documents whose words stay as they are. */
  readonly leave: ReadonlySet<string>
  readonly onLeave: (leave: ReadonlySet<string>) => void
}

/** References that edits would touch, by act: those of this draft, then those of others. */
export function ImpactList({ bench, impact, leave, onLeave }: ImpactListProps) {
  const { t } = useMessages()
  const { here, elsewhere, rewrites, drafts } = impact
  const left = here.filter((one) => !rewrites.some((rewrite) => isOf(rewrite, one)))
  const acts = groupBy(elsewhere, ({ document }) => document)
  const plans = new Map(drafts.map((draft) => [draft.document, draft]))
  return (
    <ScrollRegion className="impact-list" label={t('impact.list')}>
      <RewrittenHere bench={bench} rewrites={rewrites} kind="rewrite" />
      <RewrittenHere bench={bench} rewrites={rewrites} kind="check" />
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
        <OtherAct
          key={document}
          references={references}
          plan={plans.get(document)}
          language={bench.summary.language}
          isLeft={leave.has(document)}
          onLeft={(isLeft) => {
            const others = [...leave].filter((one) => one !== document)
            onLeave(new Set(isLeft ? [...others, document] : others))
          }}
        />
      ))}
    </ScrollRegion>
  )
}

interface RewrittenHereProps {
  readonly bench: Bench
  readonly rewrites: readonly Rewrite[]
  readonly kind: Rewrite['kind']
}

/** Citations of this draft that follow, or of which the drafter decides. */
function RewrittenHere({ bench, rewrites, kind }: RewrittenHereProps) {
  const { t } = useMessages()
  const shown = rewrites.filter((rewrite) => rewrite.kind === kind)
  if (shown.length === 0) return null
  return (
    <section>
      <h4>
        {t(kind === 'check' ? 'impact.checks' : 'impact.rewrites')}{' '}
        <span className="count">{shown.length}</span>
      </h4>
      <ul>
        {shown.map((rewrite) => (
          <Rewritten
            key={`${rewrite.from} ${rewrite.block} ${rewrite.range.start}`}
            rewrite={rewrite}
            place={bench.placeOf(rewrite.from)}
            language={bench.summary.language}
          />
        ))}
      </ul>
    </section>
  )
}

interface OtherActProps {
  readonly references: readonly TouchedReference[]
  readonly plan: Impact['drafts'][number] | undefined
  readonly language: string
  /** Whether its words stay. */
  readonly isLeft: boolean
  readonly onLeft: (isLeft: boolean) => void
}

/** What edits would touch in another act: the citations that follow there, and those that nothing follows for. */
function OtherAct({ references, plan, language, isLeft, onLeft }: OtherActProps) {
  const { t, say } = useMessages()
  const title = references[0]?.title
  const rewrites = plan?.plan ?? []
  const rest = references.filter(
    (one) => !rewrites.some((rewrite) => isOfOther(one.document, rewrite, one)),
  )
  const isCertain = rewrites.some(({ kind }) => kind === 'rewrite')
  return (
    <section>
      <h4 lang={language}>
        {title} <span className="count">{rewrites.length + rest.length}</span>
      </h4>
      {plan?.refusal != null && (
        <p className="field-hint">{t('impact.refused', { why: say(plan.refusal) })}</p>
      )}
      {plan?.refusal === null && isCertain && (
        <Checkbox
          className="checkbox"
          isSelected={!isLeft}
          onChange={(isWanted) => onLeft(!isWanted)}
        >
          <span className="checkbox-box" aria-hidden />
          {t('impact.rewriteThere')}
        </Checkbox>
      )}
      <ul>
        {rewrites.map((rewrite) => (
          <Rewritten
            key={`${rewrite.from} ${rewrite.block} ${rewrite.range.start}`}
            rewrite={isLeft || plan?.refusal !== null ? { ...rewrite, kind: 'check' } : rewrite}
            place={rewrite.place}
            language={language}
          />
        ))}
        {rest.map(({ unit, block, from, sentence, place, outcome }) => (
          <Touched
            key={`${unit} ${block} ${from}`}
            words={sentence}
            place={place}
            outcome={outcome}
            language={language}
          />
        ))}
      </ul>
    </section>
  )
}

interface RewrittenProps {
  readonly rewrite: Pick<Rewrite, 'oldWords' | 'newWords' | 'kind'>
  readonly place: string
  readonly language: string
}

/** A citation before and after; what is not certain stays as it is, with the proposal beside it. */
function Rewritten({ rewrite, place, language }: RewrittenProps) {
  const { t } = useMessages()
  const { oldWords, newWords, kind } = rewrite
  return (
    <li className="impact-row" data-status={kind === 'check' ? 'check' : 'valid'}>
      <StatusSign status={kind === 'check' ? 'check' : 'valid'} />
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
