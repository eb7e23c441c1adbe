import { FileDown, FileUp, Search, Settings as SettingsIcon, Users, Waypoints } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import {
  Button,
  DropZone,
  FileTrigger,
  Heading,
  Input,
  isFileDropItem,
  SearchField,
} from 'react-aria-components'
import type { Bridge, DocumentSummary, Settings } from '#shared/bridge/contract.ts'
import { useStore } from '../host/store.ts'
import { localeOf, useMessages } from '../messages/messages.tsx'
import { JoinDialog } from '../sharing/join-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { notify } from '../ui/toasts.tsx'
import { SettingsDialog } from '../workbench/settings-dialog.tsx'
import { DocumentTable } from './document-table.tsx'
import { ImportList } from './import-list.tsx'
import { createImports, isRead } from './imports.ts'
import { isUntouched, type LibraryView, libraryRows } from './model.ts'
import { PackageDialog } from './package-dialog.tsx'
import { usePastedLaw } from './pasted-law.ts'
import { PreviewDialog } from './preview/preview-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { Welcome } from './welcome.tsx'

/** File name endings that the reader takes. */
const READABLE = [
  '.txt',
  '.md',
  '.html',
  '.htm',
  '.docx',
  '.bapta',
  '.xml',
  '.akn',
  'text/plain',
  'text/html',
]

interface LibraryProps {
  readonly bridge: Bridge
  readonly settings: Settings
  readonly onSettings: (settings: Settings) => void
  readonly onOpen: (document: string) => void
  readonly onGraph: () => void
}

export function Library({ bridge, settings, onSettings, onOpen, onGraph }: LibraryProps) {
  const { t, language } = useMessages()
  const documents = useDocuments(bridge)
  const imports = useMemo(() => createImports(bridge), [bridge])
  useEffect(() => () => imports.close(), [imports])
  const jobs = useStore(imports.jobs)
  const looking = useStore(imports.looking)
  const looked = jobs.find(({ id }) => id === looking)
  const [renaming, setRenaming] = useState<string>()
  const [settingsShown, setSettingsShown] = useState<'shown' | 'hidden'>('hidden')
  const [packing, setPacking] = useState<'shown' | 'hidden'>('hidden')
  const [join, setJoin] = useState<'shown' | 'hidden'>('hidden')
  const [view, setView] = useState<LibraryView>({
    query: '',
    column: 'changed',
    direction: 'descending',
  })
  const rows = useMemo(
    () => libraryRows(documents ?? [], view, { now: Date.now(), locale: localeOf(language) }),
    [documents, view, language],
  )
  const renamed = documents?.find(({ id }) => id === renaming)

  const handleFiles = (files: readonly File[]) => void imports.start(files)
  usePastedLaw(t('import.pasted'), handleFiles)
  const handleRename = async (title: string) => {
    setRenaming(undefined)
    if (!renamed) return
    const answer = await bridge.renameDocument({ document: renamed.id, title })
    if (!answer.ok) notify({ tone: 'problem', text: answer.problem })
  }
  const handleRemove = async (document: string) => {
    const title = documents?.find(({ id }) => id === document)?.title ?? ''
    const answer = await bridge.removeDocument({ document })
    if (!answer.ok) {
      notify({ tone: 'problem', text: answer.problem })
      return
    }
    notify({
      tone: 'plain',
      text: t('library.removed', { title }),
      action: {
        label: t('library.undoRemove'),
        run: () => void bridge.restoreDocument({ document }),
      },
    })
  }

  return (
    <DropZone
      className="library"
      aria-label={t('library.dropFiles')}
      getDropOperation={() => 'copy'}
      onDrop={async (event) => {
        handleFiles(await Promise.all(event.items.filter(isFileDropItem).map((i) => i.getFile())))
      }}
    >
      <main className="library-body">
        <header className="library-head">
          <Heading level={1}>{t('library.title')}</Heading>
          <Button className="button" onPress={onGraph}>
            <Waypoints size={15} aria-hidden />
            {t('command.graph')}
          </Button>
          <Button className="button" onPress={() => setPacking('shown')}>
            <FileDown size={15} aria-hidden />
            {t('command.package')}
          </Button>
          <Button className="button" onPress={() => setJoin('shown')}>
            <Users size={15} aria-hidden />
            {t('library.join')}
          </Button>
          <IconButton
            icon={SettingsIcon}
            label={t('settings.title')}
            onPress={() => setSettingsShown('shown')}
          />
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={READABLE}
            onSelect={(files) => files && handleFiles([...files])}
          >
            <Button className="button primary">
              <FileUp size={15} aria-hidden />
              {t('library.import')}
            </Button>
          </FileTrigger>
        </header>
        <ImportList jobs={jobs} imports={imports} onOpen={onOpen} />
        {documents && isUntouched(documents) && (
          <Welcome documents={documents} language={language} onOpen={onOpen} />
        )}
        <SearchField
          className="search"
          aria-label={t('library.search')}
          value={view.query}
          onChange={(query) => setView({ ...view, query })}
        >
          <Search size={14} aria-hidden />
          <Input placeholder={t('library.search')} />
        </SearchField>
        <DocumentTable
          rows={rows}
          view={view}
          isLoading={!documents}
          onView={setView}
          onOpen={onOpen}
          onRename={setRenaming}
          onRemove={(document) => void handleRemove(document)}
        />
        <p className="library-hint">{t('library.dropHint')}</p>
      </main>
      {settingsShown === 'shown' && (
        <SettingsDialog
          settings={settings}
          onSettings={onSettings}
          onClose={() => setSettingsShown('hidden')}
        />
      )}
      {packing === 'shown' && documents && (
        <PackageDialog bridge={bridge} documents={documents} onClose={() => setPacking('hidden')} />
      )}
      {join === 'shown' && (
        <JoinDialog bridge={bridge} onClose={() => setJoin('hidden')} onJoined={onOpen} />
      )}
      {looked && isRead(looked) && (
        <PreviewDialog
          key={looked.job}
          bridge={bridge}
          file={looked}
          imports={imports}
          onOpen={onOpen}
        />
      )}
      {renamed && (
        <RenameDialog
          title={renamed.title}
          onCancel={() => setRenaming(undefined)}
          onRename={(title) => void handleRename(title)}
        />
      )}
    </DropZone>
  )
}

function useDocuments(bridge: Bridge): readonly DocumentSummary[] | undefined {
  const [documents, setDocuments] = useState<readonly DocumentSummary[]>()
  const load = useCallback(async () => {
    const answer = await bridge.listDocuments()
    if (answer.ok) setDocuments(answer.value)
    else notify({ tone: 'problem', text: answer.problem })
  }, [bridge])
  useEffect(() => {
    void load()
    return bridge.subscribe((event) => {
      if (event.kind === 'library') void load()
    })
  }, [bridge, load])
  return documents
}
