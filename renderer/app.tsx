import { useCallback, useEffect, useState } from 'react'
import type { DocumentSummary, Settings } from '#shared/bridge/contract.ts'
import type { Host } from './host/host.ts'
import { Library } from './library/library.tsx'
import { MessagesProvider, useMessages } from './messages/messages.tsx'
import { Toasts } from './ui/toasts.tsx'
import { DocumentScreen } from './workbench/document-screen.tsx'

interface AppProps {
  readonly host: Host
  readonly settings: Settings
}

export function App({ host, settings: first }: AppProps) {
  const [settings, setSettings] = useState(first)
  useTheme(settings.theme)
  useEffect(() => {
    document.documentElement.lang = settings.language
  }, [settings.language])
  const handleSettings = (next: Settings) => {
    setSettings(next)
    void host.bridge.writeSettings(next)
  }
  return (
    <MessagesProvider language={settings.language}>
      <Screens host={host} settings={settings} onSettings={handleSettings} />
    </MessagesProvider>
  )
}

interface ScreensProps {
  readonly host: Host
  readonly settings: Settings
  readonly onSettings: (settings: Settings) => void
}

function Screens({ host, settings, onSettings }: ScreensProps) {
  const { t } = useMessages()
  const [document_, goTo] = useOpenDocument()
  const handleLeave = useCallback(() => goTo(undefined), [goTo])
  return (
    <>
      {document_ === undefined ? (
        <Library bridge={host.bridge} settings={settings} onSettings={onSettings} onOpen={goTo} />
      ) : (
        <DocumentScreen
          key={document_}
          document={document_}
          host={host}
          settings={settings}
          onSettings={onSettings}
          onLeave={handleLeave}
          onOpenDocument={goTo}
        />
      )}
      <Toasts label={t('common.notices')} closeLabel={t('common.dismiss')} />
    </>
  )
}

type DocumentId = DocumentSummary['id']

/** The open document is in the address, so that a reload comes back to it and Back leaves it. */
function useOpenDocument() {
  const read = () => {
    const named = new URLSearchParams(window.location.search).get('open')
    return new URLSearchParams(window.location.hash.slice(1)).get('document') ?? named ?? undefined
  }
  const [open, setOpen] = useState<DocumentId | undefined>(read)
  useEffect(() => {
    const handleHash = () => setOpen(read())
    window.addEventListener('hashchange', handleHash)
    return () => window.removeEventListener('hashchange', handleHash)
  })
  const goTo = useCallback((document: DocumentId | undefined) => {
    const address = new URL(window.location.href)
    address.searchParams.delete('open')
    address.hash = document === undefined ? '' : new URLSearchParams({ document }).toString()
    window.history.pushState(null, '', address)
    setOpen(document)
  }, [])
  return [open, goTo] as const
}

function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      const isDark = theme === 'dark' || (theme === 'system' && dark.matches)
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])
}
