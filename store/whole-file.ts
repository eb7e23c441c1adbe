import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'

/** The end of the name of a file that is still being written. */
export const PARTIAL = '.partial'

/**
 * Writes a file beside its place, has it synced to the disk, and only then puts it there: under its
 * own name it is whole, whatever ends the process or fills the disk.
 */
export function writeWhole(file: string, write: (partial: string) => void): void {
  const partial = `${file}${PARTIAL}`
  rmSync(partial, { force: true })
  try {
    write(partial)
    syncFile(partial)
    renameSync(partial, file)
  } finally {
    rmSync(partial, { force: true })
  }
}

export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes a renamed or new file last; on Windows a folder cannot be synced and need not be. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
