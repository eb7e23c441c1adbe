import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { json } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { present } from '#shared/base/assert.ts'
import { readInvitation } from '#shared/sync/invitation.ts'
import { tempFolder } from '../builders/library.ts'

const MAIN = path.resolve(import.meta.dirname, '../../cli/main.ts')
const { dir, remove } = tempFolder()
afterAll(remove)

function bapta(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [MAIN, 'sync', ...args, '--data', dir],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

async function serve(lines: number) {
  const child: ChildProcess = spawn(
    process.execPath,
    [MAIN, 'sync', '--data', dir, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const printed: string[] = []
  for await (const line of createInterface({ input: present(child.stdout, 'stdout') })) {
    printed.push(line)
    if (printed.length === lines) break
  }
  return {
    printed,
    async stop() {
      child.kill('SIGTERM')
      return (await once(child, 'exit'))[0]
    },
  }
}

it('G34: the sync server prints its address and, once, the owner’s invitation', async () => {
  const first = await serve(2)
  const [address = '', link = ''] = first.printed
  const { token } = present(readInvitation(link), 'link')
  const me = (held: string) => ask(`${address}/me`, held)
  expect(await me(token)).toMatchObject({ role: 'owner', document: '*' })

  const invited = bapta('invite', '--name', 'Dana', '--role', 'reviewer', '--document', 'law')
  const dana = present(readInvitation(invited.stdout), 'invitation')
  expect(dana.address).toBe(address)
  expect(await me(dana.token)).toMatchObject({ name: 'Dana', role: 'reviewer', document: 'law' })
  const id = present(/revoke (\S+)”/.exec(invited.stderr), 'id')[1] ?? ''
  expect(bapta('members').stdout).toContain(`${id}\tDana\treviewer\tlaw\tuntil`)
  expect(bapta('revoke', id).status).toBe(0)
  expect(await me(dana.token)).toMatchObject({ code: 'sync/revoked' })

  expect(bapta('--port', '0').stderr).toContain('Another sync server uses')
  expect(await first.stop()).toBe(0)
  const again = await serve(1)
  expect(again.printed).toHaveLength(1)
  expect(await again.stop()).toBe(0)
})

it('G34: what is asked wrongly is told', () => {
  expect(bapta('invite').stderr).toContain('--name says who is invited')
  expect(bapta('invite', '--name', 'A', '--role', 'king').stderr).toContain(
    '--role is one of owner',
  )
  expect(bapta('revoke', 'nobody')).toMatchObject({ status: 3 })
  expect(bapta('dance')).toMatchObject({ status: 2 })
})

/** On a connection of its own: commands keep this thread so long that the server closes an idle one. */
async function ask(url: string, held: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${held}` }
  const [answer] = await once(get(url, { headers, agent: false }), 'response')
  return json(answer)
}
