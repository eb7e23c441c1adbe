import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { leaked, openChromium, pages, toChromium } from './browser.ts'
import { ipcMain } from './ipc.ts'
import type { StandInPort } from './main-ports.ts'
import { preloadWorld } from './preload-world.ts'
import { strict } from './strict.ts'

interface Said {
  readonly kind: 'send' | 'port'
  readonly channel: string
  readonly args: readonly unknown[]
  readonly port: number
  readonly data: unknown
}

export interface Preferences {
  readonly preload: string
  readonly [name: string]: unknown
}

let lastId = 0

/** A page of Chromium as Electron's `webContents`. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly mainFrame = { url: '', parent: null }
  readonly self = strict('webContents', this)
  readonly preferences: Preferences
  private page: Page | undefined
  private handler = (_: { url: string }) => ({ action: 'allow' })
  private expected = ''
  private ports = new Map<number, StandInPort>()
  private lastPort = 0
  /** What goes to the page goes one after another. */
  private told = Promise.resolve()

  constructor(preferences: Preferences) {
    super()
    this.preferences = preferences
  }

  async load(url: string): Promise<void> {
    const context = await openChromium()
    const page = this.page ?? (await context.newPage())
    if (!this.page) await this.adopt(page)
    this.expected = url
    await page.goto(toChromium(url))
  }

  private async adopt(page: Page): Promise<void> {
    this.page = page
    pages.set(page, this)
    await page.addInitScript(preloadWorld(readFileSync(this.preferences.preload, 'utf8')))
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Page.enable')
    devtools.on('Page.windowOpen', ({ url }) => {
      if (this.windowOpenAnswer(url) !== 'deny') leaked.push(url)
    })
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.closePorts()
    })
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') return void dialog.dismiss()
      const leave = this.ask('will-prevent-unload', {})
      void (leave ? dialog.accept() : dialog.dismiss())
    })
    page.on('close', () => {
      this.closePorts()
      pages.delete(page)
      this.emit('destroyed')
    })
  }

  /** Whether some listener of `event` called `preventDefault`. */
  ask(event: string, facts: object): boolean {
    let prevented = false
    this.emit(event, {
      ...facts,
      preventDefault() {
        prevented = true
      },
    })
    return prevented
  }

  mayNavigate(url: string, { top }: { readonly top: boolean }): boolean {
    if (top && url === this.expected) {
      this.expected = ''
      this.mainFrame.url = url
      return true
    }
    if (top && this.ask('will-navigate', { url })) return false
    if (this.ask('will-frame-navigate', { url, isMainFrame: top })) return false
    if (top) this.mainFrame.url = url
    return true
  }

  /** What the app says to a window that a page would open on `url`. */
  windowOpenAnswer(url: string): string {
    return this.handler({ url }).action
  }

  portsGiven(): number {
    return this.lastPort
  }

  handleSaid(message: unknown, from: { readonly url: string; readonly top: boolean }): void {
    const said = message as Said
    if (said.kind === 'port') {
      this.ports.get(said.port)?.postMessage(said.data)
      return
    }
    const frame = from.top ? this.mainFrame : { url: from.url, parent: this.mainFrame }
    ipcMain.emit(said.channel, { sender: this.self, senderFrame: frame }, ...said.args)
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.handler = handler
  }

  postMessage(channel: string, message: unknown, transfer: readonly StandInPort[] = []): void {
    const ports = transfer.map((port) => {
      const id = ++this.lastPort
      this.ports.set(id, port)
      port.on('message', ({ data }) => this.tell({ kind: 'port', port: id, data }))
      port.on('close', () => this.tell({ kind: 'port-closed', port: id }))
      port.start()
      return id
    })
    this.tell({ kind: 'message', channel, message, ports })
  }

  private tell(message: object): void {
    this.told = this.told.then(async () => {
      if (!this.page || this.page.isClosed()) return
      try {
        await this.page.evaluate((heard) => {
          const world = window as unknown as { __standInHear?(message: object): void }
          world.__standInHear?.(heard)
        }, message)
      } catch (error) {
        // The page went away under the message, as it may in Electron.
        if (!/closed|destroyed|navigation/i.test(String(error))) throw error
      }
    })
  }

  private closePorts(): void {
    for (const port of this.ports.values()) port.close()
    this.ports.clear()
  }

  getLastWebPreferences(): object {
    return this.preferences
  }

  sendInputEvent(event: { type: string; keyCode: string; modifiers: readonly string[] }): void {
    const names: Record<string, string> = { control: 'Control', shift: 'Shift', meta: 'Meta' }
    const keys = [...event.modifiers.map((name) => names[name] ?? name), event.keyCode]
    if (event.type === 'keyDown') void this.page?.keyboard.press(keys.join('+'))
  }

  reload(): void {
    this.expected = this.mainFrame.url
    void this.page?.reload()
  }

  async shut(): Promise<void> {
    await this.page?.close({ runBeforeUnload: true })
  }
}
