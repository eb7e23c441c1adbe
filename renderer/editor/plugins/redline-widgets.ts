import type { Fragment, Node } from 'prosemirror-model'
import type { UnitRedline } from '#shared/diff/redline.ts'
import { isUnit } from '#shared/schema/act.ts'
import { blockText } from '#shared/structure/canonical-text.ts'

/** What the marks of a redline say in words, for those who do not see colour or lines. */
export interface RedlineWords {
  readonly inserted: string
  readonly deleted: string
  readonly movedHere: string
  readonly movedAway: string
}

interface Widget {
  /** Says all that the widget shows: widgets of one key at one place are the same. */
  readonly key: string
  readonly draw: () => HTMLElement
}

export function deletedWords(content: Fragment): Widget {
  const text = content.textBetween(0, content.size, ' ', ' ')
  return { key: `del ${text}`, draw: () => element('del', 'redline-deleted', text) }
}

export function deletedBlock(block: Node): Widget {
  const text = blockText(block)
  const draw = () => {
    const paragraph = element('p', 'redline-block-deleted')
    paragraph.append(element('del', 'redline-deleted', text))
    return paragraph
  }
  return { key: `block ${text}`, draw }
}

/** A whole unit that is gone, with the units in it; of one that moved away only its first words. */
export function deletedUnit(unit: UnitRedline, words: RedlineWords): Widget {
  const { unitA, numA } = unit
  const moved = unit.kind === 'movedFrom'
  const lines = unitA ? linesOf(unitA) : []
  const shown = moved ? lines.slice(0, 1) : lines
  const label = moved ? words.movedAway : words.deleted
  const draw = () => {
    const section = element('section', moved ? 'redline-unit-left' : 'redline-unit-deleted')
    section.setAttribute('role', 'deletion')
    section.dataset['redline'] = label
    if (numA !== undefined) section.append(element('del', 'redline-num-deleted', numA))
    for (const line of shown) {
      const paragraph = element('p', '')
      paragraph.append(element('del', 'redline-deleted', line))
      section.append(paragraph)
    }
    return section
  }
  return { key: `${unit.kind} ${label} ${numA ?? ''} ${shown.join('\n')}`, draw }
}

function linesOf(node: Node): readonly string[] {
  return node.children.flatMap((child) => {
    if (isUnit(child)) {
      const { num, label } = child.attrs
      const lines = linesOf(child)
      const own = typeof num === 'string' ? num : typeof label === 'string' ? `${label}.` : ''
      return own === '' ? lines : [`${own} ${lines[0] ?? ''}`, ...lines.slice(1)]
    }
    const text = blockText(child)
    return text === '' ? [] : [text]
  })
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}
