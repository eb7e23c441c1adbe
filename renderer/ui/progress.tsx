import { Label, ProgressBar } from 'react-aria-components'

interface ProgressProps {
  readonly label: string
  readonly done: number
  /** 0: nobody knows yet. */
  readonly total: number
}

/** How far work is that takes its time. */
export function Progress({ label, done, total }: ProgressProps) {
  return (
    <ProgressBar
      className="progress"
      value={total === 0 ? 0 : (100 * done) / total}
      isIndeterminate={total === 0}
    >
      {({ percentage, valueText }) => (
        <>
          <Label>{label}</Label>
          <span className="progress-track">
            <span className="progress-fill" style={{ width: `${percentage ?? 10}%` }} />
          </span>
          <span className="figure">{valueText}</span>
        </>
      )}
    </ProgressBar>
  )
}
