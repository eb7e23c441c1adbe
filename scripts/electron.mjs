import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './node.mjs'
import { say } from './say.mjs'

const folder = path.join(root, 'node_modules/electron')
const failedFile = path.join(root, 'out/.electron-not-fetched')

const DAY_MS = 86_400_000
/** The binary is some 120 MB: ten minutes suffice at 2 Mbit/s. */
const FETCH_LIMIT_MS = 600_000

/** The path of Electron's binary if it is in the packages, else `undefined`. */
export function electronBinary() {
  const named = path.join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const binary = path.join(folder, 'dist', readFileSync(named, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** Why the desktop window cannot be opened here, as the first half of a sentence; `undefined` if it can. */
export function whyNoElectron(node) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'There is no display for a desktop window'
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return "Electron's sandbox does not run as root"
  if (electronBinary()) return undefined
  fetchElectron(node)
  return electronBinary()
    ? undefined
    : "Electron's binary could not be fetched from its release site"
}

/** Tries the release site at most once a day, so that a closed network does not slow every start. */
function fetchElectron(node) {
  if (existsSync(failedFile) && Date.now() - statSync(failedFile).mtimeMs < DAY_MS) return
  say("Getting Electron's binary (about 120 MB)")
  try {
    execFileSync(node, [path.join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: FETCH_LIMIT_MS,
    })
  } catch {
    writeFileSync(failedFile, '')
  }
}
