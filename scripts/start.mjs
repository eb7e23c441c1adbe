import { spawn } from 'node:child_process'
import path from 'node:path'
import { electronBinary, whyNoElectron } from './electron.mjs'
import { root } from './node.mjs'
import { say } from './say.mjs'
import { setUpWindow } from './setup.mjs'

try {
  start(process.argv.slice(2).map((file) => path.resolve(process.env.INIT_CWD ?? '.', file)))
} catch (error) {
  say(`bapta: ${error.message}`)
  process.exitCode = 3
}

/** Opens the workbench, in Electron where that can be, and shows the files named. */
function start(files) {
  const node = setUpWindow()
  const reason = whyNoElectron(node)
  if (reason) say(`${reason}: Bapta opens in the browser instead.`)
  const child = reason
    ? spawn(node, [path.join(root, 'cli/main.ts'), 'serve', '--open', ...files], {
        stdio: 'inherit',
      })
    : spawn(electronBinary(), [root, ...files], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code ?? 0
  })
}
