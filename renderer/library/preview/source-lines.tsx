import { useEffect, useMemo, useRef } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useMessages } from '../../messages/messages.tsx'
import { scrollToRow } from '../../ui/scroll-to-row.ts'

/** Pixels of a line (styles/preview.css). */
const LINE_HEIGHT = 22
const LAYOUT = { rowHeight: LINE_HEIGHT }

interface SourceLinesProps {
  readonly lines: readonly string[]
  /** The line shown, from 0. */
  readonly current: number | undefined
  readonly onChoose: (line: number) => void
}

/** The text that was read, line by line; only the lines on the screen are in the page. */
export function SourceLines({ lines, current, onChoose }: SourceLinesProps) {
  const { t } = useMessages()
  const part = useRef<HTMLDivElement>(null)
  const items = useMemo(() => lines.map((words, id) => ({ id, words })), [lines])
  useEffect(() => {
    scrollToRow(part.current?.querySelector('.preview-lines'), current ?? -1, LINE_HEIGHT)
  }, [current])
  return (
    <div className="preview-part" ref={part}>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <ListBox
          className="preview-lines"
          aria-label={t('preview.source')}
          items={items}
          selectionMode="single"
          selectedKeys={current === undefined ? [] : [current]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys
            if (typeof key === 'number') onChoose(key)
          }}
        >
          {({ id, words }) => (
            <ListBoxItem className="preview-line" textValue={words || String(id + 1)}>
              <span className="preview-number">{id + 1}</span>
              <span className="preview-words">{words}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </div>
  )
}
