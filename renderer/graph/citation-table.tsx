import { Button } from 'react-aria-components'
import type { CitationGraph } from '#shared/bridge/contract.ts'
import { useMessages } from '../messages/messages.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { GraphNode } from './model.ts'

interface CitationTableProps {
  readonly graph: CitationGraph
  readonly onOpen: (node: GraphNode) => void
}

/** The same as the matrix, one pair a row, the most citations first. */
export function CitationTable({ graph, onOpen }: CitationTableProps) {
  const { t } = useMessages()
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const links = graph.links.toSorted((a, b) => b.count - a.count)
  const cell = (id: string) => {
    const node = nodes.get(id)
    return (
      <td>
        {node && (
          <Button className="link-button" onPress={() => onOpen(node)}>
            <span lang={node.language}>{node.words}</span>
          </Button>
        )}
      </td>
    )
  }
  return (
    <ScrollRegion className="matrix-scroller" label={t('graph.table')}>
      <table className="citation-table">
        <caption className="visually-hidden">{t('graph.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('graph.citing')}</th>
            <th scope="col">{t('graph.cited')}</th>
            <th scope="col">{t('graph.count')}</th>
            <th scope="col">{t('graph.doubtful')}</th>
          </tr>
        </thead>
        <tbody>
          {links.map(({ from, to, count, doubtful }) => (
            <tr key={`${from} ${to}`}>
              {cell(from)}
              {cell(to)}
              <td className="number">{count}</td>
              <td className="number">{doubtful}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
