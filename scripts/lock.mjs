import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

/** A minute of set-up is usual; a lock older than this many waits is reported, not waited for. */
const MAX_WAITS = 6000
const WAIT_MS = 100

/** Runs `work` while no other process of this checkout does; a lock left by a dead process is taken over. */
export function alone(file, work) {
  for (let wait = 0; !take(file); wait++) {
    if (wait >= MAX_WAITS)
      throw new Error(`another set-up holds ${file}: end it, or remove that file`)
    if (!alive(holder(file))) rmSync(file, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)
  }
  try {
    return work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || 0
  } catch {
    return 0
  }
}

function alive(pid) {
  if (pid === 0) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
