import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { MEDIA_TYPES } from '#shared/bridge/content-policy.ts'

export interface WindowFile {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly etag: string
  /** Whether its name holds a hash of its content, so that a browser may keep it for good. */
  readonly hashed: boolean
}

/**
 * The files of the built window by the path they are asked for with. Only what is listed here is
 * served: no path from a request ever reaches the file system. Throws a sentence for the user when
 * the window is not built.
 */
export function windowFiles(dir: string): ReadonlyMap<string, WindowFile> {
  if (!existsSync(path.join(dir, 'index.html')))
    throw new Error(`There is no built window in ${dir}: run npm run build.`)
  const files = new Map<string, WindowFile>()
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const mediaType = MEDIA_TYPES[path.extname(entry.name)]
    if (!entry.isFile() || mediaType === undefined) continue
    const file = path.join(entry.parentPath, entry.name)
    const bytes = readFileSync(file)
    const name = `/${path.relative(dir, file).replaceAll(path.sep, '/')}`
    files.set(name, {
      bytes,
      mediaType,
      etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
      hashed: name.startsWith('/assets/'),
    })
  }
  return files
}
