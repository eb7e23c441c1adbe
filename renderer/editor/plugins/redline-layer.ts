import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import type { BlockRedline, Redline, RowRedline, UnitRedline } from '#shared/diff/redline.ts'
import { isUnit, type UnitId, unitAttrs, unitId } from '#shared/schema/act.ts'
import type { ChangeKind } from '#shared/structure/change-kind.ts'
import { EVERY_MARK, type MarksChange } from '../../panels/changes/marked.ts'
import { layer } from './layer.ts'
import { deletedBlock, deletedUnit, deletedWords, type RedlineWords } from './redline-widgets.ts'

export const redlineLayer = layer('redline')

/**
 * The redline as marks over the draft's text: what is new is underlined where it stands, what is gone
 * is shown struck where it stood. Positions are those of the draft that the redline was made from.
 * Changes that are not to be marked leave the draft's text as it is.
 */
export function redlineMarks(
  redline: Redline,
  words: RedlineWords,
  isMarked: MarksChange = EVERY_MARK,
): readonly Decoration[] {
  const marks: Decoration[] = []
  markUnits(redline.units, 0)
  return marks

  function markUnits(units: readonly UnitRedline[], start: number): void {
    let at = start
    for (const unit of units) {
      if (unit.kind === 'deleted' || unit.kind === 'movedFrom') {
        if (isMarked(idOf(unit), GOING[unit.kind])) widget(at, deletedUnit(unit, words))
      } else if (unit.unitB) {
        markUnit(unit, unit.unitB, at)
        at += unit.unitB.nodeSize
      }
    }
  }

  function markUnit(unit: UnitRedline, unitB: Node, at: number): void {
    const { id } = unitAttrs(unitB)
    const attrs = unitMarks(unit, words, (kind) => isMarked(id, kind))
    if (attrs) {
      const name = JSON.stringify(attrs)
      marks.push(Decoration.node(at, at + unitB.nodeSize, attrs, { name }))
    }
    if (unit.kind === 'inserted') return
    const { heading, body } = unit
    const afterHeading = heading
      ? markBlocks([heading], at + 1, isMarked(id, 'heading') ? 'marked' : 'plain')
      : at + 1
    const isWorded = isMarked(id, 'words') || isMarked(id, 'formatting')
    const end = markBlocks(body, afterHeading, isWorded ? 'marked' : 'plain')
    const ownSize = unitB.children.reduce((sum, c) => (isUnit(c) ? sum : sum + c.nodeSize), 0)
    markUnits(unit.units, Math.max(end, at + 1 + ownSize))
  }

  function markBlocks(
    blocks: readonly BlockRedline[],
    start: number,
    as: 'marked' | 'plain' = 'marked',
  ): number {
    let at = start
    for (const block of blocks) {
      if (block.kind === 'deleted') {
        if (as === 'marked') widget(at, deletedBlock(block.blockA))
      } else {
        if (as === 'marked') markBlock(block, at)
        at += block.blockB.nodeSize
      }
    }
    return at
  }

  function markBlock(block: Exclude<BlockRedline, { kind: 'deleted' }>, at: number): void {
    switch (block.kind) {
      case 'kept':
        return
      case 'inserted':
        insertion(at + 1, at + block.blockB.nodeSize - 1)
        return
      case 'words': {
        let position = at + 1
        for (const { kind, content } of block.segments) {
          if (kind === 'deleted') widget(position, deletedWords(content))
          else {
            if (kind === 'inserted') insertion(position, position + content.size)
            position += content.size
          }
        }
        return
      }
      case 'table':
        markRows(block.rows, at + 1)
    }
  }

  function markRows(rows: readonly RowRedline[], start: number): void {
    let at = start
    for (const { kind, rowB, cells } of rows) {
      if (!rowB) continue
      if (kind === 'inserted') {
        const attrs = { class: 'redline-row-inserted' }
        marks.push(Decoration.node(at, at + rowB.nodeSize, attrs, { name: 'row' }))
      }
      if (kind === 'changed') {
        let cellAt = at + 1
        rowB.children.forEach((cell, index) => {
          markBlocks(cells[index] ?? [], cellAt + 1)
          cellAt += cell.nodeSize
        })
      }
      at += rowB.nodeSize
    }
  }

  function insertion(from: number, to: number): void {
    if (from >= to) return
    const attrs = { nodeName: 'ins', class: 'redline-inserted' }
    marks.push(Decoration.inline(from, to, attrs, { name: 'ins' }))
  }

  function widget(at: number, drawn: { readonly key: string; readonly draw: () => HTMLElement }) {
    const spec = { side: -1, key: drawn.key, name: drawn.key, ignoreSelection: true }
    marks.push(Decoration.widget(at, drawn.draw, spec))
  }
}

const GOING = { deleted: 'deleted', movedFrom: 'moved' } as const

function unitMarks(
  unit: UnitRedline,
  words: RedlineWords,
  isMarked: (kind: ChangeKind) => boolean,
): Record<string, string> | undefined {
  const isNumbered = unit.numA !== unit.numB && (isMarked('renumbered') || isMarked('kind'))
  const number = isNumbered ? { 'data-num-was': unit.numA ?? '' } : undefined
  switch (unit.kind) {
    case 'inserted':
      return isMarked('inserted')
        ? { class: 'redline-unit-inserted', role: 'insertion', 'data-redline': words.inserted }
        : undefined
    case 'movedTo':
      return isMarked('moved')
        ? { class: 'redline-unit-moved', 'data-redline': words.movedHere, ...number }
        : number
    case 'changed':
    case 'kept':
      return number
    case 'deleted':
    case 'movedFrom':
      return undefined
  }
}

function idOf({ unitA, unitB }: UnitRedline): UnitId {
  return unitId(String((unitB ?? unitA)?.attrs['id']))
}
