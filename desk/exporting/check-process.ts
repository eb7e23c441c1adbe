import { checked } from '../akn-export.ts'
import type { AknText } from '../akn-text.ts'

process.once('message', (documents: readonly AknText[]) => {
  process.send?.(documents.map(checked))
})
// Nobody waits any more.
process.once('disconnect', () => process.exit())
