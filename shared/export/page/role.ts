import type { Node } from 'prosemirror-model'
import { type Unit, unitAttrs } from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import { schema } from '../../schema/schema.ts'
import { isSentenceLine } from '../../structure/sentence-line.ts'
import { type Profile, styleOf } from '../../tradition/tradition.ts'
import type { Role } from './page.ts'

/** Word knows heading levels 1 to 9; deeper than 6 no act of law goes. */
const DEEPEST = 6

const FRAMES: ReadonlySet<UnitKind> = new Set(['preface', 'preamble', 'conclusions'])

/** Whether the unit's number opens a line of its own rather than its first paragraph. */
export function isOnOwnLine(profile: Profile, kind: UnitKind): boolean {
  return styleOf(profile, kind)?.placement !== 'inline'
}

/** The heading level of a unit under parents of these kinds, from 1. */
export function levelOf(profile: Profile, parents: readonly UnitKind[]): number {
  const headed = parents.filter((kind) => isOnOwnLine(profile, kind)).length
  return Math.min(headed + 1, DEEPEST)
}

/** What the line of a unit's number is: a heading by its depth, or words of an article. */
export function headingRole(profile: Profile, unit: Unit, level: number): Role {
  const { kind } = unitAttrs(unit)
  if (kind === 'preface') return { name: 'title', level: 1 }
  if (isDivision(profile, kind)) return { name: 'division', level }
  return { name: isSentenceLine(unit) ? 'sentence' : 'article', level }
}

/** Divisions group the units that law cites on their own; articles (sections) are those units. */
function isDivision(profile: Profile, kind: UnitKind): boolean {
  if (FRAMES.has(kind)) return true
  const style = styleOf(profile, kind)
  return style?.holds.some((held) => isOnOwnLine(profile, held)) ?? false
}

export function blockRole(block: Node, unit: Unit, level: number): Role {
  if (block.type === schema.nodes.note) return { name: 'note', level }
  if (block.type === schema.nodes.unknown) return { name: 'foreign', level }
  return { name: unitAttrs(unit).kind === 'preface' ? 'preface' : 'text', level }
}
