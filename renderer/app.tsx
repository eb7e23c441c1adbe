import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Settings } from '#shared/bridge/contract.ts'
import type { UnitId } from '#shared/schema/act.ts'
import { type Address, readAddress, withAddress } from './address.ts'
import { GraphScreen } from './graph/graph-screen.tsx'
import type { Host } from './host/host.ts'
import { SettingsProvider } from './host/settings.tsx'
import { Library } from './library/library.tsx'
import { MessagesProvider, useMessages } from './messages/messages.tsx'
import { PersonProvider } from './person/person.tsx'
import { Toasts } from './ui/toasts.tsx'
import { DocumentScreen } from './workbench/document-screen.tsx'
import { createJourney } from './workbench/journey.ts'

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
      <SettingsProvider settings={settings} onSettings={handleSettings}>
        <PersonProvider settings={settings} onSettings={handleSettings}>
          <Screens host={host} settings={settings} onSettings={handleSettings} />
        </PersonProvider>
      </SettingsProvider>
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
  const [address, goTo] = useAddress()
  const journey = useMemo(createJourney, [])
  const handleLeave = useCallback(() => goTo({ screen: 'library' }), [goTo])
  const handleGraph = useCallback(
    (document: string | null) => goTo({ screen: 'graph', document }),
    [goTo],
  )
  const handleDocument = useCallback(
    (document: string, unit?: UnitId) => goTo({ screen: 'document', document, unit }),
    [goTo],
  )
  return (
    <>
      {address.screen === 'library' && (
        <Library
          bridge={host.bridge}
          settings={settings}
          onSettings={onSettings}
          onOpen={handleDocument}
          onGraph={() => handleGraph(null)}
        />
      )}
      {address.screen === 'graph' && (
        <GraphScreen
          bridge={host.bridge}
          document={address.document}
          onGraph={handleGraph}
          onOpen={handleDocument}
          onLeave={handleLeave}
        />
      )}
      {address.screen === 'document' && (
        <DocumentScreen
          key={address.document}
          document={address.document}
          unit={address.unit}
          journey={journey}
          host={host}
          settings={settings}
          onSettings={onSettings}
          onLeave={handleLeave}
          onOpenDocument={handleDocument}
          onGraph={handleGraph}
        />
      )}
      <Toasts label={t('common.notices')} closeLabel={t('common.dismiss')} />
    </>
  )
}

function useAddress() {
  const read = () => readAddress(new URL(window.location.href))
  const [address, setAddress] = useState<Address>(read)
  useEffect(() => {
    const handleHash = () => setAddress(read())
    window.addEventListener('hashchange', handleHash)
    return () => window.removeEventListener('hashchange', handleHash)
  })
  const goTo = useCallback((next: Address) => {
    window.history.pushState(null, '', withAddress(new URL(window.location.href), next))
    setAddress(next)
  }, [])
  return [address, goTo] as const
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
