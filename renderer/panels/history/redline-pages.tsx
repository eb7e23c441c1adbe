import type { PageBlock, PageParagraph, PageTable, Run } from '#shared/export/page/page.ts'
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
          <Block key={page.key} block={page.block} />
        ),
      )}
      {pages.length > MOST_SHOWN && (
        <p className="panel-empty">{t('versions.more', { count: pages.length - MOST_SHOWN })}</p>
      )}
    </div>
  )
}

function Block({ block }: { readonly block: PageBlock }) {
  return block.kind === 'table' ? <Table table={block} /> : <Paragraph paragraph={block} />
}

function Paragraph({ paragraph }: { readonly paragraph: PageParagraph }) {
  const { t } = useMessages()
  const { role, fate, runs } = paragraph
  return (
    <p data-role={role.name} data-fate={fate}>
      {fate === 'movedFrom' && <span className="redline-moved">{t('redline.movedAway')} </span>}
      {fate === 'movedTo' && <span className="redline-moved">{t('redline.movedHere')} </span>}
      <InPlace items={runs} draw={(run) => <Words run={run} />} />
    </p>
  )
}

function Words({ run }: { readonly run: Run }) {
  switch (run.fate) {
    case 'inserted':
    case 'movedTo':
      return <ins className="redline-inserted">{run.text}</ins>
    case 'deleted':
    case 'movedFrom':
      return <del className="redline-deleted">{run.text}</del>
    case 'kept':
      return <span>{run.text}</span>
  }
}

function drawCell({ columns, rows, blocks }: PageTable['rows'][number]['cells'][number]) {
  return (
    <td colSpan={columns} rowSpan={rows}>
      <InPlace items={blocks} draw={(block) => <Block block={block} />} />
    </td>
  )
}

function Table({ table }: { readonly table: PageTable }) {
  return (
    <table>
      <tbody>
        <InPlace
          items={table.rows}
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
