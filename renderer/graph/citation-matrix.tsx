import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { type GraphNode, type Matrix, shadeOf } from './model.ts'

interface CitationMatrixProps {
  readonly matrix: Matrix
  readonly onOpen: (node: GraphNode) => void
  /** Shows the chapters of an act, where acts are shown. */
  readonly onChapters: ((node: GraphNode) => void) | undefined
}

interface Cell {
  readonly row: number
  readonly column: number
}

/**
 * Rows cite columns; a cell is as dark as it has citations, and bears their number. One cell is in
 * the order of tabs, and the arrows go from cell to cell; what is under focus or pointer is said
 * below in words.
 */
export function CitationMatrix({ matrix, onOpen, onChapters }: CitationMatrixProps) {
  const { t } = useMessages()
  const grid = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 })
  const { nodes, most } = matrix
  const [citing, cited] = [nodes[at.row], nodes[at.column]]
  const link = matrix.at(at.row, at.column)
  const handleKeyDown = (event: KeyboardEvent) => {
    const next = moved(at, event.key, nodes.length)
    if (!next) return
    event.preventDefault()
    setAt(next)
    grid.current
      ?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
      ?.focus()
  }
  return (
    <div className="matrix">
      <ScrollRegion className="matrix-scroller" label={t('graph.matrix')}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through by arrows is a grid */}
        <table ref={grid} className="matrix-table" role="grid" onKeyDown={handleKeyDown}>
          <caption className="visually-hidden">{t('graph.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('graph.citing')}</th>
              {nodes.map((node, column) => (
                <th
                  key={node.id}
                  scope="col"
                  title={node.words}
                  data-here={column === at.column || undefined}
                >
                  <span aria-hidden>{column + 1}</span>
                  <span className="visually-hidden" lang={node.language}>
                    {node.words}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nodes.map((node, row) => (
              <tr key={node.id}>
                <th scope="row" title={node.words} data-here={row === at.row || undefined}>
                  <span className="matrix-number">{row + 1}</span>{' '}
                  <span lang={node.language}>{node.words}</span>
                </th>
                {nodes.map((to, column) => (
                  <MatrixCell
                    key={to.id}
                    matrix={matrix}
                    at={{ row, column }}
                    isHere={row === at.row && column === at.column}
                    isBeside={row === at.row || column === at.column}
                    most={most}
                    onHere={setAt}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <footer className="matrix-foot">
        <p aria-live="polite">
          {citing && cited
            ? t('graph.link', {
                from: citing.words,
                to: cited.words,
                count: link?.count ?? 0,
                doubtful: link?.doubtful ?? 0,
              })
            : ''}
        </p>
        {[citing, cited === citing ? undefined : cited].map(
          (node) =>
            node && (
              <span key={node.id} className="matrix-node">
                <Button className="button" onPress={() => onOpen(node)}>
                  {t('graph.open', { title: node.words })}
                </Button>
                {onChapters && (
                  <Button className="button quiet" onPress={() => onChapters(node)}>
                    {t('graph.chaptersOf', { title: node.words })}
                  </Button>
                )}
              </span>
            ),
        )}
      </footer>
    </div>
  )
}

interface MatrixCellProps {
  readonly matrix: Matrix
  readonly at: Cell
  readonly isHere: boolean
  readonly isBeside: boolean
  readonly most: number
  readonly onHere: (cell: Cell) => void
}

function MatrixCell({ matrix, at, isHere, isBeside, most, onHere }: MatrixCellProps) {
  const link = matrix.at(at.row, at.column)
  return (
    <td
      tabIndex={isHere ? 0 : -1}
      data-row={at.row}
      data-column={at.column}
      data-shade={link && shadeOf(link.count, most)}
      data-doubtful={(link && link.doubtful > 0) || undefined}
      data-beside={isBeside || undefined}
      onFocus={() => onHere(at)}
      onMouseOver={() => onHere(at)}
    >
      {link ? (link.count > MOST_PRINTED ? '99+' : link.count) : ''}
    </td>
  )
}

/** The largest number that a cell has room for; the words below say the rest. */
const MOST_PRINTED = 99

function moved({ row, column }: Cell, key: string, count: number): Cell | undefined {
  const last = count - 1
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column }
    case 'ArrowDown':
      return { row: Math.min(last, row + 1), column }
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) }
    case 'ArrowRight':
      return { row, column: Math.min(last, column + 1) }
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return { row, column: last }
    case 'PageUp':
      return { row: 0, column }
    case 'PageDown':
      return { row: last, column }
    default:
      return undefined
  }
}
