import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Does `work` unless it was done for the same inputs before: `file` remembers the inputs' digest, and
 * is written only after the work succeeded.
 */
export function once(file, digest, work) {
  if (existsSync(file) && readFileSync(file, 'utf8') === digest) return
  work()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, digest)
}

/** SHA-256 over names and contents of files, folders walked; what is not there counts as absent. */
export function digestOf(root, names, ...more) {
  const hash = createHash('sha256')
  for (const name of names.flatMap((name) => filesUnder(root, name)))
    hash
      .update(`${name}\0`)
      .update(readFileSync(path.join(root, name)))
      .update('\0')
  for (const value of more) hash.update(`${value}\0`)
  return hash.digest('hex')
}

function filesUnder(root, name) {
  const absolute = path.join(root, name)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [name]
  return readdirSync(absolute)
    .sort()
    .flatMap((entry) => filesUnder(root, path.join(name, entry)))
}
