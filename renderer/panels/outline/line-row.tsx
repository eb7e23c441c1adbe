import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components'
import type { UnitName } from '../../editor/queries/place-words.ts'
import { useMessages } from '../../messages/messages.tsx'

interface LineRowProps {
  readonly name: UnitName
  /** 1 is the outermost. */
  readonly level: number
  readonly hasChildItems: boolean
  /** What stands behind the name. */
  readonly children: ReactNode
  readonly ref?: Ref<HTMLSpanElement>
}

/** One line of a tree of units: what opens it, its number and its words. */
export function LineRow(props: LineRowProps) {
  const { level, hasChildItems, children, ref } = props
  const { num, words } = props.name
  const { t } = useMessages()
  return (
    <span ref={ref} className="outline-row" style={{ paddingInlineStart: `${(level - 1) * 14}px` }}>
      {hasChildItems ? (
        <Button slot="chevron" className="outline-chevron" aria-label={t('outline.open')} />
      ) : (
        <span className="outline-chevron" />
      )}
      <span className="outline-name">
        {num && <span className="outline-num">{num}</span>}
        {num && words && ' '}
        <span className="outline-words">{words}</span>
      </span>
      {children}
    </span>
  )
}
