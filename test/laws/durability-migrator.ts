import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { openLibrary } from '../builders/library.ts'

/** Once told to, opens the library at the folder, which brings it to the newest version, until it is killed. */
const [dir = ''] = process.argv.slice(2)
flushCompileCache()
process.stdout.write('ready\n')
await once(process.stdin, 'data')
openLibrary(dir, Date.now)
process.stdout.write('opened\n')
await once(process.stdin, 'end')
