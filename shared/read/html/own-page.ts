import type { Node } from 'prosemirror-model'
import {
  type Act,
  isLanguage,
  makeAct,
  makeUnit,
  type NewUnit,
  type Unit,
  unitId,
} from '../../schema/act.ts'
import { isUnitKind, isUnitState } from '../../schema/kind.ts'
import { schema } from '../../schema/schema.ts'
import { printedNum } from '../../structure/label.ts'
import { profileFor } from '../../tradition/profiles.ts'
import type { Profile } from '../../tradition/tradition.ts'
import type { ProfileChoice } from '../detect.ts'
import { attr, type Element, elementsIn, findElement, hasAttr, type Page } from './dom.ts'
import { type PageNotes, pageNotes } from './page-notes.ts'
import { cellBlocks } from './walk.ts'

/** The act on a page that Bapta wrote, its units as the page states them; `undefined` for other pages. */
export function ownPage(
  page: Page,
  newId: () => string,
): { act: Act; profile: ProfileChoice } | undefined {
  const main = findElement(page, (one) => one.tagName === 'main' && hasAttr(one, 'data-tradition'))
  const root = findElement(page, ({ tagName }) => tagName === 'html')
  const language = root ? attr(root, 'lang') : ''
  if (!main || !isLanguage(language)) return undefined
  const profile = {
    tradition: attr(main, 'data-tradition'),
    profile: attr(main, 'data-profile'),
    language,
  }
  const id = newId()
  const printing = profileFor(profile)
  const notes = pageNotes(page)
  const units = unitsIn(main).map((section) => unitOf(section, { profile: printing, newId, notes }))
  return { act: makeAct({ id, ...profile }, units), profile }
}

function unitsIn(parent: Element): readonly Element[] {
  return elementsIn(parent).filter(
    (one) => one.tagName === 'section' && isUnitKind(attr(one, 'data-kind')),
  )
}

interface Stating {
  readonly profile: Profile
  readonly newId: () => string
  readonly notes: PageNotes
}

function unitOf(section: Element, stating: Stating): Unit {
  const { profile, newId, notes } = stating
  const attrs = attrsOf(section, newId())
  const num = printedNum(profile, makeUnit(attrs)) ?? ''
  const blocks = elementsIn(section).filter(
    (one) => one.tagName !== 'section' && !notes.isNote(one),
  )
  let heading: Node | undefined
  const body: Node[] = []
  for (const [i, block] of blocks.entries()) {
    const isHeading = /^h[1-6]$/u.test(block.tagName)
    for (const [k, node] of cellBlocks(block, notes).entries()) {
      const own = i === 0 && k === 0 && num !== '' ? withoutNumber(node, num) : node
      if (own.isTextblock && own.content.size === 0) continue
      if (isHeading) heading = own
      else body.push(own)
    }
  }
  const units = unitsIn(section).map((child) => unitOf(child, stating))
  return makeUnit(attrs, { heading: heading?.content, body, units })
}

function attrsOf(section: Element, id: string): NewUnit {
  const kind = attr(section, 'data-kind')
  const state = attr(section, 'data-state')
  return {
    id: unitId(id),
    kind: isUnitKind(kind) ? kind : 'paragraph',
    label: hasAttr(section, 'data-label') ? attr(section, 'data-label') : null,
    num: hasAttr(section, 'data-num') ? attr(section, 'data-num') : null,
    state: isUnitState(state) ? state : 'inForce',
  }
}

/** The words of a paragraph behind the number that the page prints before them. */
function withoutNumber(node: Node, num: string): Node {
  if (node.type === schema.nodes.table || !node.textContent.startsWith(num)) return node
  const rest = node.textContent.slice(num.length)
  return node.cut(num.length + (rest.startsWith(' ') ? 1 : 0))
}
