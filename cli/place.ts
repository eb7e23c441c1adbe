import { homedir } from 'node:os'
import path from 'node:path'
import { wrongUsage } from './refusal.ts'

export function portOf(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : -1
  if (port < 0 || port > 65_535) throw wrongUsage(`--port is a number up to 65535, not “${given}”.`)
  return port
}

/** Where programs keep what is theirs on this system. */
export function dataFolder(): string {
  const home = homedir()
  if (process.platform === 'darwin') return path.join(home, 'Library/Application Support/Bapta')
  if (process.platform === 'win32')
    return path.join(process.env['APPDATA'] ?? path.join(home, 'AppData/Roaming'), 'Bapta')
  return path.join(process.env['XDG_DATA_HOME'] || path.join(home, '.local/share'), 'bapta')
}

/** Ends when the person, or the system, asks the program to stop. */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
