import { app, type Session, shell, type WebContents } from 'electron'
import { isOwn } from './app-protocol.ts'

/** Keeps every page on the window's own origin; links of the web and of mail open outside. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_, contents) => guard(contents))
}

/** Refuses every request of the page but those for the window's own files. */
export function guardRequests(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isOwn(url) && !isOwnBlob(url) && !url.startsWith('devtools:') })
  })
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) event.preventDefault()
  })
}

/** Whether a link may be handed to the system: nothing that runs a program or mounts a share. */
function mayOpenOutside(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'mailto:')
}

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (isOwn(event.url)) return
    event.preventDefault()
    openOutside(event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

function openOutside(url: string): void {
  if (mayOpenOutside(url)) void shell.openExternal(url)
}

/** A file the page made itself: an export on its way to the disk. */
function isOwnBlob(url: string): boolean {
  return url.startsWith('blob:') && isOwn(url.slice('blob:'.length))
}
