import { BrowserWindow, ipcMain, type WebContents, type WebFrameMain } from 'electron'
import { isOwn } from './app-protocol.ts'

/** The one message that main takes from a page: that it wants its port. Nobody else is answered. */
export function handleConnect(connect: (contents: WebContents) => void): void {
  ipcMain.on('bridge:connect', (event) => {
    if (isOurPage(event.sender, event.senderFrame)) connect(event.sender)
  })
}

/** The top frame of one of our windows, showing our own page. */
function isOurPage(contents: WebContents, frame: WebFrameMain | null): boolean {
  return (
    frame !== null &&
    frame.parent === null &&
    frame === contents.mainFrame &&
    isOwn(frame.url) &&
    BrowserWindow.fromWebContents(contents) !== null
  )
}
