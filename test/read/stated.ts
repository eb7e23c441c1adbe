import { type Act, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import { lost, read } from './lost.ts'

/** A text with the units that it states of itself, each as the labels of the units around it and its own. */
export interface Stated {
  readonly name: string
  readonly text: string
  readonly paths: readonly string[]
}

export interface Figures {
  readonly name: string
  readonly stated: number
  readonly found: number
  /** Units found where they are stated: of that label, in the units of those labels. */
  readonly both: number
  /** Characters. */
  readonly lost: number
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

/** What reading finds of the units that a text states. */
export function figuresOf({ name, text, paths }: Stated): Figures {
  const result = read(text)
  return { ...figuresOfPaths(name, paths, pathsIn(result.act)), lost: lost(text, result).length }
}

export function figuresOfPaths(
  name: string,
  stated: readonly string[],
  found: readonly string[],
): Figures {
  const missing = without(stated, found)
  const extra = without(found, stated)
  const both = stated.length - missing.length
  return { name, stated: stated.length, found: found.length, both, lost: 0, missing, extra }
}

/** The units of an act that have a number, each as its labels from the outermost in: `III/44/1/10-1`. */
function pathsIn(act: Act): readonly string[] {
  const found: string[] = []
  walkUnits(act, (unit, parents) => {
    if (unitAttrs(unit).label === null) return
    found.push(pathOf([...parents, unit].flatMap((one) => unitAttrs(one).label ?? [])))
  })
  return found
}

export function pathOf(labels: readonly string[]): string {
  return labels.join('/')
}

function without(all: readonly string[], those: readonly string[]): readonly string[] {
  const times = new Map<string, number>()
  for (const one of those) times.set(one, (times.get(one) ?? 0) + 1)
  return all.filter((one) => {
    const left = times.get(one) ?? 0
    times.set(one, left - 1)
    return left <= 0
  })
}

/** The figures of several texts as those of one. */
export function summed(name: string, all: readonly Figures[]): Figures {
  const sum = (of: 'stated' | 'found' | 'both' | 'lost') => all.reduce((n, one) => n + one[of], 0)
  return {
    name,
    stated: sum('stated'),
    found: sum('found'),
    both: sum('both'),
    lost: sum('lost'),
    missing: all.flatMap(({ missing }) => missing),
    extra: all.flatMap(({ extra }) => extra),
  }
}

/** One row: units stated, recall, precision, characters lost. */
export function rowOf({ name, stated, found, both, lost }: Figures): string {
  return [
    name.padEnd(52),
    String(stated).padStart(6),
    share(both / stated),
    share(both / found),
    String(lost).padStart(4),
  ].join(' ')
}

export const HEADER = `${'text'.padEnd(52)}  units    recall precision lost`

function share(part: number): string {
  return `${(part * 100).toFixed(2)} %`.padStart(9)
}
