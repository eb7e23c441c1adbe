import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './say.mjs'

/** What the tests call, by the file that shows it is there, and the Debian package that brings it. */
const TOOLS = [
  ['/usr/bin/chromium', 'chromium'],
  ['/usr/bin/pandoc', 'pandoc'],
  ['/usr/bin/soffice', 'libreoffice-writer-nogui'],
  ['/usr/lib/python3/dist-packages/uno.py', 'python3-uno'],
  ['/usr/bin/xmllint', 'libxml2-utils'],
  ['/usr/bin/pdftotext', 'poppler-utils'],
  ['/usr/bin/pg_ctlcluster', 'postgresql'],
  ['/usr/bin/redis-server', 'redis-server'],
]

/** Installs the Debian packages that the tests need, as root; otherwise says the command that does. */
export function ensureTestTools() {
  const missing = TOOLS.filter(([file]) => !existsSync(file)).map(([, name]) => name)
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`The tests need ${missing.join(', ')}: as root, run ${command}`)
  say(`Installing Debian packages for the tests: ${missing.join(', ')}`)
  aptGet(['update'])
  aptGet(['install', '-y', '--no-install-recommends', ...missing])
}

function aptGet(args) {
  try {
    execFileSync('apt-get', ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    throw new Error(`apt-get ${args[0]} failed: ${String(error.stderr).trim()}`)
  }
}
