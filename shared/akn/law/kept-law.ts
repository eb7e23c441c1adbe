import type { Node } from 'prosemirror-model'
import { type Act, bodyOf, headingOf, type UnitId, unitAttrs, walkUnits } from '../../schema/act.ts'
import { sourceOf } from '../../schema/source.ts'
import { type Element, elementsIn, firstNamed } from '../element.ts'
import { wellPlaced } from '../keep.ts'
import type { Kept } from '../kept.ts'
import { tagOf } from '../markup.ts'
import { readBlocks } from '../read-blocks.ts'
import { NOTHING_TOLD, type Told } from '../told.ts'
import type { Modifications, WriteContext } from '../write-context.ts'

/** Whether our own document is of an amending law, whose marks are kept with its words. */
export function isLawMeta(meta: Element): boolean {
  return firstNamed(meta, 'activeModifications') !== undefined
}

/** Whether markup of ours holds what the words of a law alone do not tell: a command, a link to the amended act. */
export function holdsLawMarks(markup: string): boolean {
  return /<mod |\s(?:href|from)="\//.test(markup)
}

/** The commands of a law that was read, as they were marked: those that still have their words. */
export function keptModifications(act: Act, meta: Element, source: string): Modifications {
  return new KeptLaw(act, meta, source)
}

class KeptLaw implements Modifications {
  private readonly meta: Element
  private readonly source: string
  /** Units that hold a command, with those that hold them. */
  private readonly commanding = new Set<UnitId>()
  /** The eId of each `mod` as it was and as it is. */
  private readonly mods = new Map<string, string>()

  constructor(act: Act, meta: Element, source: string) {
    this.meta = meta
    this.source = source
    walkUnits(act, (unit, above) => {
      const heading = headingOf(unit)
      const own = [...(heading ? [heading] : []), ...bodyOf(unit)]
      if (!own.some((block) => holdsLawMarks(sourceOf(block) ?? ''))) return
      for (const one of [...above, unit]) this.commanding.add(unitAttrs(one).id)
    })
  }

  markup(context: WriteContext, blocks: readonly Node[], within: string): Kept | undefined {
    const source = blocks[0] ? sourceOf(blocks[0]) : null
    const old = MOD.exec(source ?? '')?.[1]
    if (source === null || old === undefined) return undefined
    const count = unchanged(context, blocks, source)
    if (count === 0) return undefined
    const eId = context.innerEid(within, 'mod')
    this.mods.set(old, eId)
    return { markup: renamed(source, old, eId), count }
  }

  words(context: WriteContext, node: Node, within: string): string | undefined {
    const source = sourceOf(node)
    if (source === null || MOD.test(source) || !holdsLawMarks(source)) return undefined
    if (unchanged(context, [node], source) !== 1) return undefined
    const tag = tagOf(source)
    const inner = source.slice(tag.length, source.lastIndexOf('</'))
    return inner.replaceAll(
      /(<([mr]?ref)[^>]* eId=")[^"]*"/g,
      (_, before: string, local: string) => `${before}${context.innerEid(within, local)}"`,
    )
  }

  speaksOfAmended(unit: UnitId): boolean {
    return this.commanding.has(unit)
  }

  told(): Told {
    const { meta } = this
    const active = this.within('activeModifications').flatMap((one) => this.standing(one) ?? [])
    const all = active.join('')
    const periods = this.within('temporalData').filter((one) => names(all, eIdOf(one)))
    const days = periods.join('')
    const events = this.within('lifecycle').filter((one) => names(days, eIdOf(one)))
    const references = this.within('references').filter(
      (one) => eIdOf(one) === 'inForce' && names(days, 'inForce'),
    )
    return meta ? { ...NOTHING_TOLD, active, periods, events, references } : NOTHING_TOLD
  }

  /** The markup of each element in one of that name. */
  private within(local: string): readonly string[] {
    const { meta, source } = this
    const around = firstNamed(meta, local)
    return around ? elementsIn(around).map(({ start, end }) => source.slice(start, end)) : []
  }

  /** What is told of a command that stands, by its eId as it is. */
  private standing(told: string): string | undefined {
    const old = /<source href="#([^"]+)"/.exec(told)?.[1]
    const now = old === undefined ? undefined : this.mods.get(old)
    return old === undefined || now === undefined ? undefined : renamed(told, old, now)
  }
}

const MOD = /<mod eId="([^"]+)"/

/** How many blocks the markup still stands for; 0 if any of them reads otherwise. */
function unchanged(context: WriteContext, blocks: readonly Node[], source: string): number {
  const fragment = wellPlaced(context, source)
  const element = fragment && elementsIn(fragment)[0]
  if (!element) return 0
  const read = readBlocks(element, { source, own: true, notes: context.notes })
  return read.every((again, i) => blocks[i]?.content.eq(again.content)) ? read.length : 0
}

/** The eId and those that begin with it take the new one. */
function renamed(markup: string, old: string, now: string): string {
  if (old === now) return markup
  return markup.replaceAll(/(["#])([\w.-]+)/g, (all, before: string, id: string) =>
    id === old || id.startsWith(`${old}__`) ? before + now + id.slice(old.length) : all,
  )
}

function eIdOf(markup: string): string {
  return /\seId="([^"]+)"/.exec(markup)?.[1] ?? ''
}

function names(markup: string, eId: string): boolean {
  return eId !== '' && markup.includes(`"#${eId}"`)
}
