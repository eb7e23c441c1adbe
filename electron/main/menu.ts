import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Words } from './words.ts'

export interface MenuDeeds {
  openWindow(): void
  importText(): void
}

/** The menu bar in the language of `words`. */
export function showMenu(words: Words, deeds: MenuDeeds): void {
  const mac: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      {
        label: words.file,
        submenu: [
          {
            id: 'new-window',
            label: words.newWindow,
            accelerator: 'CmdOrCtrl+Shift+N',
            click: () => deeds.openWindow(),
          },
          {
            id: 'import',
            label: words.open,
            accelerator: 'CmdOrCtrl+O',
            click: () => deeds.importText(),
          },
          { type: 'separator' },
          { id: 'close', role: 'close', label: words.close },
          { id: 'quit', role: 'quit', label: words.quit },
        ],
      },
      {
        label: words.edit,
        submenu: [
          history('undo', words.undo, 'z', ['control']),
          history('redo', words.redo, 'z', ['control', 'shift']),
          { type: 'separator' },
          { id: 'cut', role: 'cut', label: words.cut },
          { id: 'copy', role: 'copy', label: words.copy },
          { id: 'paste', role: 'paste', label: words.paste },
          { id: 'select-all', role: 'selectAll', label: words.selectAll },
        ],
      },
      {
        label: words.view,
        submenu: [
          { id: 'larger', role: 'zoomIn', label: words.larger },
          { id: 'smaller', role: 'zoomOut', label: words.smaller },
          { id: 'actual-size', role: 'resetZoom', label: words.actualSize },
          { id: 'full-screen', role: 'togglefullscreen', label: words.fullScreen },
        ],
      },
    ]),
  )
}

type Modifier = 'control' | 'meta' | 'shift'

/**
 * Undo and redo as keys sent to the page: the roles of that name would undo what the browser
 * remembers, not what the draft does.
 */
function history(
  id: string,
  label: string,
  keyCode: string,
  keys: readonly Modifier[],
): MenuItemConstructorOptions {
  const modifiers = keys.map((key) =>
    key === 'control' && process.platform === 'darwin' ? 'meta' : key,
  )
  return {
    id,
    label,
    accelerator: `CmdOrCtrl+${keys.includes('shift') ? 'Shift+' : ''}${keyCode.toUpperCase()}`,
    registerAccelerator: false,
    click() {
      const contents = BrowserWindow.getFocusedWindow()?.webContents
      contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers })
      contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
    },
  }
}
