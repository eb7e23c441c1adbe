import { describe, expect, it } from 'vitest'
import { CODE_FOLDERS, importsOf, runtimeImportsOf, sources } from './sources.ts'

/** What each folder may import besides itself and packages: the arrows of ARCHITECTURE.md, "Imports". */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/base': [],
  'shared/schema': ['shared/base'],
  'shared/tradition': ['shared/base', 'shared/schema'],
  'shared/structure': ['shared/base', 'shared/schema', 'shared/tradition'],
  'shared/samples': ['shared/base', 'shared/schema'],
  'shared/read': ['shared/base', 'shared/schema', 'shared/tradition', 'shared/structure'],
  'shared/history': ['shared/base', 'shared/schema', 'shared/tradition', 'shared/structure'],
  'shared/open': [
    'shared/base',
    'shared/schema',
    'shared/tradition',
    'shared/structure',
    'shared/read',
    'shared/akn',
    'shared/carried',
  ],
  'shared/carried': [
    'shared/base',
    'shared/schema',
    'shared/tradition',
    'shared/structure',
    'shared/read',
    'shared/sync',
  ],
  'shared/check': ['shared/base', 'shared/schema', 'shared/tradition', 'shared/structure'],
  'shared/citation': ['shared/base', 'shared/schema', 'shared/tradition', 'shared/structure'],
  'shared/diff': [
    'shared/base',
    'shared/schema',
    'shared/tradition',
    'shared/structure',
    'shared/citation',
  ],
  'shared/amend': [
    'shared/base',
    'shared/schema',
    'shared/tradition',
    'shared/structure',
    'shared/read',
    'shared/citation',
    'shared/diff',
  ],
  'shared/compare': [
    'shared/base',
    'shared/schema',
    'shared/tradition',
    'shared/structure',
    'shared/citation',
    'shared/diff',
  ],
  'shared/export': [
    'shared/base',
    'shared/schema',
    'shared/tradition',
    'shared/structure',
    'shared/citation',
    'shared/diff',
    'shared/compare',
  ],
  'shared/akn': [
    'shared/base',
    'shared/schema',
    'shared/tradition',
    'shared/structure',
    'shared/read',
    'shared/history',
    'shared/citation',
    'shared/diff',
    'shared/amend',
    'shared/export',
  ],
  'shared/sync': ['shared/base', 'shared/schema', 'shared/tradition', 'shared/structure'],
  'shared/merge': [
    'shared/base',
    'shared/schema',
    'shared/tradition',
    'shared/structure',
    'shared/citation',
    'shared/diff',
    'shared/sync',
  ],
  'shared/review': [
    'shared/base',
    'shared/schema',
    'shared/tradition',
    'shared/structure',
    'shared/diff',
    'shared/sync',
  ],
  'shared/bridge': ['shared/base', 'shared/schema', 'shared/sync'],
  store: ['shared'],
  desk: ['shared', 'store'],
  'server/sync': ['shared', 'store', 'server'],
  server: ['shared', 'desk'],
  cli: ['shared', 'store/sync', 'desk', 'server'],
  electron: ['shared', 'desk'],
  renderer: ['shared'],
  test: CODE_FOLDERS,
  bench: CODE_FOLDERS.filter((folder) => folder !== 'bench').concat('test'),
}

/** Packages that only one part may know. */
const KEPT_PACKAGES: Readonly<Record<string, string>> = {
  'better-sqlite3': 'store',
  electron: 'electron',
  react: 'renderer',
  'prosemirror-view': 'renderer',
  ws: 'server',
  pg: 'store',
}

const product = CODE_FOLDERS.filter((folder) => folder !== 'test' && folder !== 'bench')
const files = sources(...CODE_FOLDERS)

function layerOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((layer) => file.startsWith(`${layer}/`))
}

describe('imports', () => {
  it('sees the code it judges', () => {
    expect(files.length).toBeGreaterThan(120)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(500)
  })

  it('every file lies in a folder with a rule', () => {
    expect(files.map(({ file }) => file).filter((file) => layerOf(file) === undefined)).toEqual([])
  })

  it('point one way', () => {
    const wrong = files.flatMap((source) => {
      const layer = layerOf(source.file) ?? ''
      const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])]
      return importsOf(source)
        .filter((target) => layerOf(target) !== undefined)
        .filter((target) => !allowed.some((folder) => target.startsWith(`${folder}/`)))
        .map((target) => `${source.file} → ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('keep each host package in its part', () => {
    const wrong = sources(...product).flatMap((source) =>
      importsOf(source)
        .filter((target) => {
          const home = KEPT_PACKAGES[target]
          return home !== undefined && !source.file.startsWith(`${home}/`)
        })
        .map((target) => `${source.file} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('form no cycle when the program runs', () => {
    const graph = new Map(files.map((source) => [source.file, runtimeImportsOf(source)]))
    expect([...graph.values()].flat().length).toBeGreaterThan(400)
    expect(cycleIn(graph)).toEqual([])
  })
})

/** The files of one import cycle, in order; empty if there is none. */
function cycleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    for (const target of graph.get(file) ?? []) {
      if (!graph.has(target)) continue
      const cycle = visit(target, [...path, file])
      if (cycle.length > 0) return cycle
    }
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
