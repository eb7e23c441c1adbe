import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { root, sources } from './sources.ts'

it('J139: no module of the desk or of a thread waits while it loads', () => {
  const threads = sources('desk', 'server').filter(({ file }) => file.endsWith('-worker.ts'))
  expect(threads.length).toBeGreaterThanOrEqual(3)
  const files = ['desk/desk.ts', ...threads.map(({ file }) => file)]
  expect(waiting([...files, 'desk/akn-validator.ts'])).toEqual(['desk/akn-validator.ts'])
})

/** The files that cannot be required since they, or what they load, wait: refused before any of it runs. */
function waiting(files: readonly string[]): readonly string[] {
  const code = `
    const isWaiting = (file) => {
      try { require(${JSON.stringify(root)} + '/' + file) } catch ({ code }) { return code === 'ERR_REQUIRE_ASYNC_MODULE' }
      return false
    }
    console.log(JSON.stringify(${JSON.stringify(files)}.filter(isWaiting)))`
  const { stdout } = spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' })
  return JSON.parse(stdout)
}
