import { IndentDecrease, IndentIncrease, TextQuote, Undo2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  Collection,
  type Key,
  ListLayout,
  Toolbar,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components'
import { type Act, type UnitId, unitAttrs, unitId } from '#shared/schema/act.ts'
import { isUnitKind } from '#shared/schema/kind.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { styleOf } from '#shared/tradition/tradition.ts'
import { useMessages } from '../../messages/messages.tsx'
import { LineRow } from '../../panels/outline/line-row.tsx'
import {
  lineMaker,
  lineOf,
  type OutlineLine,
  type OutlineNode,
  outlineMaker,
  pathTo,
} from '../../panels/outline/model.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { scrollToRow } from '../../ui/scroll-to-row.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { type Correction, correctedAct, pathOf } from './corrections.ts'

/** Pixels of a line (styles/preview.css). */
const ROW_HEIGHT = 26
const LAYOUT = { rowHeight: ROW_HEIGHT }
const NONE: ReadonlySet<UnitId> = new Set()

interface StructureProps {
  readonly act: Act
  /** The file holds tracked changes: only it can be corrected. */
  readonly isFixed: boolean
  readonly canUndo: boolean
  readonly chosen: UnitId | undefined
  readonly onChoose: (unit: UnitId | undefined) => void
  readonly onCorrect: (act: Act) => void
  readonly onUndo: () => void
}

/** The units that were recognised, and what can be said of one that was read wrongly. */
export function Structure(props: StructureProps) {
  const { act, chosen, onChoose } = props
  const { t } = useMessages()
  const [maker] = useState(outlineMaker)
  const [makeLines] = useState(lineMaker)
  const nodes = useMemo(() => maker.outline(act), [maker, act])
  const [opened, setOpened] = useState<ReadonlySet<Key>>(() => new Set(holders(nodes)))
  const way = chosen === undefined ? [] : pathTo(nodes, chosen)
  const open = useMemo(
    () => new Set([...opened, ...way.slice(0, -1).map(({ id }) => id)]),
    [opened, way],
  )
  const lines = makeLines({ nodes, open, changed: NONE })
  const part = useRef<HTMLDivElement>(null)
  const row = way.length === 0 || chosen === undefined ? -1 : lineOf(nodes, open, chosen)
  useEffect(() => {
    const tree = part.current?.querySelector('.preview-tree')
    if (!tree?.contains(document.activeElement)) scrollToRow(tree, row, ROW_HEIGHT)
  }, [row])
  return (
    <div className="preview-part" ref={part}>
      <Corrections {...props} />
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <Tree
          aria-label={t('preview.structure')}
          className="preview-tree"
          items={lines}
          dependencies={[t, act]}
          expandedKeys={open}
          onExpandedChange={setOpened}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={way.length === 0 || chosen === undefined ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys
            if (key !== undefined) onChoose(unitId(String(key)))
          }}
          renderEmptyState={() => <p className="panel-empty">{t('outline.nothing')}</p>}
        >
          {(line) => <Row act={act} nodes={nodes} line={line} />}
        </Tree>
      </Virtualizer>
    </div>
  )
}

function Row({
  act,
  nodes,
  line,
}: {
  readonly act: Act
  readonly nodes: readonly OutlineNode[]
  readonly line: OutlineLine
}) {
  const { num, words } = line.name
  const kind = pathTo(nodes, line.id).at(-1)?.kind
  const word = isUnitKind(kind) ? styleOf(profileOf(act), kind)?.word : undefined
  return (
    <TreeItem
      id={line.id}
      textValue={[num, words].filter(Boolean).join(' ')}
      hasChildItems={line.hasLines}
      className="outline-line"
    >
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <LineRow name={line.name} level={level} hasChildItems={hasChildItems}>
            <span className="preview-kind">{word}</span>
          </LineRow>
        )}
      </TreeItemContent>
      <Collection items={line.lines}>
        {(child) => <Row act={act} nodes={nodes} line={child} />}
      </Collection>
    </TreeItem>
  )
}

function Corrections({
  act,
  isFixed,
  canUndo,
  chosen,
  onChoose,
  onCorrect,
  onUndo,
}: StructureProps) {
  const { t } = useMessages()
  const unit = chosen === undefined ? undefined : pathOf(act, chosen)?.at(-1)
  const profile = profileOf(act)
  const correct = (correction: Correction) => {
    const next = chosen === undefined ? undefined : correctedAct(act, chosen, correction)
    if (!next) return
    onCorrect(next)
    if (correction.kind === 'text') onChoose(undefined)
  }
  if (isFixed) return <p className="preview-clean">{t('preview.tracked')}</p>
  const isOff = unit === undefined
  return (
    <Toolbar className="preview-tools" aria-label={t('preview.correct')}>
      {unit ? (
        <SelectField
          label={t('preview.kind')}
          choices={profile.units.map(({ kind, word }) => ({ key: kind, words: word }))}
          chosen={unitAttrs(unit).kind}
          isRow
          onChoose={(to) => correct({ kind: 'kind', to })}
        />
      ) : (
        <span className="preview-clean">{t('preview.choose')}</span>
      )}
      <IconButton
        icon={IndentDecrease}
        label={t('preview.outdent')}
        isDisabled={isOff}
        onPress={() => correct({ kind: 'outdent' })}
      />
      <IconButton
        icon={IndentIncrease}
        label={t('preview.indent')}
        isDisabled={isOff}
        onPress={() => correct({ kind: 'indent' })}
      />
      <IconButton
        icon={TextQuote}
        label={t('preview.asText')}
        isDisabled={isOff}
        onPress={() => correct({ kind: 'text' })}
      />
      <IconButton icon={Undo2} label={t('preview.undo')} isDisabled={!canUndo} onPress={onUndo} />
    </Toolbar>
  )
}

/** Units that hold others, but for those deep in articles of a long act. */
function holders(nodes: readonly OutlineNode[]): readonly UnitId[] {
  return nodes.flatMap(({ id, kind, children }) =>
    children.length === 0 || kind === 'article' ? [] : [id, ...holders(children)],
  )
}
