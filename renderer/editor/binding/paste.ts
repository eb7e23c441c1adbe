import { Fragment, type Node } from 'prosemirror-model'
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import { type Problem, problem, problemAndMore } from '#shared/base/problem.ts'
import { type Clip, type ClipSource, readClip } from '#shared/read/clip.ts'
import { withoutStyles } from '#shared/read/html/without-styles.ts'
import { actAttrs, isUnit, type Unit, unitAttrs } from '#shared/schema/act.ts'
import { unitMaps } from '#shared/sync/shape.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import type { Notice } from '../../ui/toasts.tsx'
import { copiedText } from '../commands/copied-text.ts'
import { clipOfSlice, isOneLine, pasteClip, pasteLine } from '../commands/paste-clip.ts'
import type { DraftSession } from './session.ts'

/** Characters of a clipboard that the window reads at once: a code of law, in about a second. */
const MOST = 800_000

/**
 * Pastes law as law: numbered lines become units where their kind may stand, tables tables. A line
 * within words, what goes into cells, and what is pasted with Shift stay words.
 */
export function draftPaste(session: DraftSession, notify: (notice: Notice) => void): Plugin {
  let withShift = false
  const noteShift = ({ shiftKey }: KeyboardEvent) => {
    withShift = shiftKey
    return false
  }
  return new Plugin({
    props: {
      // What others copied is read before the editor makes a page of it.
      handleDOMEvents: {
        keydown: (_, event) => noteShift(event),
        keyup: (_, event) => noteShift(event),
        paste(view, event) {
          const source = sourceOf(event)
          if (isTooLong(source)) {
            event.preventDefault()
            notify({ tone: 'problem', text: problem('edit/paste-too-long') })
            return true
          }
          const { state } = view
          if (withShift || isOurs(source.html) || isInTable(state) || session.readOnly !== null)
            return false
          const clip = readClip(source, actAttrs(state.doc))
          const tr = pasted(state, clip, source)
          if (tr) view.dispatch(tr)
          tellLeftOut(clip.problems, notify)
          event.preventDefault()
          return true
        },
      },
      transformPastedHTML: (html) => (isOurs(html) ? html : withoutStyles(html)),
      handlePaste(view, event, slice) {
        const { state } = view
        const isOther = withShift || isInTable(state) || !isOurs(sourceOf(event).html)
        const clip = isOther || session.readOnly !== null ? undefined : clipOfSlice(slice)
        const tr = clip && pasteClip(state, withKnownIds(clip, session))
        if (!tr) return false
        view.dispatch(tr)
        return true
      },
    },
  })
}

/** What a paste over the selection would do; `other`: it is not read as the law of others. */
export function pastedOver(
  state: EditorState,
  event: ClipboardEvent,
): Transaction | 'other' | undefined {
  const source = sourceOf(event)
  if (isTooLong(source) || isOurs(source.html) || isInTable(state)) return 'other'
  return pasted(state, readClip(source, actAttrs(state.doc)), source)
}

function pasted(
  state: EditorState,
  clip: Clip,
  { html, text }: ClipSource,
): Transaction | undefined {
  if (clip.lead.length + clip.units.length === 0) return undefined
  if (!isOneLine(clip) || opensUnit(state, clip)) return pasteClip(state, clip)
  // Words alone, and a number among words, stand as they were copied.
  const [marked] = html === '' ? [] : clip.lead
  const words = text || copiedText(profileOf(state.doc), Fragment.from(clip.units))
  return pasteLine(state, marked, words)
}

function tellLeftOut(problems: readonly Problem[], notify: (notice: Notice) => void): void {
  const [first, ...others] = problems
  if (!first) return
  notify({ tone: 'plain', text: problemAndMore(first, others.length) })
}

function sourceOf({ clipboardData }: ClipboardEvent): ClipSource {
  const get = (type: string) => clipboardData?.getData(type) ?? ''
  return { html: get('text/html'), text: get('text/plain') }
}

function isTooLong({ html, text }: ClipSource): boolean {
  return html.length + text.length > MOST
}

function isOurs(html: string): boolean {
  return html.includes('data-pm-slice')
}

/** Whether a numbered line comes where one may begin: behind the words of a block. */
function opensUnit({ selection }: EditorState, { units }: Clip): boolean {
  const { $head, empty } = selection
  return units.length > 0 && empty && $head.parentOffset === $head.parent.content.size
}

/** A unit that was cut out of this draft comes back as itself, any other as a new one. */
function withKnownIds(clip: Clip, { doc }: DraftSession): Clip {
  const known = unitMaps(doc)
  const own = (unit: Unit): Unit => {
    const { id } = unitAttrs(unit)
    const children = unit.children.map((child: Node) => (isUnit(child) ? own(child) : child))
    return unit.type.create({ ...unit.attrs, id: known.has(id) ? id : '' }, children)
  }
  return { ...clip, units: clip.units.map(own) }
}
