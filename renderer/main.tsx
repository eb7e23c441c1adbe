import { createRoot } from 'react-dom/client'
import { present } from '#shared/base/assert.ts'
import type { Settings } from '#shared/bridge/contract.ts'
import { App } from './app.tsx'
import { connectHost, type Host } from './host/host.ts'
import { tellDamage } from './library/damage.ts'
import './look.ts'
import { notify } from './ui/toasts.tsx'

/** Of a library that nobody set, and where the host cannot answer: the machine's language if it is one of ours. */
function machineSettings(): Settings {
  const [language] = navigator.language.split('-')
  return {
    language: language === 'ru' || language === 'kk' ? language : 'en',
    theme: 'system',
    person: { id: '', name: '' },
    pdf: 'ua-1',
  }
}

async function start(host: Host): Promise<void> {
  const answer = await host.bridge.readSettings()
  const machine = machineSettings()
  const settings = answer.ok
    ? { ...answer.value, language: answer.value.language ?? machine.language }
    : machine
  const root = present(document.getElementById('root'), 'the page has its root')
  createRoot(root).render(<App host={host} settings={settings} />)
  tellDamage(host.bridge, (text) => notify({ tone: 'problem', text }))
}

void start(connectHost())
