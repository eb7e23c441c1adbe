/**
 * Starts Postgres and Redis from Debian's packages in a folder of their own, without systemd, for the
 * tests of the sync server and for trying it by hand. Prints their addresses as one line of JSON; takes
 * `stop postgres`, `start postgres`, `stop redis`, `start redis` on standard input, and ends with it.
 */
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const dir = mkdtempSync(path.join(tmpdir(), 'bapta-services-'))
const owner = userOf()
if (owner) chownSync(dir, owner.uid, owner.gid)
const [postgresPort, redisPort] = [await freePort(), await freePort()]
const data = path.join(dir, 'postgres')

const SERVICES = {
  postgres: {
    start() {
      const options = `-p ${postgresPort} -k ${dir} -c listen_addresses=127.0.0.1`
      run(postgres('pg_ctl'), [
        '-D',
        data,
        '-o',
        options,
        '-l',
        path.join(dir, 'log'),
        '-w',
        'start',
      ])
    },
    stop: () => run(postgres('pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop']),
  },
  redis: {
    start() {
      const persistence = ['--save', '', '--appendonly', 'no', '--dir', dir]
      const place = ['--port', String(redisPort), '--bind', '127.0.0.1', '--daemonize', 'yes']
      run('/usr/bin/redis-server', [
        ...place,
        ...persistence,
        '--pidfile',
        path.join(dir, 'redis.pid'),
      ])
    },
    stop: () =>
      run('/usr/bin/redis-cli', ['-p', String(redisPort), 'shutdown', 'nosave', 'now', 'force']),
  },
}

const running = new Set()
run(postgres('initdb'), ['-D', data, '-U', 'bapta', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
try {
  for (const name of Object.keys(SERVICES)) order('start', name)
} catch (fault) {
  end()
  throw fault
}
print({
  postgres: `postgres://bapta@127.0.0.1:${postgresPort}/postgres`,
  redis: `redis://127.0.0.1:${redisPort}`,
})

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, name] = line.split(' ')
  if (!SERVICES[name]) continue
  order(verb, name)
  print({ done: line })
}
end()

function order(verb, name) {
  SERVICES[name][verb]()
  if (verb === 'start') running.add(name)
  else running.delete(name)
}

/** A service that outlived us would keep its port and folder. */
function end() {
  for (const name of running) SERVICES[name].stop()
  rmSync(dir, { recursive: true, force: true })
}

function print(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** Postgres refuses to run as root. */
function userOf() {
  if (process.getuid?.() !== 0) return undefined
  const asked = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: asked('-u'), gid: asked('-g') }
}

/** A program of the newest Postgres that Debian has installed. */
function postgres(program) {
  const root = '/usr/lib/postgresql'
  const [version] = existsSync(root)
    ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a))
    : []
  if (!version) throw new Error('Postgres is not here: as root, run apt-get install postgresql')
  return path.join(root, version, 'bin', program)
}

function run(program, args) {
  const { status, stderr, error } = spawnSync(program, args, {
    ...owner,
    cwd: dir,
    encoding: 'utf8',
    // A server that keeps our pipe open would keep us waiting for its end.
    stdio: ['ignore', 'ignore', program.endsWith('pg_ctl') ? 'ignore' : 'pipe'],
  })
  if (status !== 0)
    throw new Error(`${program} ${args.at(-1)}: ${error?.message ?? stderr ?? status}`)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
