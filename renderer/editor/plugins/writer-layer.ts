import { Decoration } from 'prosemirror-view'
import { type Act, bodyOf, headingOf, isUnit, unitAttrs } from '#shared/schema/act.ts'
import type { Attribution, Touch } from '#shared/sync/attribution.ts'
import { personHue } from '#shared/sync/person.ts'
import { layer } from './layer.ts'

export const writerLayer = layer('writer')

/** How a writer is called in the text, and in full with the time. */
export interface WriterWords {
  name(touch: Touch): string
  full(touch: Touch): string
}

/**
 * Who wrote the words that are not the base's, as marks over the text: a line in the writer's color
 * under them, and the name before the first of each paragraph and wherever the hand changes.
 */
export function writerMarks(
  act: Act,
  attribution: Attribution,
  words: WriterWords,
): readonly Decoration[] {
  const marks: Decoration[] = []
  act.descendants((node, position) => {
    if (!isUnit(node)) return false
    const { id } = unitAttrs(node)
    if (attribution.touches(id).length === 0) return true
    let at = position + 1
    const heading = headingOf(node)
    if (heading) {
      markBlock(at, attribution.written({ unit: id, block: -1 }))
      at += heading.nodeSize
    }
    for (const [block, child] of bodyOf(node).entries()) {
      if (child.isTextblock) markBlock(at, attribution.written({ unit: id, block }))
      at += child.nodeSize
    }
    return true
  })
  return marks

  function markBlock(before: number, spans: ReturnType<Attribution['written']>): void {
    let from = before + 1
    let writer: string | undefined
    for (const { length, touch } of spans) {
      const to = from + length
      if (touch) {
        const who = touch.person?.id ?? ''
        if (who !== writer) marks.push(nameBefore(from, words.name(touch), who))
        writer = who
        marks.push(written(from, to, words.full(touch), who))
      }
      from = to
    }
  }
}

function written(from: number, to: number, title: string, person: string): Decoration {
  const attrs = { class: 'written', style: `--person-hue: ${personHue(person)}`, title }
  return Decoration.inline(from, to, attrs, { name: `${title} ${person}` })
}

function nameBefore(at: number, name: string, person: string): Decoration {
  const draw = () => {
    const element = document.createElement('span')
    element.className = 'writer'
    // The content policy refuses styles as text; those set one by one are no text.
    element.style.setProperty('--person-hue', String(personHue(person)))
    element.textContent = name
    return element
  }
  const key = `writer ${person} ${name}`
  return Decoration.widget(at, draw, { side: -1, key, name: key, ignoreSelection: true })
}
