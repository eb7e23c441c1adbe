import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Settings } from '#shared/bridge/contract.ts'

/** What the person chose for every window of this library. */
export interface ChosenSettings {
  readonly settings: Settings
  readonly onSettings: (settings: Settings) => void
}

interface SettingsProviderProps extends ChosenSettings {
  readonly children: ReactNode
}

export function SettingsProvider({ settings, onSettings, children }: SettingsProviderProps) {
  const value = useMemo(() => ({ settings, onSettings }), [settings, onSettings])
  return <SettingsContext value={value}>{children}</SettingsContext>
}

export function useSettings(): ChosenSettings {
  return useContext(SettingsContext)
}

const SettingsContext = createContext<ChosenSettings>({
  settings: { language: 'en', theme: 'system', person: { id: '', name: '' }, pdf: 'ua-1' },
  onSettings: () => {},
})
