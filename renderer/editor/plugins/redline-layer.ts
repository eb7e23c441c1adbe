import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import type { BlockRedline, Redline, RowRedline, UnitRedline } from '#shared/diff/redline.ts'
import { isUnit } from '#shared/schema/act.ts'
import { layer } from './layer.ts'
import { deletedBlock, deletedUnit, deletedWords, type RedlineWords } from './redline-widgets.ts'

export const redlineLayer = layer('redline')

/**
 * The redline as marks over the draft's text: what is new is underlined where it stands, what is gone
 * is shown struck where it stood. Positions are those of the draft that the redline was made from.
 */
export function redlineMarks(redline: Redline, words: RedlineWords): readonly Decoration[] {
  const marks: Decoration[] = []
  markUnits(redline.units, 0)
  return marks

  function markUnits(units: readonly UnitRedline[], start: number): void {
    let at = start
    for (const unit of units) {
      if (unit.kind === 'deleted' || unit.kind === 'movedFrom') widget(at, deletedUnit(unit, words))
      else if (unit.unitB) {
        markUnit(unit, unit.unitB, at)
        at += unit.unitB.nodeSize
      }
    }
  }

  function markUnit(unit: UnitRedline, unitB: Node, at: number): void {
    const attrs = unitMarks(unit, words)
    if (attrs) {
      const name = JSON.stringify(attrs)
      marks.push(Decoration.node(at, at + unitB.nodeSize, attrs, { name }))
    }
    if (unit.kind === 'inserted') return
    const blocks = unit.heading ? [unit.heading, ...unit.body] : unit.body
    const end = markBlocks(blocks, at + 1)
    const ownSize = unitB.children.reduce((sum, c) => (isUnit(c) ? sum : sum + c.nodeSize), 0)
    markUnits(unit.units, Math.max(end, at + 1 + ownSize))
  }

  function markBlocks(blocks: readonly BlockRedline[], start: number): number {
    let at = start
    for (const block of blocks) {
      if (block.kind === 'deleted') widget(at, deletedBlock(block.blockA))
      else {
        markBlock(block, at)
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

function unitMarks(unit: UnitRedline, words: RedlineWords): Record<string, string> | undefined {
  switch (unit.kind) {
    case 'inserted':
      return { class: 'redline-unit-inserted', role: 'insertion', 'data-redline': words.inserted }
    case 'movedTo':
      return { class: 'redline-unit-moved', 'data-redline': words.movedHere, ...renumbered(unit) }
    case 'changed':
    case 'kept':
      return unit.numA === unit.numB ? undefined : renumbered(unit)
    case 'deleted':
    case 'movedFrom':
      return undefined
  }
}

function renumbered({ numA, numB }: UnitRedline): Record<string, string> {
  return numA === numB ? {} : { 'data-num-was': numA ?? '' }
}
