import type { Node } from 'prosemirror-model'
import type { Problem } from '../base/problem.ts'
import { finished } from '../base/steps.ts'
import { bodyOf, headingOf, type Unit, unitAttrs, unitsOf } from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import type { ReadText } from './act-of-blocks.ts'
import type { ProfileChoice } from './detect.ts'
import { readHtmlSteps } from './html/html.ts'
import { readText } from './read.ts'

/** A piece of law that is put into an act: words that go on where the caret stands, then units. */
export interface Clip {
  readonly lead: readonly Node[]
  /** Units whose id is `''` get one where they are put. */
  readonly units: readonly Unit[]
  /** What was left out, such as pictures. */
  readonly problems: readonly Problem[]
}

/** What a clipboard offers of one piece; `''` for a form that it lacks. */
export interface ClipSource {
  readonly html: string
  readonly text: string
}

/**
 * Reads what another program copied, by its HTML where there is any, as a part of an act of that
 * profile: what stands before the first numbered unit is no title or preamble of its own.
 */
export function readClip({ html, text }: ClipSource, profile: ProfileChoice): Clip {
  let made = 0
  const newId = () => String(made++)
  const { act, problems } =
    html === '' ? readText(text, { newId, profile }) : readPage(html, profile, newId)
  const units = unitsOf(act)
  const numbered = units.findIndex((unit) => !FRONT.has(unitAttrs(unit).kind))
  const front = numbered < 0 ? units : units.slice(0, numbered)
  return {
    lead: front.flatMap(ownBlocks),
    units: units.slice(front.length).map(nameless),
    problems: problems.filter(({ code }) => code !== 'read/no-units'),
  }
}

/** Kinds that the beginning of any text is read as. */
const FRONT: ReadonlySet<string> = new Set(['preface', 'preamble'])

function readPage(html: string, wish: ProfileChoice, newId: () => string): ReadText {
  return finished(readHtmlSteps(html, { newId, wish }))
}

/** The blocks of a unit, its heading as a paragraph. */
function ownBlocks(unit: Unit): readonly Node[] {
  const heading = headingOf(unit)
  const title = heading && schema.nodes.paragraph.create(null, heading.content)
  return [...(title ? [title] : []), ...bodyOf(unit)]
}

function nameless(unit: Unit): Unit {
  const own = unit.children.filter((child) => child.type !== schema.nodes.unit)
  const attrs = { ...unit.attrs, id: '' }
  return schema.nodes.unit.create(attrs, [...own, ...unitsOf(unit).map(nameless)])
}
