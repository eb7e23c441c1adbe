import { Decoration } from 'prosemirror-view'
import { layer, type PositionRange } from './layer.ts'

export const commentLayer = layer('comments')

/** A thread as its sign shows it. */
export interface SignMark {
  readonly thread: string
  readonly isUnread: boolean
  /** What the sign is called. */
  readonly label: string
  readonly comments: number
}

/** A thread as the text shows it. */
export interface CommentMark extends PositionRange, SignMark {
  /** `unit`: about the whole unit, marked by its sign alone. */
  readonly on: 'words' | 'unit'
  /** The words that are suggested in place of those that are marked. */
  readonly instead: string | undefined
}

/**
 * Words that are commented on have a line under them, and a sign with the number of comments behind;
 * those that somebody would replace are struck, with the others behind them.
 */
export function commentMarks(marks: readonly CommentMark[]): readonly Decoration[] {
  return marks.flatMap((mark) => {
    const { from, to, thread, on } = mark
    const sign = signAfter(mark)
    if (on === 'unit') return [sign]
    if (mark.instead !== undefined) return [struck(mark), ...suggested(mark), sign]
    const attrs = { class: 'commented', 'data-thread': thread }
    return [Decoration.inline(from, to, attrs, { name: `commented ${thread}` }), sign]
  })
}

function struck({ from, to, thread }: CommentMark): Decoration {
  const attrs = { nodeName: 'del', class: 'redline-deleted suggestion', 'data-thread': thread }
  return Decoration.inline(from, to, attrs, { name: `struck ${thread}` })
}

function suggested({ to, thread, instead = '' }: CommentMark): readonly Decoration[] {
  if (instead === '') return []
  const draw = () => {
    const words = document.createElement('ins')
    words.className = 'redline-inserted suggestion'
    words.dataset['thread'] = thread
    words.textContent = instead
    return words
  }
  const key = `suggested ${thread} ${instead}`
  return [Decoration.widget(to, draw, { side: 0.5, key, name: key, ignoreSelection: true })]
}

function signAfter(mark: CommentMark): Decoration {
  const { to, thread, isUnread, label, comments } = mark
  const key = `comment ${thread} ${label} ${comments} ${isUnread}`
  return Decoration.widget(to, () => signDrawn(mark), {
    side: 1,
    key,
    name: key,
    ignoreSelection: true,
  })
}

/** The sign of a thread: how many comments it has, and whether some are unread. */
export function signDrawn({ thread, isUnread, label, comments }: SignMark): HTMLElement {
  const sign = document.createElement('span')
  sign.className = 'comment-sign'
  sign.dataset['thread'] = thread
  if (isUnread) sign.dataset['unread'] = 'true'
  sign.title = label
  sign.textContent = isUnread ? `${comments} •` : String(comments)
  return sign
}
