import path from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { registerAppScheme, serveWindow } from './app-protocol.ts'
import { type DeskKeeper, keepDesk } from './desk-keeper.ts'
import { handleConnect } from './ipc.ts'
import { launchOf } from './launch.ts'
import { showMenu } from './menu.ts'
import { guardNavigation, guardRequests } from './navigation.ts'
import { denyPermissions } from './permissions.ts'
import { openWindow } from './window.ts'
import { languageOf, WORDS } from './words.ts'

/** Boot order: what must be refused is refused before there is a window to ask. */
if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  app.enableSandbox()
  registerAppScheme()
  guardNavigation()
  const waiting = [...launchOf(process.argv, process.cwd()).files]
  // macOS names files so, and it may do it before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    waiting.push(file)
  })
  void app.whenReady().then(() => run(waiting))
}

/** `waiting` takes the files that are to be imported once a window is there. */
function run(waiting: string[]): void {
  const { dataDir } = launchOf(process.argv, process.cwd())
  let words = WORDS[languageOf(app.getLocale())]
  denyPermissions(session.defaultSession)
  guardRequests(session.defaultSession)
  serveWindow(session.defaultSession, path.join(import.meta.dirname, '../renderer'))

  const desk = keepDesk({
    dir: dataDir ?? path.join(app.getPath('userData'), 'library'),
    handleLanguage(language) {
      words = WORDS[language]
      showMenu(words, deeds)
    },
    handleFailure(message) {
      dialog.showErrorBox(words.deskFailed, message)
      app.quit()
    },
  })
  const deeds = {
    openWindow: () => void openWindow(() => words),
    importText: () => void chooseText(desk, words.lawTexts),
  }
  showMenu(words, deeds)
  handleConnect((contents) => {
    desk.connect(contents)
    for (const file of waiting.splice(0)) desk.importFile(contents, file)
  })

  app.on('open-file', () => importWaiting(desk, waiting))
  app.on('second-instance', (_, argv, folder) => {
    waiting.push(...launchOf(argv, folder).files)
    importWaiting(desk, waiting)
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) deeds.openWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  closeDeskBeforeQuit(desk)
  deeds.openWindow()
}

/** Without a window the files wait for the next one to connect. */
function importWaiting(desk: DeskKeeper, waiting: string[]): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (!window) return
  for (const file of waiting.splice(0)) desk.importFile(window.webContents, file)
}

async function chooseText(desk: DeskKeeper, lawTexts: string): Promise<void> {
  const window = BrowserWindow.getFocusedWindow()
  if (!window) return
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: lawTexts, extensions: ['txt', 'md', 'html', 'htm', 'docx', 'xml', 'akn', 'bapta'] },
    ],
  })
  for (const file of filePaths) desk.importFile(window.webContents, file)
}

/** Quits once the windows are closed and the desk has ended by itself. */
function closeDeskBeforeQuit(desk: DeskKeeper): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void desk.close().then(() => {
      closed = true
      app.quit()
    })
  })
}
