import { contextBridge, ipcRenderer } from 'electron'
import { bridgeOver } from '../../shared/bridge/client.ts'
import { messagePort } from '../../shared/bridge/message-port.ts'
import { renewedPort } from './renewed-port.ts'

/**
 * All that the page gets of the desktop: `window.bridge`. A message port cannot cross into the page's
 * world, so the near end of the bridge runs here and only its functions cross.
 */
const port = renewedPort()
ipcRenderer.on('bridge:port', ({ ports: [carrier] }) => {
  if (carrier) port.renew(messagePort(carrier))
})
contextBridge.exposeInMainWorld('bridge', bridgeOver(port))
ipcRenderer.send('bridge:connect')
