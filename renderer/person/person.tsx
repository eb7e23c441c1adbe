import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Settings } from '#shared/bridge/contract.ts'
import type { Person } from '#shared/sync/person.ts'
import { NameDialog } from './name-dialog.tsx'

/** Who works in this window. */
export interface Who {
  readonly person: Person
  /** Asks for another name. */
  rename(): void
  /** Does what bears the person's name, once there is one; asks for it where there is none. */
  named(act: () => void): void
}

interface PersonProviderProps {
  readonly settings: Settings
  readonly onSettings: (settings: Settings) => void
  readonly children: ReactNode
}

interface Asking {
  readonly act: () => void
}

export function PersonProvider({ settings, onSettings, children }: PersonProviderProps) {
  const { person } = settings
  const [asking, setAsking] = useState<Asking>()
  const rename = useCallback(() => setAsking({ act: () => {} }), [])
  const named = useCallback(
    (act: () => void) => {
      if (person.name === '') setAsking({ act })
      else act()
    },
    [person.name],
  )
  const who = useMemo(() => ({ person, rename, named }), [person, rename, named])
  return (
    <WhoContext value={who}>
      {children}
      {asking && (
        <NameDialog
          name={person.name}
          onCancel={() => setAsking(undefined)}
          onName={(name) => {
            // What the person does next bears the name already.
            flushSync(() => onSettings({ ...settings, person: { ...person, name } }))
            setAsking(undefined)
            asking.act()
          }}
        />
      )}
    </WhoContext>
  )
}

export function useWho(): Who {
  return useContext(WhoContext)
}

const WhoContext = createContext<Who>({
  person: { id: '', name: '' },
  rename: () => {},
  named: (act) => act(),
})
