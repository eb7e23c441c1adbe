import { Decoration } from 'prosemirror-view'
import { layer, type PositionRange } from './layer.ts'

export const commentLayer = layer('comments')

/** A thread as the text shows it. */
export interface CommentMark extends PositionRange {
  readonly thread: string
  /** `unit`: about the whole unit, marked by its sign alone. */
  readonly on: 'words' | 'unit'
  readonly isUnread: boolean
  /** What the sign is called. */
  readonly label: string
  readonly comments: number
}

/** Words that are commented on have a line under them, and a sign with the number of comments behind. */
export function commentMarks(marks: readonly CommentMark[]): readonly Decoration[] {
  return marks.flatMap((mark) => {
    const { from, to, thread, on } = mark
    const sign = signAfter(mark)
    if (on === 'unit') return [sign]
    const attrs = { class: 'commented', 'data-thread': thread }
    return [Decoration.inline(from, to, attrs, { name: `commented ${thread}` }), sign]
  })
}

function signAfter({ to, thread, isUnread, label, comments }: CommentMark): Decoration {
  const draw = () => {
    const sign = document.createElement('span')
    sign.className = 'comment-sign'
    sign.dataset['thread'] = thread
    if (isUnread) sign.dataset['unread'] = 'true'
    sign.title = label
    sign.textContent = isUnread ? `${comments} •` : String(comments)
    return sign
  }
  const key = `comment ${thread} ${label} ${comments} ${isUnread}`
  return Decoration.widget(to, draw, { side: 1, key, name: key, ignoreSelection: true })
}
