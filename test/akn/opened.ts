import { present } from '#shared/base/assert.ts'
import { type OpenedAct, openFile } from '#shared/open/open.ts'

/** The act of a file of Akoma Ntoso, which must open. */
export function openedAkn(text: string): OpenedAct {
  let last = 0
  const file = { name: 'act.xml', bytes: new TextEncoder().encode(text) }
  const read = openFile(file, { newId: () => `r${last++}` })
  if (!read.ok) throw new Error(read.problem.message)
  return present(read.value.acts[0], 'an act')
}
