import type { Reference } from '#shared/citation/reference.ts'
import { type OtherAct, referencesOf } from '#shared/citation/references.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  type UnitId,
  unitAttrs,
  walkUnits,
} from '#shared/schema/act.ts'
import { footnotesIn } from '#shared/schema/footnote.ts'
import { schema } from '#shared/schema/schema.ts'
import { blockText, canonicalText } from '#shared/structure/canonical-text.ts'
import { type Eid, eids } from '#shared/structure/eid.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { readAct } from './input.ts'
import { tellReading } from './reading.ts'
import { DONE, wrongUsage } from './refusal.ts'

export const refs: Command = {
  usage: 'FILE [--act NAME=FILE …] [--json]',
  gives:
    'the references of the text, and the units of this act or of the named ones that they cite',
  run(args, io) {
    const options = {
      ...READING_OPTIONS,
      json: { type: 'boolean' },
      act: { type: 'string', multiple: true },
    } as const
    const { values, positionals } = argumentsOf(args, options)
    const [file = ''] = filesOf(positionals, 'FILE')
    const others = (values.act ?? []).map((given, i) => otherAct(given, `${i}-`))
    const read = readAct(file, values)
    const found = located(read.act, others)
    if (values.json) io.print(`${JSON.stringify(found)}\n`)
    else for (const reference of found) io.print(`${lineOf(reference)}\n`)
    tellReading(file, read, io)
    return DONE
  },
}

function otherAct(given: string, ids: string): OtherAct {
  const match = /^([^=]+)=(.+)$/su.exec(given)
  const [name, file] = [match?.[1], match?.[2]]
  if (name === undefined || file === undefined)
    throw wrongUsage(`--act is NAME=FILE, not “${given}”.`)
  return { id: name, names: [name], act: readAct(file, { ids }).act }
}

interface LocatedReference {
  /** In the canonical text of the act. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly status: Reference['status']
  readonly targets: readonly {
    readonly act: string | null
    readonly eId: Eid | null
    readonly label: string
  }[]
}

function located(act: Act, others: readonly OtherAct[]): readonly LocatedReference[] {
  const starts = blockStarts(act)
  const own = eids(act)
  const byAct = new Map(others.map((other) => [other.id, eids(other.act)]))
  return referencesOf(act, others)
    .flatMap(({ from, block, range, text, status, targets }): readonly LocatedReference[] => {
      const start = starts.get(placeKey(from, block))
      if (start === undefined) return []
      return [
        {
          start: start + range.start,
          end: start + range.end,
          text,
          status,
          targets: targets.map(({ act: cited, unit, label }) => {
            const names = cited === null ? own : byAct.get(cited)
            return { act: cited, eId: (unit && names?.get(unit)) ?? null, label }
          }),
        },
      ]
    })
    .sort((a, b) => a.start - b.start)
}

function placeKey(unit: UnitId, block: number): string {
  return `${unit} ${block}`
}

/** Where the words of each heading and paragraph begin in the canonical text. */
function blockStarts(act: Act): ReadonlyMap<string, number> {
  const lines = new Map<UnitId, number[]>()
  for (const { unit, kind, words } of canonicalText(act).lines) {
    if (kind === 'row' || words.start === words.end) continue
    const starts = lines.get(unit)
    if (starts) starts.push(words.start)
    else lines.set(unit, [words.start])
  }
  const byBlock = new Map<string, number>()
  walkUnits(act, (unit) => {
    const { id } = unitAttrs(unit)
    const starts = lines.get(id)?.values()
    const heading = headingOf(unit)
    const blocks = [...(heading ? [[-1, heading] as const] : []), ...bodyOf(unit).entries()]
    for (const [block, node] of blocks) {
      if (node.type !== schema.nodes.table && blockText(node) !== '') {
        const start = starts?.next().value
        if (start !== undefined) byBlock.set(placeKey(id, block), start)
      }
      for (const { text } of footnotesIn(node)) if (text !== '') starts?.next()
    }
  })
  return byBlock
}

function lineOf({ start, end, text, status, targets }: LocatedReference): string {
  const cited = targets.map(
    ({ act, eId, label }) => `${act === null ? '' : `${act}: `}${eId ?? '-'} (${label})`,
  )
  return `${start}-${end}  ${status}  ${text}  →  ${cited.join('; ')}`
}
