import { type AknText, checked } from '../akn-export.ts'

process.once('message', (documents: readonly AknText[]) => {
  process.send?.(documents.map(checked))
})
// Nobody waits any more.
process.once('disconnect', () => process.exit())
