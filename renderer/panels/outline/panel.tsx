import {
  memo,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import {
  Collection,
  Input,
  type Key,
  ListLayout,
  SearchField,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { createStore, useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { scrollToRow } from '../../ui/scroll-to-row.ts'
import type { Bench } from '../../workbench/bench.ts'
import { type LinesNow, LiveRow, spokenLine } from './live-row.tsx'
import {
  filterOutline,
  heldLines,
  lineMaker,
  lineOf,
  linesById,
  type OutlineLine,
  type OutlineNode,
  pathTo,
  placeForDrop,
  placeForStep,
} from './model.ts'

/** Pixels of a line of the outline (styles/outline.css). */
const ROW_HEIGHT = 26
const LAYOUT = { rowHeight: ROW_HEIGHT }

export function OutlinePanel({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const nodes = useStore(bench.outline)
  // The row of the caret may come after the frame of the key that moved it.
  const caret = useDeferredValue(useStore(bench.caret))
  const changed = useStore(bench.changedUnits)
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<Key>>(bench.openAtFirst)
  const [makeLines] = useState(lineMaker)
  const [now] = useState(() => createStore<ReadonlyMap<UnitId, OutlineLine>>(new Map()))
  const [isWithin, setWithin] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => filterOutline(nodes, query), [nodes, query])
  const expanded = useMemo(
    () => (query.trim() === '' ? opened : new Set(withChildren(shown))),
    [opened, query, shown],
  )
  const lines = useMemo(
    () => makeLines({ nodes: shown, open: expanded, changed }),
    [makeLines, shown, expanded, changed],
  )
  useLayoutEffect(() => now.set(linesById(lines)), [now, lines])
  const [held, setHeld] = useState(lines)
  // Who is in the tree may look for lines by their words.
  const next = isWithin ? lines : heldLines(held, lines)
  if (next !== held) setHeld(next)
  const current = caret.findLast((_, index) =>
    caret.slice(0, index).every((parent) => expanded.has(parent)),
  )
  const line = current === undefined ? -1 : lineOf(shown, expanded, current)
  useEffect(() => {
    const tree = panel.current?.querySelector('.outline-tree')
    if (!tree?.contains(document.activeElement)) scrollToRow(tree, line, ROW_HEIGHT)
  }, [line])

  const move = (unit: UnitId, step: 'up' | 'down') => {
    const to = placeForStep(nodes, unit, step)
    if (to) void bench.plan([{ kind: 'move', unit, to }], undefined)
  }

  return (
    <nav
      className="panel outline"
      aria-label={t('outline.title')}
      onFocus={() => setWithin(true)}
      onBlur={() => setWithin(false)}
    >
      <SearchField
        className="search"
        aria-label={t('outline.filter')}
        value={query}
        onChange={setQuery}
      >
        <Input placeholder={t('outline.filter')} />
      </SearchField>
      <div
        className="outline-scroll"
        ref={panel}
        onKeyDownCapture={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          const line = event.target instanceof Element && event.target.closest('[data-key]')
          const key = line instanceof HTMLElement ? line.dataset['key'] : undefined
          if (key === undefined) return
          event.preventDefault()
          event.stopPropagation()
          move(unitId(key), event.key === 'ArrowUp' ? 'up' : 'down')
        }}
      >
        <Lines
          bench={bench}
          lines={next}
          now={now}
          expanded={expanded}
          current={current}
          onExpandedChange={setOpened}
        />
      </div>
    </nav>
  )
}

interface LinesProps {
  readonly bench: Bench
  readonly lines: readonly OutlineLine[]
  readonly now: LinesNow
  readonly expanded: ReadonlySet<Key>
  readonly current: UnitId | undefined
  readonly onExpandedChange: (expanded: Set<Key>) => void
}

/** The tree is dear to draw: it is drawn again only when other lines stand in it. */
const Lines = memo((props: LinesProps) => {
  const { bench, lines, now, expanded, current, onExpandedChange } = props
  const { t } = useMessages()
  const mayComment = useStore(bench.commentsReadOnly) === null
  const handleJump = (key: Key) => bench.jump(unitId(String(key)))
  const { dragAndDropHooks } = useDragAndDrop<OutlineLine>({
    isDisabled: bench.readOnly !== null && !mayComment,
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': nameOf(bench.outline.get(), key) })),
    onMove({ keys, target }) {
      const [key] = keys
      if (key === undefined) return
      const moved = unitId(String(key))
      const onto = unitId(String(target.key))
      const to = placeForDrop(bench.outline.get(), moved, onto, target.dropPosition)
      if (to) void bench.plan([{ kind: 'move', unit: moved, to }], undefined)
    },
  })
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <Tree
        aria-label={t('outline.tree')}
        className="outline-tree"
        items={lines}
        dependencies={[t]}
        expandedKeys={expanded}
        onExpandedChange={onExpandedChange}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={current === undefined ? [] : [current]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          if (key !== undefined && key !== current) handleJump(key)
        }}
        onAction={handleJump}
        dragAndDropHooks={dragAndDropHooks}
        // Before the outline is worked out there is nothing to say.
        renderEmptyState={() =>
          bench.outline.get().length > 0 && <p className="panel-empty">{t('outline.nothing')}</p>
        }
      >
        {(line) => <Line bench={bench} now={now} line={line} />}
      </Tree>
    </Virtualizer>
  )
})

interface LineProps {
  readonly bench: Bench
  readonly now: LinesNow
  readonly line: OutlineLine
}

function Line({ bench, now, line }: LineProps) {
  const { t } = useMessages()
  return (
    <TreeItem
      id={line.id}
      textValue={spokenLine(line, t)}
      hasChildItems={line.hasLines}
      className="outline-line"
      data-repealed={line.repealed || undefined}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <LiveRow
            bench={bench}
            now={now}
            line={line}
            level={level}
            hasChildItems={hasChildItems}
            isExpanded={isExpanded}
          />
        )}
      </TreeItemContent>
      <Collection items={line.lines}>
        {(child) => <Line bench={bench} now={now} line={child} />}
      </Collection>
    </TreeItem>
  )
}

function withChildren(nodes: readonly OutlineNode[]): readonly UnitId[] {
  return nodes.flatMap((node) =>
    node.children.length === 0 ? [] : [node.id, ...withChildren(node.children)],
  )
}

function nameOf(nodes: readonly OutlineNode[], key: Key): string {
  const node = pathTo(nodes, unitId(String(key))).at(-1)
  return node ? `${node.name.num} ${node.name.words}`.trim() : ''
}
