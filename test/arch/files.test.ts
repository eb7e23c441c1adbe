import { describe, expect, it } from 'vitest'
import { CODE_FOLDERS, sources } from './sources.ts'

const files = sources(...CODE_FOLDERS)
/** One idea a file: at this many lines there are two. */
const MAX_LINES = 400
/** A test file may hold a rule group's whole table. */
const MAX_TEST_LINES = 600

describe('files', () => {
  it('are seen', () => {
    expect(files.length).toBeGreaterThan(120)
  })

  it('stay short', () => {
    const long = files.filter(({ file, text }) => {
      const limit = file.startsWith('test/') ? MAX_TEST_LINES : MAX_LINES
      return text.split('\n').length > limit
    })
    expect(long.map(({ file }) => file)).toEqual([])
  })

  it('skip no test and leave none alone', () => {
    const marked = files.filter(
      ({ file, text }) =>
        file.startsWith('test/') &&
        !file.startsWith('test/arch/') &&
        /\b(?:it|test|describe)\.(?:skip|only|todo)\b/.test(text),
    )
    expect(marked.map(({ file }) => file)).toEqual([])
  })

  it('hold no SQL outside store/', () => {
    const sql =
      /\b(?:INSERT INTO|SELECT\s+[\w*,\s]+\s+FROM|CREATE TABLE|UPDATE \w+ SET|DELETE FROM)\b/
    const found = files.filter(
      ({ file, text }) => !/^(?:store|test|bench)\//.test(file) && sql.test(text),
    )
    expect(found.map(({ file }) => file)).toEqual([])
  })
})
