import type { PageBlock, PageParagraph, PageTable, Run } from '#shared/export/page/page.ts'
import type { Language } from '#shared/schema/act.ts'
import { useMessages } from '../../messages/messages.tsx'
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
      {runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs of a redline are drawn once and never change places
        <Words key={index} run={run} />
      ))}
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

function Table({ table }: { readonly table: PageTable }) {
  return (
    <table>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a redline are drawn once and never change places
          <tr key={index} data-fate={row.fate}>
            {row.cells.map(({ kind, columns, rows, blocks }, at) =>
              kind === 'covered' ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: as the rows
                <td key={at} colSpan={columns} rowSpan={rows}>
                  {blocks.map((block, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as the rows
                    <Block key={i} block={block} />
                  ))}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
