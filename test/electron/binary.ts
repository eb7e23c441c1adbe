import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** Electron's binary, if it is in the packages. */
export function electronBinary(): string | undefined {
  const folder = path.join(root, 'node_modules/electron')
  const named = path.join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const binary = path.join(folder, 'dist', readFileSync(named, 'utf8'))
  return existsSync(binary) ? binary : undefined
}
