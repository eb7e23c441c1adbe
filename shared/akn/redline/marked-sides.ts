import { firstNamed } from '../element.ts'
import { parseFragment, startTagOf, tagOf } from '../markup.ts'
import { isOwnUnchanged, NO_DIGEST, withDigest } from '../own.ts'
import { tokenSteps } from '../tokens.ts'
import { SideText } from './side-text.ts'

/** One text of a marked document as a document of its own. */
export interface MarkedSide {
  readonly text: string
  /** The place in the marked document of a place in `text`; both count UTF-16 units. */
  placeOf(position: number): number
}

/** The two texts that a marked document holds. */
export interface MarkedSides {
  readonly base: MarkedSide
  readonly draft: MarkedSide
}

/** Each text of a marked document; `undefined` for any other document. */
export function markedSides(source: string): MarkedSides | undefined {
  const at = source.indexOf('<bapta:marked ')
  if (at < 0) return undefined
  const marked = parseFragment(tagOf(source.slice(at)))
  const {
    base: periodA,
    draft: periodB,
    ...ofBase
  } = (marked && firstNamed(marked, 'marked')?.attributes) ?? {}
  if (!periodA || !periodB) return undefined
  const base = new SideText('A', source, { own: periodA, other: periodB }, ofBase)
  const draft = new SideText('B', source, { own: periodB, other: periodA }, {})
  const steps = tokenSteps(source, {
    open(...tag) {
      base.open(...tag)
      draft.open(...tag)
    },
    close(...tag) {
      base.close(...tag)
      draft.close(...tag)
    },
    text: () => undefined,
    instruction: () => undefined,
  })
  for (;;) {
    const step = steps.next()
    if (!step.done) continue
    if (!step.value.ok || !base.isMarked) return undefined
    const { digest } = startTagOf(/<bapta:act\s[^>]*>/.exec(source)?.[0] ?? '').attributes
    const isOurs = isOwnUnchanged(source, { digest })
    // What was changed by others keeps the digest that it no longer has.
    const sealed = (text: string) =>
      isOurs ? withDigest(text.replace(`digest="${digest}"`, NO_DIGEST)) : text
    const sideOf = (side: SideText): MarkedSide => ({
      text: sealed(side.text()),
      placeOf: (position) => side.placeOf(position),
    })
    return { base: sideOf(base), draft: sideOf(draft) }
  }
}
