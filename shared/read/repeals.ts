import type { ReadingWords } from '../tradition/reading.ts'
import { type DraftUnit, hasWords } from './draft-unit.ts'

/** Marks as repealed the units of which only the number, a heading and a note that says so are left. */
export function markRepeals(units: readonly DraftUnit[], words: ReadingWords): void {
  for (const unit of units) {
    const gone = unit.units.length === 0 && !hasWords(unit) && unit.printed !== ''
    const said = unit.body.some(
      (block) => block.type === 'note' && words.repealNote.test(block.text),
    )
    if (gone && said) unit.state = 'repealed'
    markRepeals(unit.units, words)
  }
}
