import type { Node } from 'prosemirror-model'
import { type Act, bodyOf, headingOf, type Unit, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import { printedNum } from '#shared/structure/label.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { type Profile, styleOf } from '#shared/tradition/tradition.ts'

/** A block of text as any program must see it: a paragraph's words, or the cells of a table. */
export type TextBlock =
  | string
  | { readonly rows: number; readonly cells: readonly (readonly TextBlock[])[] }

/**
 * What a document of the act must say, block for block, worked out from the act alone: no code of
 * shared/export takes part. Blocks without words are left out, as nothing prints them.
 */
export function expectedBlocks(act: Act): readonly TextBlock[] {
  const profile = profileOf(act)
  return unitsOf(act).flatMap((unit) => unitBlocks(profile, unit))
}

function unitBlocks(profile: Profile, unit: Unit): readonly TextBlock[] {
  const heading = headingOf(unit)
  const inline = styleOf(profile, unitAttrs(unit).kind)?.placement === 'inline'
  const out: TextBlock[] = []
  let num = printedNum(profile, unit) ?? ''
  const say = (words: string): void => {
    const line = num !== '' && words !== '' ? `${num} ${words}` : num + words
    if (line !== '') out.push(line)
    num = ''
  }
  if (heading || !inline) say(heading ? wordsOf(heading) : '')
  for (const block of bodyOf(unit)) {
    if (block.type.name !== 'table') {
      say(wordsOf(block))
      continue
    }
    say('')
    out.push(...tableBlock(block))
  }
  say('')
  return [...out, ...unitsOf(unit).flatMap((child) => unitBlocks(profile, child))]
}

function tableBlock(table: Node): readonly TextBlock[] {
  if (table.childCount === 0) return []
  const cells = table.children.flatMap((row) => row.children.map(cellBlocks))
  return [{ rows: table.childCount, cells: cells.filter((blocks) => blocks.length > 0) }]
}

function cellBlocks(cell: Node): readonly TextBlock[] {
  return cell.children.flatMap((block) => {
    if (block.type.name === 'table') return tableBlock(block)
    const words = wordsOf(block)
    return words === '' ? [] : [words]
  })
}

/**
 * Characters that XML cannot hold are U+FFFD in every export, halves of one that differ in look too; all
 * breaks of a line are one.
 */
function wordsOf(block: Node): string {
  const isUnknown = block.type.name === 'unknown'
  return isUnknown
    ? clean(String(block.attrs['source']))
    : block.children.map((node) => clean(node.text ?? leafWords(node))).join('')
}

/** The words of a footnote stand in double brackets where its mark does: every program knows that place. */
function leafWords(leaf: Node): string {
  return leaf.type.name === 'footnote' ? footnoteWords(String(leaf.attrs['text'])) : '\n'
}

/** Without figures and stars before them: the mark, which some programs count and others have as words. */
export function footnoteWords(words: string): string {
  return `⟦${words.trim().replace(/^(?:[\d*]+(?:\s+|$))+/, '')}⟧`
}

function clean(words: string): string {
  return words
    .replaceAll(/\r\n|[\r\v\f\u2028\u2029]/g, '\n')
    .replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
