import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { strict } from './strict.ts'
import { type Preferences, WebContents } from './web-contents.ts'

interface Options {
  readonly webPreferences: Preferences
  readonly [name: string]: unknown
}

const windows: BrowserWindow[] = []

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  readonly options: Options

  static getAllWindows(): readonly BrowserWindow[] {
    return [...windows]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return windows.at(-1) ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.find(({ webContents }) => webContents === contents) ?? null
  }

  constructor(options: Options) {
    super()
    this.options = options
    const contents = new WebContents(options.webPreferences)
    this.webContents = contents.self
    contents.once('destroyed', () => {
      windows.splice(windows.indexOf(this), 1)
      this.emit('closed')
      if (windows.length === 0) app.emit('window-all-closed')
    })
    windows.push(this)
    app.emit('web-contents-created', {}, contents.self)
    // biome-ignore lint/correctness/noConstructorReturn: what the stand-in lacks must fail by name.
    return strict('BrowserWindow', this)
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url)
    this.emit('ready-to-show')
  }

  show(): void {}
  focus(): void {}
  restore(): void {}

  isMinimized(): boolean {
    return false
  }

  close(): void {
    void this.webContents.shut()
  }
}
