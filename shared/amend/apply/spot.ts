import { problem, type Saying } from '../../base/problem.ts'
import { type Act, isUnit } from '../../schema/act.ts'
import { schema } from '../../schema/schema.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { Address, Spot } from '../address.ts'
import { sentencesIn } from '../sentences.ts'
import { absence } from '../wording/place.ts'
import { tongueOf } from '../wording/tongue.ts'
import { type TextBlock, textBlocks } from './block-words.ts'
import { candidateAt, type Refused, refused } from './done.ts'
import { locate, type Place } from './locate.ts'
import { nodeAt } from './tree.ts'

export interface Found {
  readonly ok: true
  readonly place: Place
  readonly doubt: Saying | undefined
}

/** The one unit that an address names, or why there is none. */
export function unitFor(act: Act, address: Address): Found | Refused {
  const located = locate(act, address, profileOf(act))
  const [place, ...more] = located.places
  if (place && more.length === 0) return { ok: true, place, doubt: located.doubt }
  if (place) {
    const candidates = located.places.map(({ path }) => candidateAt(act, path))
    return refused(
      'ambiguous',
      problem('amend/several-units', { count: located.places.length }),
      candidates,
    )
  }
  const near = located.near.slice(0, 1).map(({ path }) => candidateAt(act, path))
  const units = located.near.map(({ path }) => candidateAt(act, path).unit ?? undefined)
  return refused('not-found', noPlace(act, address.slice(0, located.reached + 1)), near, units)
}

/** The last step of the address leads nowhere: «в статье 5 нет пункта 3». */
function noPlace(act: Act, address: Address): Saying {
  return address.length === 0
    ? problem('amend/no-such-unit')
    : problem('amend/no-place', { said: absence(tongueOf(profileOf(act)), address) })
}

export function noSentence(n: number | 'last'): Saying {
  return n === 'last' ? problem('amend/no-sentence:last') : problem('amend/no-sentence', { n })
}

/** A run of a block's words that an instruction may change. */
export interface Stretch {
  readonly block: TextBlock
  readonly start: number
  readonly end: number
}

export interface Stretches {
  readonly ok: true
  readonly place: Place
  readonly stretches: readonly Stretch[]
  /** Words beside those meant, as a heading: changed only with a doubt. */
  readonly beside: readonly Stretch[]
  readonly doubt: Saying | undefined
}

/** The words that a spot names. */
export function stretchesFor(act: Act, { unit: address, part }: Spot): Stretches | Refused {
  const found = unitFor(act, address)
  if (!found.ok) return found
  const { place, doubt } = found
  const unit = nodeAt(act, place.path)
  if (!unit) return refused('not-found', problem('amend/no-such-unit'))
  const whole = (block: TextBlock): Stretch => ({ block, start: 0, end: block.text.length })
  const own = place.own || part !== undefined
  const blocks = textBlocks(unit, place.path, own ? 'own' : 'deep')
  const headings = blocks.filter(({ isHeading }) => isHeading).map(whole)
  const body = blocks.filter(({ isHeading }) => !isHeading).map(whole)
  if (part === undefined)
    return address.length === 0
      ? { ok: true, place, stretches: blocks.map(whole), beside: [], doubt }
      : { ok: true, place, stretches: body, beside: headings, doubt }
  switch (part.kind) {
    case 'heading': {
      const heading = address.length === 0 ? titleBlock(act) : headings.slice(0, 1)
      if (heading.length === 0)
        return refused('not-found', problem('amend/no-heading'), [candidateAt(act, place.path)])
      return { ok: true, place, stretches: heading, beside: [], doubt }
    }
    case 'sentence': {
      const sentence = sentenceOf(body, part.n)
      if (!sentence) return refused('not-found', noSentence(part.n), [candidateAt(act, place.path)])
      return { ok: true, place, stretches: [sentence], beside: [], doubt }
    }
    case 'cell': {
      const cells = cellBlocks(act, place, part.table, part.row, part.column)
      if (!cells)
        return refused('not-found', problem('amend/no-cell'), [candidateAt(act, place.path)])
      return { ok: true, place, stretches: cells.map(whole), beside: [], doubt }
    }
  }
}

function titleBlock(act: Act): readonly Stretch[] {
  const index = act.children.findIndex(
    (child) => isUnit(child) && child.attrs['kind'] === 'preface',
  )
  const preface = act.maybeChild(index)
  if (!preface) return []
  const [first] = textBlocks(preface, [index], 'own').filter(({ isHeading }) => isHeading)
  return first ? [{ block: first, start: 0, end: first.text.length }] : []
}

/** The n-th sentence of the unit's own words, through all its paragraphs. */
export function sentenceOf(body: readonly Stretch[], n: number | 'last'): Stretch | undefined {
  const sentences = body.flatMap(({ block }) =>
    sentencesIn(block.text).map(({ start, end }): Stretch => ({ block, start, end })),
  )
  return n === 'last' ? sentences.at(-1) : sentences[n - 1]
}

function cellBlocks(
  act: Act,
  place: Place,
  table: number,
  row: { readonly ordinal: number } | { readonly opens: string },
  column: number,
): readonly TextBlock[] | undefined {
  const unit = nodeAt(act, place.path)
  if (!unit) return undefined
  const tables = unit.children.flatMap((node, i) => (node.type === schema.nodes.table ? [i] : []))
  const at = tables[table - 1]
  const node = at === undefined ? undefined : unit.child(at)
  if (at === undefined || !node) return undefined
  const index = rowIndex(node, row)
  const cell = index === undefined ? undefined : node.child(index).maybeChild(column - 1)
  return cell && index !== undefined
    ? textBlocks(cell, [...place.path, at, index, column - 1], 'own')
    : undefined
}

/** The row that a name names, if it is one. */
export function rowIndex(
  table: import('prosemirror-model').Node,
  row: { readonly ordinal: number } | { readonly opens: string },
): number | undefined {
  if ('ordinal' in row)
    return row.ordinal >= 1 && row.ordinal <= table.childCount ? row.ordinal - 1 : undefined
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const wanted = plain(row.opens)
  const rows = table.children.map((one) => plain(one.firstChild?.textContent ?? ''))
  const exact = rows.flatMap((text, i) => (text === wanted ? [i] : []))
  if (exact.length === 1) return exact[0]
  const opening = rows.flatMap((text, i) =>
    text !== '' && (text.startsWith(wanted) || wanted.startsWith(text)) ? [i] : [],
  )
  return exact.length === 0 && opening.length === 1 ? opening[0] : undefined
}
