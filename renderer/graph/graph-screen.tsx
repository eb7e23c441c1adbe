import { useCallback, useEffect, useMemo, useState } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { Bridge, CitationGraph } from '#shared/bridge/contract.ts'
import { type UnitId, unitId } from '#shared/schema/act.ts'
import { useMessages } from '../messages/messages.tsx'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { notify } from '../ui/toasts.tsx'
import { CitationMatrix } from './citation-matrix.tsx'
import { CitationTable } from './citation-table.tsx'
import { GRAPH_ORDERS, type GraphNode, type GraphOrder, matrixOf } from './model.ts'

interface GraphScreenProps {
  readonly bridge: Bridge
  /** Whose chapters are shown; `null`: all acts. */
  readonly document: string | null
  readonly onGraph: (document: string | null) => void
  readonly onOpen: (document: string, unit?: UnitId) => void
  readonly onLeave: () => void
}

/** Who cites whom: acts of the library, or the chapters of one act. */
export function GraphScreen({ bridge, document, onGraph, onOpen, onLeave }: GraphScreenProps) {
  const { t } = useMessages()
  const graph = useGraph(bridge, document)
  const [order, setOrder] = useState<GraphOrder>('related')
  const [form, setForm] = useState<'matrix' | 'table'>('matrix')
  const matrix = useMemo(() => graph && matrixOf(graph, order), [graph, order])
  const handleOpen = ({ document: to, unit }: GraphNode) =>
    onOpen(to, unit === null ? undefined : unitId(unit))
  const own =
    document === null ? undefined : graph?.nodes.find((node) => node.document === document)
  return (
    <main className="graph-screen">
      <header className="graph-head">
        <Button className="button quiet home" onPress={onLeave}>
          {t('library.title')}
        </Button>
        <Heading level={1}>{t(document === null ? 'graph.acts' : 'graph.chapters')}</Heading>
        {document !== null && (
          <>
            <Button className="button" onPress={() => onGraph(null)}>
              {t('graph.allActs')}
            </Button>
            <Button className="button" onPress={() => onOpen(document)} isDisabled={!own}>
              {t('graph.openAct')}
            </Button>
          </>
        )}
        <Segments
          label={t('graph.form')}
          choices={[
            { key: 'matrix', words: t('graph.matrix') },
            { key: 'table', words: t('graph.table') },
          ]}
          chosen={form}
          onChoose={setForm}
        />
        {form === 'matrix' && (
          <SelectField
            label={t('graph.order')}
            choices={GRAPH_ORDERS.map((key) => ({ key, words: t(`graphOrder.${key}`) }))}
            chosen={order}
            isRow
            onChoose={setOrder}
          />
        )}
      </header>
      {!matrix && <p role="status">{t('graph.reading')}</p>}
      {matrix?.nodes.length === 0 && <p className="panel-empty">{t('graph.none')}</p>}
      {matrix && matrix.nodes.length > 0 && form === 'matrix' && (
        <CitationMatrix
          matrix={matrix}
          onOpen={handleOpen}
          onChapters={document === null ? (node) => onGraph(node.document) : undefined}
        />
      )}
      {graph && matrix && matrix.nodes.length > 0 && form === 'table' && (
        <CitationTable graph={graph} onOpen={handleOpen} />
      )}
    </main>
  )
}

function useGraph(bridge: Bridge, document: string | null): CitationGraph | undefined {
  const [graph, setGraph] = useState<CitationGraph>()
  const load = useCallback(async () => {
    const answer = await bridge.citationGraph({ document })
    if (answer.ok) setGraph(answer.value)
    else notify({ tone: 'problem', text: answer.problem })
  }, [bridge, document])
  useEffect(() => {
    setGraph(undefined)
    void load()
    return bridge.subscribe((event) => {
      if (event.kind === 'references') void load()
    })
  }, [bridge, load])
  return graph
}
