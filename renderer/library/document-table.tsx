import { EllipsisVertical } from 'lucide-react'
import {
  Button,
  Cell,
  Column,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
} from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import type { LibraryRow, LibraryView, SortColumn } from './model.ts'

interface DocumentTableProps {
  readonly rows: readonly LibraryRow[]
  readonly view: LibraryView
  readonly isLoading: boolean
  readonly onView: (view: LibraryView) => void
  readonly onOpen: (document: string) => void
  readonly onRename: (document: string) => void
  readonly onRemove: (document: string) => void
}

const COLUMNS: readonly SortColumn[] = ['title', 'kind', 'language', 'units', 'changed']

export function DocumentTable(props: DocumentTableProps) {
  const { t } = useMessages()
  const { rows, view } = props
  const handleSort = ({ column, direction }: SortDescriptor) => {
    const sorted = COLUMNS.find((known) => known === column)
    if (sorted) props.onView({ ...view, column: sorted, direction })
  }
  return (
    <Table
      className="documents"
      aria-label={t('library.documents')}
      sortDescriptor={{ column: view.column, direction: view.direction }}
      onSortChange={handleSort}
      onRowAction={(key) => props.onOpen(String(key))}
    >
      <TableHeader>
        <Column id="title" isRowHeader allowsSorting>
          {t('library.column.title')}
        </Column>
        <Column id="kind" allowsSorting>
          {t('library.column.kind')}
        </Column>
        <Column id="language" allowsSorting>
          {t('library.column.language')}
        </Column>
        <Column id="units" allowsSorting>
          {t('library.column.units')}
        </Column>
        <Column id="changed" allowsSorting>
          {t('library.column.changed')}
        </Column>
        <Column id="menu">
          <span className="visually-hidden">{t('library.column.actions')}</span>
        </Column>
      </TableHeader>
      <TableBody
        items={rows}
        dependencies={[t]}
        renderEmptyState={() => (
          <p className="documents-empty">
            {props.isLoading
              ? t('library.loading')
              : view.query
                ? t('library.nothingFound', { query: view.query })
                : t('library.empty')}
          </p>
        )}
      >
        {(row) => (
          <Row id={row.id} textValue={row.title}>
            <Cell textValue={row.title}>
              <span className="document-title">{row.title || t('library.untitled')}</span>
              {row.sample && <span className="badge">{t('library.sample')}</span>}
            </Cell>
            <Cell>{row.kind}</Cell>
            <Cell>{t(`language.${row.language}`)}</Cell>
            <Cell>
              <span className="figure">{row.units}</span>
            </Cell>
            <Cell>{row.changed}</Cell>
            <Cell>
              <RowMenu {...props} row={row} />
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  )
}

function RowMenu(props: DocumentTableProps & { readonly row: LibraryRow }) {
  const { t } = useMessages()
  const { row } = props
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={t('library.actionsOf', { title: row.title })}>
        <EllipsisVertical size={16} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuItem className="menu-item" onAction={() => props.onOpen(row.id)}>
            {t('library.open')}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => props.onRename(row.id)}>
            {t('library.rename')}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => props.onRemove(row.id)}>
            {t('library.remove')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
