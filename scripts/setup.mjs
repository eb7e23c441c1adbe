import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { alone } from './lock.mjs'
import { ensureNode, nodeAtHand, npm, root } from './node.mjs'
import { say } from './say.mjs'
import { digestOf, once } from './stamp.mjs'

/** What the built parts are made of. */
const SOURCES = [
  'electron',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'renderer',
  'shared',
  'store',
  'desk',
  'server',
]

/** Node and the packages: all that the command line needs. Gives the path of the Node to run with. */
export function setUp() {
  return whileAlone(() => {
    const node = ensureNode()
    ensurePackages(node)
    return node
  })
}

/** Node alone: all that help needs. Where one is at hand, no other set-up is waited for. */
function setUpNode() {
  return nodeAtHand() ?? whileAlone(ensureNode)
}

/** {@link setUp}, and the window built. */
export function setUpWindow() {
  const node = setUp()
  whileAlone(() => {
    once(path.join(root, 'out/.built'), digestOf(root, SOURCES), () => build(node))
  })
  return node
}

function whileAlone(work) {
  mkdirSync(path.join(root, 'out'), { recursive: true })
  return alone(path.join(root, 'out/.setup-lock'), work)
}

function ensurePackages(node) {
  const digest = digestOf(root, ['package.json', 'package-lock.json', '.npmrc'], process.arch)
  once(path.join(root, 'node_modules/.bapta'), digest, () => {
    say('Installing packages from the npm registry')
    // Not `npm ci`: it refuses a lock that leaves out a package of another platform.
    npm(node, ['install', '--no-save'])
  })
}

function build(node) {
  say('Building the window')
  const cli = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  try {
    execFileSync(node, [cli, 'build', '--logLevel', 'error'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    throw new Error(`The window does not build:\n${error.stdout}${error.stderr}`)
  }
}

function wanted(option) {
  if (option === '--window') return setUpWindow
  return option === '--node' ? setUpNode : setUp
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(wanted(process.argv[2])())
  } catch (error) {
    say(`bapta: ${error.message}`)
    process.exitCode = 3
  }
}
