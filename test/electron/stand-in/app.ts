import { EventEmitter } from 'node:events'
import path from 'node:path'
import { openChromium, pages } from './browser.ts'
import { endProgram } from './end.ts'
import { strict } from './strict.ts'

class StandInApp extends EventEmitter {
  readonly sandboxed: string[] = []
  readonly isPackaged = false
  private quitting = false

  requestSingleInstanceLock(): boolean {
    return true
  }

  enableSandbox(): void {
    this.sandboxed.push('all')
  }

  async whenReady(): Promise<void> {
    await openChromium()
  }

  getLocale(): string {
    return 'en-GB'
  }

  getPath(name: string): string {
    return path.join(process.env['BAPTA_STAND_IN_DIR'] ?? '', name)
  }

  /** As Electron: the windows first, any of which may stay; then `will-quit`, which may be put off. */
  quit(): void {
    if (pages.size > 0) {
      if (!this.quitting) for (const contents of pages.values()) void contents.shut()
      this.quitting = true
      return
    }
    let prevented = false
    const event = {
      preventDefault() {
        prevented = true
      },
    }
    this.emit('will-quit', event)
    if (!prevented) void endProgram()
  }
}

export const app = strict('app', new StandInApp())
