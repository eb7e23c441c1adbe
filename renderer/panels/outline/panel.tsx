import { ChevronRight, GripVertical } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
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
import type { Bench } from '../../workbench/bench.ts'
import {
  filterOutline,
  lineOf,
  type OutlineNode,
  pathTo,
  placeForDrop,
  placeForStep,
} from './model.ts'

/** Pixels of a line of the outline (styles/panels.css). */
const ROW_HEIGHT = 26

export function OutlinePanel({ bench }: { readonly bench: Bench }) {
  const { t } = useMessages()
  const nodes = useStore(bench.outline)
  const caret = useStore(bench.caret)
  const changed = useStore(bench.changedUnits)
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<Key>>(bench.openAtFirst)
  const tree = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => filterOutline(nodes, query), [nodes, query])
  const expanded = useMemo(
    () => (query.trim() === '' ? opened : new Set(withChildren(shown))),
    [opened, query, shown],
  )
  const current = caret.findLast((_, index) =>
    caret.slice(0, index).every((parent) => expanded.has(parent)),
  )
  const line = current === undefined ? -1 : lineOf(shown, expanded, current)
  useEffect(() => scrollToLine(tree.current, line), [line])

  const handleJump = (key: Key) => bench.jump(unitId(String(key)))
  const move = (unit: UnitId, step: 'up' | 'down') => {
    const to = placeForStep(nodes, unit, step)
    if (to) bench.edit([{ kind: 'move', unit, to }])
  }
  const { dragAndDropHooks } = useDragAndDrop<OutlineNode>({
    isDisabled: bench.readOnly !== null,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameOf(nodes, key) })),
    onMove({ keys, target }) {
      const [key] = keys
      if (key === undefined) return
      const moved = unitId(String(key))
      const to = placeForDrop(nodes, moved, unitId(String(target.key)), target.dropPosition)
      if (to) bench.edit([{ kind: 'move', unit: moved, to }])
    },
  })

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
        ref={tree}
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
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
          <Tree
            aria-label={t('outline.tree')}
            className="outline-tree"
            items={shown}
            dependencies={[current, changed, expanded, t]}
            expandedKeys={expanded}
            onExpandedChange={setOpened}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={current === undefined ? [] : [current]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : keys
              if (key !== undefined && key !== current) handleJump(key)
            }}
            onAction={handleJump}
            dragAndDropHooks={dragAndDropHooks}
            renderEmptyState={() => <p className="panel-empty">{t('outline.nothing')}</p>}
          >
            {(node) => (
              <Line
                node={node}
                expanded={expanded}
                changed={changed}
                labels={{
                  changed: t('outline.changed'),
                  open: t('outline.open'),
                  drag: t('outline.drag'),
                }}
              />
            )}
          </Tree>
        </Virtualizer>
      </div>
    </nav>
  )
}

interface LineProps {
  readonly node: OutlineNode
  readonly expanded: ReadonlySet<Key>
  readonly changed: ReadonlySet<UnitId>
  readonly labels: { readonly changed: string; readonly open: string; readonly drag: string }
}

function Line({ node, expanded, changed, labels }: LineProps) {
  const { num, words } = node.name
  const isChanged = changed.has(node.id)
  const name = [num, words].filter(Boolean).join(' ')
  return (
    <TreeItem
      id={node.id}
      textValue={isChanged ? `${name} (${labels.changed})` : name}
      hasChildItems={node.children.length > 0}
      className="outline-line"
      data-repealed={node.repealed || undefined}
    >
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <span className="outline-row" style={{ paddingInlineStart: `${(level - 1) * 14}px` }}>
            {hasChildItems ? (
              <Button slot="chevron" className="outline-chevron" aria-label={labels.open}>
                <ChevronRight size={13} aria-hidden />
              </Button>
            ) : (
              <span className="outline-chevron" />
            )}
            <span className="outline-name">
              {num && <span className="outline-num">{num}</span>}
              {num && words && ' '}
              <span className="outline-words">{words}</span>
            </span>
            {isChanged && <span className="outline-mark" title={labels.changed} aria-hidden />}
            <Button slot="drag" className="outline-grip" aria-label={labels.drag}>
              <GripVertical size={12} aria-hidden />
            </Button>
          </span>
        )}
      </TreeItemContent>
      {expanded.has(node.id) && (
        <Collection items={node.children} dependencies={[expanded, changed, labels]}>
          {(child) => <Line node={child} expanded={expanded} changed={changed} labels={labels} />}
        </Collection>
      )}
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

/** Lines off the screen are not in the page, so the place of a line is reckoned from its number. */
function scrollToLine(panel: HTMLElement | null, line: number): void {
  const tree = panel?.querySelector('.outline-tree')
  if (!tree || line < 0 || tree.contains(document.activeElement)) return
  const top = line * ROW_HEIGHT
  const isShown = tree.scrollTop <= top && top + ROW_HEIGHT <= tree.scrollTop + tree.clientHeight
  if (!isShown) tree.scrollTop = top - tree.clientHeight / 3
}
