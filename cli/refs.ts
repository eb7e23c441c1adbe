import { canonicalPlaces } from '#shared/citation/canonical-place.ts'
import { type LookedStatus, lookedStatus } from '#shared/citation/check.ts'
import { type OtherAct, referencesOf } from '#shared/citation/references.ts'
import { type Eid, eids } from '#shared/structure/eid.ts'
import { argumentsOf, type Command, filesOf, READING_OPTIONS } from './command.ts'
import { type ReadAct, readAct } from './input.ts'
import { tellReading } from './reading.ts'
import { DONE, wrongUsage } from './refusal.ts'

export const refs: Command = {
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
    const found = located(read, others)
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
  /** Of a carried draft, `ignored` and `check` too. */
  readonly status: LookedStatus
  readonly targets: readonly {
    readonly act: string | null
    readonly eId: Eid | null
    readonly label: string
  }[]
}

function located(
  { act, looked }: ReadAct,
  others: readonly OtherAct[],
): readonly LocatedReference[] {
  const placeOf = canonicalPlaces(act)
  const own = eids(act)
  const byAct = new Map(others.map((other) => [other.id, eids(other.act)]))
  return referencesOf(act, others)
    .flatMap((reference): readonly LocatedReference[] => {
      const { text, targets } = reference
      const status = looked ? lookedStatus(reference, looked) : reference.status
      const place = placeOf(reference)
      if (place === undefined) return []
      return [
        {
          ...place,
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

function lineOf({ start, end, text, status, targets }: LocatedReference): string {
  const cited = targets.map(
    ({ act, eId, label }) => `${act === null ? '' : `${act}: `}${eId ?? '-'} (${label})`,
  )
  return `${start}-${end}  ${status}  ${text}  →  ${cited.join('; ')}`
}
