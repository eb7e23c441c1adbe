import type { Fragment, Node } from 'prosemirror-model'
import { isUnit } from '#shared/schema/act.ts'
import { footnotesIn } from '#shared/schema/footnote.ts'
import { blockText } from '#shared/structure/canonical-text.ts'
import { printedNum } from '#shared/structure/label.ts'
import type { Profile } from '#shared/tradition/tradition.ts'

/** What is copied, as plain text with the numbers of whole units before their words. */
export function copiedText(profile: Profile, content: Fragment): string {
  return content.content.flatMap((node) => lines(profile, node)).join('\n')
}

function lines(profile: Profile, node: Node): readonly string[] {
  if (!isUnit(node)) {
    if (node.isTextblock) return [blockText(node), ...noteLines(node)]
    return node.isText ? [node.text ?? ''] : node.children.flatMap((child) => lines(profile, child))
  }
  const num = printedNum(profile, node)
  const inside = node.children.flatMap((child) => lines(profile, child))
  if (num === undefined) return inside
  const [first, ...rest] = inside
  return node.firstChild && !isUnit(node.firstChild)
    ? [`${num} ${first ?? ''}`.trimEnd(), ...rest]
    : [num, ...inside]
}

function noteLines(block: Node): readonly string[] {
  return footnotesIn(block).map(({ marker, text }) =>
    marker === null ? text : `${marker} ${text}`,
  )
}
