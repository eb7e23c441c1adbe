import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { packageOf } from '#shared/export/package.ts'

it('X100: a package names each file by its hash, tells files of one name apart, and says what is missing', () => {
  const bytes = new TextEncoder().encode('Текст закона.')
  const law = { title: 'Закон', form: 'clean', format: 'txt' }
  const files = [
    { ...law, name: 'Закон.txt', bytes },
    { ...law, name: 'закон.txt', bytes },
    { ...law, name: 'manifest.json', bytes },
    { ...law, form: 'law', problem: 'The amending law could not be proved.' },
  ]
  const entries = unzipSync(packageOf(files, Date.UTC(2026, 10, 25)))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(Object.keys(entries).sort()).toEqual(
    ['manifest.json', 'Закон.txt', 'закон 2.txt', 'manifest 2.json'].sort(),
  )
  expect(strFromU8(entries['закон 2.txt'] ?? new Uint8Array())).toBe('Текст закона.')
  expect(JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()))).toEqual({
    files: [
      { ...law, name: 'Закон.txt', sha256 },
      { ...law, name: 'закон 2.txt', sha256 },
      { ...law, name: 'manifest 2.json', sha256 },
      { ...law, form: 'law', problem: 'The amending law could not be proved.' },
    ],
  })
})
