import type { DirectiveWords } from '../../tradition/directives.ts'
import type { NamedTarget } from './command.ts'

/** A heading that is named together with a text or with units: «в заголовке и пункте 1 статьи 7». */
export interface HeadingBeside {
  /** The unit right beside the word, whose heading it is. */
  readonly holder: NamedTarget | undefined
  readonly others: readonly NamedTarget[]
  /** The text of the unit is meant too: «в заголовке и по тексту». */
  readonly isThroughout: boolean
}

/** `undefined` where nothing but the heading is named. */
export function headingBeside(
  said: string,
  objects: readonly NamedTarget[],
  words: DirectiveWords,
): HeadingBeside | undefined {
  const word = words.heading.exec(said)
  if (!word) return undefined
  const isOfEach = words.heading.test(said.slice(word.index + word[0].length))
  if (isOfEach) return undefined
  const [start, end] = [word.index, word.index + word[0].length]
  const isRight = (between: string) => /^\s*(?:of\s+|to\s+)?(?:the\s+)?$/u.test(between)
  const holder = objects.find((one) =>
    one.start < start
      ? isRight(said.slice(one.end, start))
      : words.verb === 'free' && isRight(said.slice(end, one.start)),
  )
  const others = objects.filter((one) => one !== holder && !one.nests)
  const isThroughout = words.withText.test(said)
  return others.length > 0 || isThroughout ? { holder, others, isThroughout } : undefined
}
