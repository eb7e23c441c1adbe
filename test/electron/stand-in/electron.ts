import { EventEmitter, once } from 'node:events'
import { app } from './app.ts'
import { debuggingPort, leaked } from './browser.ts'
import { BrowserWindow } from './browser-window.ts'
import { answerTests } from './control.ts'
import { ipcMain as emitter } from './ipc.ts'
import { StandInChannel } from './main-ports.ts'
import { type StandInMenu, standInMenu } from './menu.ts'
import { defaultSession, given, passes } from './session.ts'
import { strict } from './strict.ts'
import { forked, utilityProcess as utility } from './utility-process.ts'

const errorBoxes = new EventEmitter()

/** What the app did to the desktop, and what the tests have the desktop answer. */
export const desktop = {
  openedOutside: [] as string[],
  schemes: [] as unknown[],
  messageBoxes: [] as { message: string }[],
  messageBoxAnswer: 0,
  chosenFiles: [] as string[],
  menu: null as StandInMenu | null,
  leaked,
  given,
  passes,
  forked,
  debuggingPort,
  nextErrorBox: async () => String((await once(errorBoxes, 'box'))[0]),
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
  showErrorBox: (title: string, message: string) => errorBoxes.emit('box', `${title} ${message}`),
  showMessageBoxSync(_: unknown, options: { message: string }) {
    desktop.messageBoxes.push(options)
    return desktop.messageBoxAnswer
  },
  showOpenDialog: async () => ({ filePaths: desktop.chosenFiles }),
})
export const Menu = strict('Menu', {
  buildFromTemplate: standInMenu,
  setApplicationMenu(menu: StandInMenu) {
    desktop.menu = menu
  },
  getApplicationMenu: () => desktop.menu,
})
export { app, BrowserWindow, StandInChannel as MessageChannelMain }

answerTests({ app, BrowserWindow, ipcMain, Menu, session, desktop })
