import { app } from './app.ts'
import { closeChromium, debuggingPort, leaked } from './browser.ts'
import { BrowserWindow } from './browser-window.ts'
import { answerTests } from './control.ts'
import { ipcMain as emitter } from './ipc.ts'
import { StandInChannel } from './main-ports.ts'
import { defaultSession, given, passes } from './session.ts'
import { strict } from './strict.ts'
import { forked, utilityProcess as utility } from './utility-process.ts'

/** What the app did to the desktop, and what the tests have the desktop answer. */
export const desktop = {
  openedOutside: [] as string[],
  schemes: [] as unknown[],
  errorBoxes: [] as string[],
  messageBoxes: [] as { message: string }[],
  messageBoxAnswer: 0,
  chosenFiles: [] as string[],
  menu: undefined as MenuItem | undefined,
  leaked,
  given,
  passes,
  forked,
  debuggingPort,
}

interface MenuItem {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly submenu?: readonly MenuItem[]
  click?(): void
}

export const ipcMain = strict('ipcMain', emitter)
export const session = strict('session', { defaultSession })
export const utilityProcess = strict('utilityProcess', utility)
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) =>
    void desktop.schemes.push(...schemes),
})
export const shell = strict('shell', {
  openExternal: async (url: string) => void desktop.openedOutside.push(url),
})
export const dialog = strict('dialog', {
  showErrorBox: (title: string, message: string) =>
    void desktop.errorBoxes.push(`${title} ${message}`),
  showMessageBoxSync(_: unknown, options: { message: string }) {
    desktop.messageBoxes.push(options)
    return desktop.messageBoxAnswer
  },
  showOpenDialog: async () => ({ filePaths: desktop.chosenFiles }),
})
export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly MenuItem[]) => ({ submenu: template }),
  setApplicationMenu(menu: MenuItem) {
    desktop.menu = menu
  },
})
export { app, BrowserWindow, StandInChannel as MessageChannelMain }

answerTests({ app, BrowserWindow, ipcMain, session, desktop }, closeChromium)
