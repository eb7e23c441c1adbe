import type { Mark } from 'prosemirror-model'
import { schema } from '../../schema/schema.ts'
import { childOf, switchOf, valOf, type XmlElement } from './xml.ts'

/** How words look, as far as an act keeps it; `undefined` where nothing is said. */
export interface Look {
  readonly strong: boolean | undefined
  readonly emphasis: boolean | undefined
  readonly underline: boolean | undefined
  readonly raised: 'superscript' | 'subscript' | 'baseline' | undefined
  /** Not printed and not shown. */
  readonly hidden: boolean | undefined
}

export const PLAIN: Look = {
  strong: undefined,
  emphasis: undefined,
  underline: undefined,
  raised: undefined,
  hidden: undefined,
}

/** The look that run properties give, by themselves. */
export function lookOf(properties: XmlElement | undefined): Look {
  if (!properties) return PLAIN
  return {
    strong: switchOf(properties, 'w:b'),
    emphasis: switchOf(properties, 'w:i'),
    underline: switchOf(properties, 'w:u'),
    raised: raisedOf(valOf(properties, 'w:vertAlign')),
    hidden: switchOf(properties, 'w:vanish'),
  }
}

function raisedOf(value: string | undefined): Look['raised'] {
  return value === 'superscript' || value === 'subscript' || value === 'baseline'
    ? value
    : undefined
}

/** What the nearer look leaves open is as the farther has it. */
export function over(near: Look, far: Look): Look {
  if (near === PLAIN) return far
  if (far === PLAIN) return near
  return {
    strong: near.strong ?? far.strong,
    emphasis: near.emphasis ?? far.emphasis,
    underline: near.underline ?? far.underline,
    raised: near.raised ?? far.raised,
    hidden: near.hidden ?? far.hidden,
  }
}

/** The earlier run properties that a tracked change of format keeps. */
export function earlierOf(properties: XmlElement | undefined): XmlElement | undefined {
  const change = childOf(properties, 'w:rPrChange')
  return change && (childOf(change, 'w:rPr') ?? change)
}

export function marksOf({ strong, emphasis, underline, raised }: Look): readonly Mark[] {
  if (!(strong || emphasis || underline || raised)) return NO_MARKS
  const marks: Mark[] = []
  if (strong) marks.push(schema.marks.strong.create())
  if (emphasis) marks.push(schema.marks.emphasis.create())
  if (underline) marks.push(schema.marks.underline.create())
  if (raised === 'superscript') marks.push(schema.marks.superscript.create())
  if (raised === 'subscript') marks.push(schema.marks.subscript.create())
  return marks
}

const NO_MARKS: readonly Mark[] = []
