import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Act, walkUnits } from '#shared/schema/act.ts'
import { lost, read } from './lost.ts'

const KZ = '../shared/corpora/kz'

/**
 * Numbers that open a line, counted by themselves: what a text states of its own structure. «9)» alone
 * on its line is a reference torn off by a link, and no unit.
 */
const STATED: readonly { readonly kinds: readonly string[]; readonly opens: RegExp }[] = [
  {
    kinds: ['article'],
    opens: /^[^\S\n]*(?:(?:Статья|СТАТЬЯ|Article)\s(\d+(?:-\d+)?)|(\d+(?:-\d+)?)-бап)(?=[.\s])/gmu,
  },
  {
    kinds: ['chapter'],
    opens: /^[^\S\n]*(?:(?:Глава|ГЛАВА|Chapter)\s(\d+(?:-\d+)?)|(\d+(?:-\d+)?)-тарау)(?=[.\s])/gmu,
  },
  {
    kinds: ['paragraph', 'point'],
    opens: /^[^\S\n]*(\d{1,3}(?:-\d+)?)(?:\.(?!\d|\s*\d{1,2}\.\d{4})|\)(?![,;.)]|[^\S\n]*\n))/gmu,
  },
]

interface Figures {
  readonly name: string
  stated: number
  found: number
  both: number
  lost: number
}

function figuresOf(file: string): Figures {
  const text = readFileSync(file, 'utf8')
  const result = read(text)
  const figures: Figures = {
    name: path.basename(file),
    stated: 0,
    found: 0,
    both: 0,
    lost: lost(text, result).length,
  }
  for (const { kinds, opens } of STATED) {
    const stated = tally([...text.matchAll(opens)].map((found) => found[1] ?? found[2] ?? ''))
    const found = tally(labels(result.act, kinds))
    for (const [label, times] of stated) figures.both += Math.min(times, found.get(label) ?? 0)
    figures.stated += sum(stated)
    figures.found += sum(found)
  }
  return figures
}

function labels(act: Act, kinds: readonly string[]): readonly string[] {
  const found: string[] = []
  walkUnits(act, (unit) => {
    const { label } = unit.attrs
    if (
      kinds.includes(String(unit.attrs['kind'])) &&
      typeof label === 'string' &&
      /^\d/u.test(label)
    )
      found.push(label)
  })
  return found
}

function tally(all: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const one of all) times.set(one, (times.get(one) ?? 0) + 1)
  return times
}

function sum(times: ReadonlyMap<string, number>): number {
  return [...times.values()].reduce((total, one) => total + one, 0)
}

/** One row a text: units stated, recall, precision, characters lost. */
function tableOf(all: readonly Figures[]): string {
  return all
    .map(({ name, stated, found, both, lost }) =>
      [
        name.padEnd(52),
        String(stated).padStart(6),
        share(both / stated),
        share(both / found),
        String(lost).padStart(4),
      ].join(' '),
    )
    .join('\n')
}

function share(part: number): string {
  return `${(part * 100).toFixed(2)} %`.padStart(9)
}

describe('figures of reading', () => {
  it('R39: of the units that a text states, the editions of the Constitution keep 995 in 1 000 and laws 98 in 100', () => {
    const constitutions = globSync(
      `${KZ}/constitution/{ru/edition*,ru/adilet*anchors,kk/*,en/*}.txt`,
    ).sort()
    const laws = globSync(`${KZ}/laws/{ru,kk}/*.txt`)
      .filter((file) => !file.includes('ratification'))
      .sort()
    expect([constitutions.length, laws.length]).toEqual([9, 12])
    const rows = [...constitutions, ...laws].map(figuresOf)
    process.stdout.write(`${'text'.padEnd(52)}  units    recall precision lost\n${tableOf(rows)}\n`)
    for (const [i, { name, stated, found, both, lost }] of rows.entries()) {
      const least = i < constitutions.length ? 0.995 : 0.98
      expect([name, lost, both / stated >= least, both / found >= least]).toEqual([
        name,
        0,
        true,
        true,
      ])
    }
  })
})
