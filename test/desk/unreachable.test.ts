import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createDesk } from '#desk/desk.ts'
import { QUICK, until } from '../sync-server/peer.ts'
import { folder, open, person, server, share, stateOf } from './sharing.ts'

it('J140: a shared draft whose server cannot be asked opens all the same, and the fault is logged', async () => {
  const dir = folder()
  const aida = await person(dir)
  const document = await share(aida, await server())
  await until(async () => (await stateOf(aida, document)) === 'safe')
  await aida.desk.close()
  const faults: unknown[] = []
  const socket = () => {
    throw new Error('no such address')
  }
  const desk = await createDesk({
    dir,
    now: Date.now,
    newId: randomUUID,
    network: { ...QUICK, socket },
    log: (_, fault) => faults.push(fault),
  })
  await open({ window: desk.connect() }, document)
  await until(async () => faults.length > 0)
  expect(String(faults[0])).toContain('no such address')
  await desk.close()
})
