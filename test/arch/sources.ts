import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** Folders of the product's own code, outermost only. */
export const CODE_FOLDERS = [
  'shared',
  'store',
  'desk',
  'server',
  'cli',
  'electron',
  'renderer',
  'test',
  'bench',
]

export interface Source {
  /** Path from the root, with forward slashes. */
  readonly file: string
  readonly text: string
}

/** Every TypeScript file under the folders named, in order of path. */
export function sources(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .sort()
      .map((name) => {
        const file = path.posix.join(folder, name.replaceAll(path.sep, '/'))
        return { file, text: readFileSync(path.join(root, file), 'utf8') }
      }),
  )
}

/** What a file imports, as paths from the root; packages keep their names. */
export function importsOf({ file, text }: Source): readonly string[] {
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ].map((match) => match[1] ?? '')
  return specifiers.map((specifier) => {
    if (specifier.startsWith('#')) return specifier.slice(1)
    if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier)
    return specifier
  })
}

/** {@link importsOf} without what is gone when the program runs: `import type`. */
export function runtimeImportsOf({ file, text }: Source): readonly string[] {
  return importsOf({
    file,
    text: text.replaceAll(/^\s*(?:import|export) type\b[^'"]*['"][^'"]*['"]/gm, ''),
  })
}
