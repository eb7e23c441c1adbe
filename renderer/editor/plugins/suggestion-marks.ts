import { Decoration } from 'prosemirror-view'
import type { UnitLine } from '../../panels/comments/suggested.ts'
import type { PositionRange } from './layer.ts'

/** What somebody suggests to do to a unit as a whole, as the text shows it. */
export interface SuggestionMark {
  readonly thread: string
  /** What it is, in words, and whose. */
  readonly label: string
  readonly shown: ShownSuggestion
}

type ShownSuggestion =
  /** A new unit, or one that moves, where it would stand. */
  | {
      readonly kind: 'new' | 'here'
      readonly at: number
      readonly lines: readonly UnitLine[]
      /** The sign of the thread; undefined: it stands elsewhere. */
      readonly sign: HTMLElement | undefined
    }
  /** A unit that would go, or move from here, or be another way. */
  | { readonly kind: 'gone' | 'away' | 'other'; readonly range: PositionRange }
  /** A paragraph, note or table that would go. */
  | { readonly kind: 'block'; readonly range: PositionRange }

/** The label stands in words before what it is about, so that no color and no line is the only sign. */
export function suggestionMarks({ thread, label, shown }: SuggestionMark): readonly Decoration[] {
  if ('at' in shown) {
    const { kind, at, lines, sign } = shown
    const draw = () => unitDrawn(thread, label, { kind, lines, sign })
    const name = `suggested ${kind} ${thread} ${label} ${JSON.stringify(lines)} ${sign?.outerHTML}`
    return [Decoration.widget(at, draw, { side: -1, key: name, name, ignoreSelection: true })]
  }
  const { kind, range } = shown
  const isBlock = kind === 'block'
  const attrs = { class: isBlock ? 'suggested-block' : `suggested-unit suggested-${kind}` }
  const key = `suggested label ${thread} ${label}`
  const draw = () => labelDrawn(thread, label)
  return [
    Decoration.node(range.from, range.to, attrs, { name: `suggested ${kind} ${thread}` }),
    Decoration.widget(isBlock ? range.from : range.from + 1, draw, {
      side: -1,
      key,
      name: key,
      ignoreSelection: true,
    }),
  ]
}

function unitDrawn(thread: string, label: string, { kind, lines, sign }: DrawnUnit): HTMLElement {
  const unit = document.createElement('div')
  unit.className = `suggested-unit suggested-${kind}`
  unit.dataset['thread'] = thread
  const head = labelDrawn(thread, label)
  if (sign) head.append(' ', sign)
  unit.append(head)
  for (const { num, words } of lines) {
    const paragraph = document.createElement('p')
    const inserted = document.createElement('ins')
    inserted.className = 'redline-inserted'
    inserted.textContent = [num, words].filter((part) => part !== '').join(' ')
    paragraph.append(inserted)
    unit.append(paragraph)
  }
  return unit
}

interface DrawnUnit {
  readonly kind: 'new' | 'here'
  readonly lines: readonly UnitLine[]
  readonly sign: HTMLElement | undefined
}

function labelDrawn(thread: string, label: string): HTMLElement {
  const drawn = document.createElement('div')
  drawn.className = 'suggestion-label'
  drawn.dataset['thread'] = thread
  drawn.textContent = label
  return drawn
}
