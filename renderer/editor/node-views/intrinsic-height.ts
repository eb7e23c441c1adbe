import { isUnit, type Unit } from '#shared/schema/act.ts'

/** Characters of a line of law at the measure of the page (styles/tokens.css), on average. */
const LINE = 68
/** Pixels of a line and of the space after a block, at the page's type size. */
const LINE_HEIGHT = 26.5
const BLOCK_SPACE = 8

/**
 * A guess, in pixels, of how tall an article is before the browser has laid it out: close enough
 * for the scroll bar to stand still and for jumps to land near.
 */
export function intrinsicHeight(unit: Unit): number {
  let height = 0
  for (const child of unit.children) {
    height += isUnit(child)
      ? intrinsicHeight(child)
      : Math.max(1, Math.ceil(child.content.size / LINE)) * LINE_HEIGHT + BLOCK_SPACE
  }
  return Math.round(height + BLOCK_SPACE)
}
