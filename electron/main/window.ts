import path from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'
import type { Words } from './words.ts'

/** How often a window whose page crashed is loaded anew before it is left as it is. */
const MAX_RELOADS = 3

/** A window on the library; the page in it can reach nothing but the bridge. */
export function openWindow(words: () => Words): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Bapta',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  askBeforeLosing(window, words)
  reloadAfterCrash(window)
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

/** A page that holds words not yet on disk asks to stay; Electron alone would stay without a word. */
function askBeforeLosing(window: BrowserWindow, words: () => Words): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { unsaved, stay, leave } = words()
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: unsaved,
      buttons: [stay, leave],
      defaultId: 0,
      cancelId: 0,
    })
    if (choice === 1) event.preventDefault()
  })
}

function reloadAfterCrash(window: BrowserWindow): void {
  let reloads = 0
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || reloads >= MAX_RELOADS) return
    reloads++
    window.webContents.reload()
  })
}
