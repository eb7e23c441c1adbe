import { createRoot } from 'react-dom/client'
import { present } from '#shared/base/assert.ts'
import type { Settings } from '#shared/bridge/contract.ts'
import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import 'prosemirror-view/style/prosemirror.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/overlays.css'
import './styles/library.css'
import './styles/preview.css'
import './styles/workbench.css'
import './styles/panels.css'
import './styles/outline.css'
import './styles/merge-review.css'
import './styles/comments.css'
import './styles/law.css'
import './styles/redline.css'
import './styles/references.css'
import './styles/graph.css'
import './styles/amendments.css'
import './styles/person.css'
import './styles/sharing.css'
import './styles/side-by-side.css'
import './styles/export.css'
import './styles/print.css'
import { App } from './app.tsx'
import { connectHost, type Host } from './host/host.ts'

/** Used until the host has answered, and where it cannot: the machine's language if it is one of ours. */
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
  const settings = answer.ok ? answer.value : machineSettings()
  const root = present(document.getElementById('root'), 'the page has its root')
  createRoot(root).render(<App host={host} settings={settings} />)
}

void start(connectHost())
