import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createDesk } from '#desk/desk.ts'
import { startBrowserHost } from '#server/browser-host.ts'

/** A desk and its browser host in a process of their own, so that a test can kill both at once. */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '' }, port: { type: 'string', default: '0' } },
})
const desk = await createDesk({ dir: values.data, now: Date.now, newId: randomUUID })
const host = await startBrowserHost({
  desk,
  rendererDir: path.resolve(import.meta.dirname, '../../out/renderer'),
  port: Number(values.port),
})
process.on('message', async () => {
  await host.close()
  await desk.close()
  process.exit(0)
})
process.on('disconnect', () => process.exit(0))
process.send?.({ url: host.url })
