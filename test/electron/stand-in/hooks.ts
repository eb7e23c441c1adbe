import { registerHooks } from 'node:module'
import { isMainThread, parentPort } from 'node:worker_threads'
import { standInParentPort } from './worker-port.ts'

/** Loaded before the built main: gives it, and the desk's process, the stand-in for `electron`. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context)
    return { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
  },
})

// Electron's arguments name no script after the program.
if (isMainThread) process.argv.splice(1, 1)
if (!isMainThread && parentPort)
  Object.defineProperty(process, 'parentPort', { value: standInParentPort(parentPort) })
