import { memo, useEffect, useMemo, useRef, useState } from 'react'
import {
  Button,
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
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { PeopleHere } from '../../sharing/people-here.tsx'
import { scrollToRow } from '../../ui/scroll-to-row.ts'
import type { Bench } from '../../workbench/bench.ts'
import { LineRow } from './line-row.tsx'
import {
  filterOutline,
  lineMaker,
  lineOf,
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
  const caret = useStore(bench.caret)
  const changed = useStore(bench.changedUnits)
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<Key>>(bench.openAtFirst)
  const [makeLines] = useState(lineMaker)
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
    <nav className="panel outline" aria-label={t('outline.title')}>
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
          lines={lines}
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
  readonly expanded: ReadonlySet<Key>
  readonly current: UnitId | undefined
  readonly onExpandedChange: (expanded: Set<Key>) => void
}

/** The tree is dear to draw: it is drawn again only when a line of it changes. */
const Lines = memo(({ bench, lines, expanded, current, onExpandedChange }: LinesProps) => {
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
        {(line) => <Line bench={bench} line={line} />}
      </Tree>
    </Virtualizer>
  )
})

function Line({ bench, line }: { readonly bench: Bench; readonly line: OutlineLine }) {
  const { t } = useMessages()
  const { num, words } = line.name
  const name = [num, words].filter(Boolean).join(' ')
  return (
    <TreeItem
      id={line.id}
      textValue={line.changed ? `${name} (${t('outline.changed')})` : name}
      hasChildItems={line.hasLines}
      className="outline-line"
      data-repealed={line.repealed || undefined}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <LineRow name={line.name} level={level} hasChildItems={hasChildItems}>
            <PeopleHere bench={bench} unit={line.id} count={isExpanded ? 'at' : 'within'} />
            {line.changed && (
              <span className="outline-mark" title={t('outline.changed')} aria-hidden />
            )}
            <Button slot="drag" className="outline-grip" aria-label={t('outline.drag')} />
          </LineRow>
        )}
      </TreeItemContent>
      <Collection items={line.lines}>{(child) => <Line bench={bench} line={child} />}</Collection>
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
