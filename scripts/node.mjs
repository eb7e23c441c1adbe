import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { say } from './say.mjs'

export const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
)

const WANTED_MAJOR = 24

/** Where a Node stands that was fetched for this checkout. */
const OURS = path.join(root, '.node/node_modules/node/bin/node')

/**
 * The path of a Node that runs Bapta: this one if it is new enough, else one from the npm registry's
 * `node` package, fetched into `.node/` once.
 */
export function ensureNode() {
  const found = nodeAtHand()
  if (found) return found
  const { nodeVersion } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).config
  say(
    `Getting Node ${nodeVersion} from the npm registry (this machine has ${process.versions.node})`,
  )
  npm(process.execPath, [
    'install',
    '--prefix',
    path.join(root, '.node'),
    '--no-save',
    '--ignore-scripts=false',
    `node@${nodeVersion}`,
  ])
  if (!runs(OURS))
    throw new Error(
      `Node ${nodeVersion} was installed and does not run: remove .node/ and try again, or install Node ${WANTED_MAJOR}`,
    )
  return OURS
}

/** The path of a Node that is here and runs Bapta. */
export function nodeAtHand() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath
  return runs(OURS) ? OURS : undefined
}

/** Runs npm quietly under the given Node; its output is shown only when it fails. */
export function npm(node, args) {
  const environment = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
  }
  const script = process.env.npm_execpath
  const [command, first] = script?.endsWith('.js') ? [node, [script]] : ['npm', []]
  execFileSync(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function runs(node) {
  if (!existsSync(node)) return false
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).startsWith(`v${WANTED_MAJOR}.`)
  } catch {
    return false
  }
}
