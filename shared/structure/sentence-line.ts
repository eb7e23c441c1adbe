import { bodyOf, headingOf, type Unit, unitsOf } from '../schema/act.ts'
import { schema } from '../schema/schema.ts'

/**
 * Whether what stands on the line of a unit's number is a sentence of the law and no heading: it leads
 * in what follows, «Статья 1. Внести в Закон следующие изменения:», or says all that the unit says,
 * «Статья 2. Настоящий Закон вводится в действие со дня его опубликования.» A full stop behind the
 * heading of a unit that has words besides is a slip of publishers, and leaves it a heading.
 */
export function isSentenceLine(unit: Unit): boolean {
  const words = headingOf(unit)?.textContent.trimEnd() ?? ''
  return words.endsWith(':') || (/[.;!?]$/u.test(words) && !saysMore(unit))
}

function saysMore(unit: Unit): boolean {
  const isText = (block: ReturnType<typeof bodyOf>[number]) => block.type !== schema.nodes.note
  return unitsOf(unit).length > 0 || bodyOf(unit).some(isText)
}
