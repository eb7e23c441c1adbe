import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  FileDown,
  type LucideIcon,
  Pilcrow,
  PilcrowLeft,
  TriangleAlert,
  WholeWord,
} from 'lucide-react'
import { useMemo } from 'react'
import { Button, Radio, RadioGroup } from 'react-aria-components'
import type { Wording } from '#shared/schema/wordings.ts'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { notify } from '../../ui/toasts.tsx'
import type { Bench } from '../../workbench/bench.ts'
import type { Shell } from '../../workbench/shell.ts'
import { LineTime, LineTimeWords } from './line-time.tsx'
import {
  otherWording,
  type ProofState,
  partedUnits,
  proofState,
  rewordedUnits,
  type ShownLine,
  type ShownWording,
  shownLines,
} from './model.ts'
import { TimeChoice } from './time-choice.tsx'
import { type LawAnswer, useAmendingLaw } from './use-amending-law.ts'

const SIGNS: Readonly<Record<ProofState, LucideIcon>> = {
  proved: CircleCheck,
  unproved: TriangleAlert,
  working: CircleDashed,
  nothing: CircleMinus,
}

interface AmendingLawPanelProps {
  readonly bench: Bench
  readonly shell: Shell
}

/** The law that the draft amounts to, beside it, with what its proof says. */
export function AmendingLawPanel({ bench, shell }: AmendingLawPanelProps) {
  const { t, say } = useMessages()
  // A law quotes the text it amends, and so speaks its language.
  const { language } = bench.summary
  const wordings = useStore(bench.wordings)
  const changes = useStore(bench.changes)
  const act = useStore(bench.act)
  const caret = useStore(bench.caret)
  const choices = useMemo(
    () => ({ wordings, reworded: rewordedUnits(changes), parted: partedUnits(act) }),
    [wordings, changes, act],
  )
  const inForce = useStore(bench.inForce)
  const { law, problem, isStale } = useAmendingLaw(bench, language, { wordings, inForce })
  const state = proofState(law, isStale)
  const Sign = SIGNS[state]
  return (
    <>
      <div className="law-head">
        <p className="proof" data-state={state} role="status">
          <Sign size={16} aria-hidden />
          <strong>{t(`proof.${state}`)}</strong>
        </p>
        <p className="proof-about">{t(`proof.${state}About`, { count: law?.instructions ?? 0 })}</p>
        <div className="law-choices">
          <RadioGroup
            className="segments"
            orientation="horizontal"
            aria-label={t('law.granularity')}
            value={wordings.default}
            isDisabled={bench.readOnly !== null}
            onChange={(value) =>
              bench.chooseWording('all others', value === 'restate' ? 'restate' : 'minimal')
            }
          >
            <Radio value="minimal" className="segment">
              {t('law.minimal')}
            </Radio>
            <Radio value="restate" className="segment">
              {t('law.restate')}
            </Radio>
          </RadioGroup>
        </div>
        <TimeChoice
          label={t('inForce.label')}
          none={t('inForce.unsaid')}
          time={inForce.law}
          isDisabled={bench.readOnly !== null}
          onChoose={(time) => bench.chooseTime('the law', time)}
        />
        <div className="law-actions">
          <Button
            className="button"
            isDisabled={state !== 'proved'}
            onPress={() => void copyLaw(law, t('law.copied'))}
          >
            {t('law.copy')}
          </Button>
          <Button className="button" onPress={() => shell.show('export')}>
            <FileDown size={15} aria-hidden /> {t('command.export')}
          </Button>
        </div>
      </div>
      {problem && (
        <p className="panel-empty" role="alert">
          {say(problem)}
        </p>
      )}
      {law && !law.holds && <Differences law={law} bench={bench} />}
      {law && (
        <div className="law-text" lang={language} aria-busy={isStale}>
          {shownLines(law, caret.at(-1), { ...choices, inForce }).map((line) => (
            <Line key={line.key} line={line} bench={bench} />
          ))}
        </div>
      )}
    </>
  )
}

interface LineProps {
  readonly line: ShownLine
  readonly bench: Bench
}

function Line({ line, bench }: LineProps) {
  const { kind, level, num, text, unit, isHere, wording, time } = line
  const words = num === null ? text : `${num} ${text}`
  const leads = unit !== null && (kind === 'item' || kind === 'quote')
  return (
    <p className="law-line" data-kind={kind} data-level={level} data-here={isHere || undefined}>
      {leads ? (
        <Button className="law-jump" onPress={() => bench.jump(unit)}>
          {words}
        </Button>
      ) : (
        words
      )}
      {bench.readOnly === null && (wording || time) && (
        <span className="law-tools">
          {wording && <WordingChoice wording={wording} bench={bench} />}
          {time && <LineTime shown={time} bench={bench} />}
        </span>
      )}
      {time && <LineTimeWords shown={time} />}
    </p>
  )
}

interface WordingChoiceProps {
  readonly wording: ShownWording
  readonly bench: Bench
}

const WORDING_SIGNS: Readonly<Record<Wording, LucideIcon>> = {
  minimal: WholeWord,
  part: PilcrowLeft,
  restate: Pilcrow,
}

/** Words one change another way. */
function WordingChoice({ wording, bench }: WordingChoiceProps) {
  const { t } = useMessages()
  const wordings = useStore(bench.wordings)
  return (
    <IconButton
      icon={WORDING_SIGNS[wording.next]}
      label={t(`law.as.${wording.next}`)}
      className={wording.isChosen ? 'law-wording chosen' : 'law-wording'}
      onPress={() => bench.chooseWording(wording.unit, otherWording(wording, wordings))}
    />
  )
}

function Differences({ law, bench }: { readonly law: LawAnswer; readonly bench: Bench }) {
  const { t } = useMessages()
  return (
    <ul className="differences" aria-label={t('proof.differences')}>
      {law.differences.map(({ at, what, found, wanted }) => (
        <li key={`${at} ${what} ${wanted}`} lang={bench.summary.language}>
          <strong>{at}</strong>
          <span>{t('proof.difference', { found: found ?? '—', wanted: wanted ?? '—' })}</span>
        </li>
      ))}
    </ul>
  )
}

async function copyLaw(law: LawAnswer | undefined, done: string): Promise<void> {
  if (!law) return
  const lines = law.lines.map(({ num, text }) => (num === null ? text : `${num} ${text}`))
  await navigator.clipboard.writeText(`${lines.join('\n')}\n`)
  notify({ tone: 'plain', text: done })
}
