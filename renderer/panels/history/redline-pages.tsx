import {
  type Fate,
  isOn,
  type PageBlock,
  type PageCell,
  type PageParagraph,
  type PageTable,
  type Run,
  type Side,
} from '#shared/export/page/page.ts'
import type { Language } from '#shared/schema/act.ts'
import { useMessages } from '../../messages/messages.tsx'
import { InPlace } from '../../ui/in-place.tsx'
import type { ComparedPage } from './compared-pages.ts'

/** Blocks drawn at once: a rewritten code has thousands, and the file has them all. */
const MOST_SHOWN = 500

interface RedlinePagesProps {
  readonly pages: readonly ComparedPage[]
  readonly language: Language
}

/** A redline as text: what is new underlined, what is gone struck, moves said in words. */
export function RedlinePages({ pages, language }: RedlinePagesProps) {
  const { t } = useMessages()
  return (
    <div className="redline-pages" lang={language}>
      {pages.slice(0, MOST_SHOWN).map((page) =>
        page.kind === 'gap' ? (
          <p key={page.key} className="redline-gap">
            <span className="visually-hidden">{t('versions.gap')}</span>…
          </p>
        ) : (
          <RedlineBlock key={page.key} block={page.block} />
        ),
      )}
      {pages.length > MOST_SHOWN && (
        <p className="panel-empty">{t('versions.more', { count: pages.length - MOST_SHOWN })}</p>
      )}
    </div>
  )
}

interface RedlineBlockProps {
  readonly block: PageBlock
  /** Left out, both texts are shown in one. */
  readonly side?: Side | undefined
  /** Whether a paragraph says that it moved. */
  readonly moves?: 'said' | 'unsaid'
}

export function RedlineBlock({ block, side, moves = 'said' }: RedlineBlockProps) {
  return block.kind === 'table' ? (
    <Table table={block} {...on(side)} />
  ) : (
    <Paragraph paragraph={block} moves={moves} {...on(side)} />
  )
}

function on(side: Side | undefined): { readonly side?: Side | undefined } {
  return side === undefined ? {} : { side }
}

function isShown(side: Side | undefined, fate: Fate): boolean {
  return side === undefined || isOn(side, fate)
}

interface ParagraphProps extends Pick<RedlineBlockProps, 'side'> {
  readonly paragraph: PageParagraph
  readonly moves: 'said' | 'unsaid'
}

function Paragraph({ paragraph, side, moves }: ParagraphProps) {
  const { t } = useMessages()
  const { role, fate, runs } = paragraph
  const shown = runs.filter((run) => isShown(side, run.fate))
  return (
    <p data-role={role.name} data-fate={fate}>
      {moves === 'said' && fate === 'movedFrom' && (
        <span className="redline-moved">{t('redline.movedAway')} </span>
      )}
      {moves === 'said' && fate === 'movedTo' && (
        <span className="redline-moved">{t('redline.movedHere')} </span>
      )}
      <InPlace items={shown} draw={(run) => <Words run={run} />} />
    </p>
  )
}

function Words({ run }: { readonly run: Run }) {
  const { fate, text } = run
  const look = { 'data-look': lookOf(run) }
  switch (fate) {
    case 'inserted':
      return (
        <ins className="redline-inserted" {...look}>
          {text}
        </ins>
      )
    case 'movedTo':
      return (
        <ins className="redline-moved-to" {...look}>
          {text}
        </ins>
      )
    case 'deleted':
      return (
        <del className="redline-deleted" {...look}>
          {text}
        </del>
      )
    case 'movedFrom':
      return (
        <del className="redline-moved-from" {...look}>
          {text}
        </del>
      )
    case 'kept':
      return <span {...look}>{text}</span>
  }
}

/** Words that stand out on the page stand out here. */
function lookOf({ marks }: Run): 'strong' | undefined {
  return marks.some(({ type }) => type.name === 'strong') ? 'strong' : undefined
}

function Table({ table, side }: { readonly table: PageTable; readonly side?: Side | undefined }) {
  const drawCell = ({ kind, columns, rows, blocks }: PageCell) => {
    const Cell = kind === 'header' ? 'th' : 'td'
    return (
      <Cell colSpan={columns} rowSpan={rows}>
        <InPlace
          items={blocks.filter(({ fate }) => isShown(side, fate))}
          draw={(block) => <RedlineBlock block={block} side={side} />}
        />
      </Cell>
    )
  }
  return (
    <table>
      <tbody>
        <InPlace
          items={table.rows.filter(({ fate }) => isShown(side, fate))}
          draw={({ fate, cells }) => (
            <tr data-fate={fate}>
              <InPlace items={cells.filter(({ kind }) => kind !== 'covered')} draw={drawCell} />
            </tr>
          )}
        />
      </tbody>
    </table>
  )
}
