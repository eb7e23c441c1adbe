import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../../renderer/messages/en.ts'
import { kk } from '../../../renderer/messages/kk.ts'
import { translator } from '../../../renderer/messages/messages.tsx'
import { ru } from '../../../renderer/messages/ru.ts'

const catalogues = { en, ru, kk }
const renderer = path.join(import.meta.dirname, '../../../renderer')

describe('messages', () => {
  it('U3: every catalogue has every message, and words in it', () => {
    const keys = Object.keys(en).sort()
    expect(keys.length).toBeGreaterThan(150)
    for (const catalogue of Object.values(catalogues)) {
      expect(Object.keys(catalogue).sort()).toEqual(keys)
      expect(Object.values(catalogue).filter((words) => words.trim() === '')).toEqual([])
    }
  })

  it('U3: a message takes the same values in every language', () => {
    for (const [key, words] of Object.entries(en)) {
      for (const catalogue of [ru, kk]) {
        const other = Object.entries(catalogue).find(([known]) => known === key)?.[1] ?? ''
        expect(valuesOf(other), key).toEqual(valuesOf(words))
      }
    }
  })

  it('U3: counts how often something was done', () => {
    const words = [1, 2, 5, 21].map((count) => translator('ru')('history.times', { count }))
    expect(words).toEqual(['(1 раз)', '(2 раза)', '(5 раз)', '(21 раз)'])
  })

  it('U3: plurals have every form that Russian counts in', () => {
    for (const [key, words] of Object.entries(ru)) {
      if (!words.includes(', plural,')) continue
      for (const form of ['one {', 'few {', 'many {', 'other {']) expect(words, key).toContain(form)
    }
  })

  it('U3: every message is used, and every key that is used exists', () => {
    const source = sources()
      .map(({ text }) => text)
      .join('\n')
    const built = [
      'changes.sort.',
      'change.',
      'check.',
      'clash.',
      'comments.',
      'deed.',
      'export.comments.',
      'export.pdf.',
      'finding.',
      'graphOrder.',
      'history.',
      'inForce.',
      'law.as.',
      'language.',
      'library.column.',
      'menu.',
      'merge.',
      'outcome.',
      'proof.',
      'reference.',
      'role.',
      'server.',
      'severity.',
      'share.about.',
      'share.at.',
      'side.',
      'suggest.',
      'table.',
      'theme.',
    ]
    const unused = Object.keys(en).filter(
      (key) => !source.includes(`'${key}'`) && !built.some((prefix) => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })

  it('U4: no words stand bare in what is drawn', () => {
    const drawn = sources().filter(({ file }) => file.endsWith('.tsx'))
    expect(drawn.length).toBeGreaterThan(15)
    for (const { file, text } of drawn) {
      expect([...bareWords(text)], file).toEqual([])
    }
  })

  it('U4: the search for bare words finds them', () => {
    expect([...bareWords('<p>Hello there</p>')]).toEqual(['Hello there'])
    expect([...bareWords('<input placeholder="Find it" />')]).toEqual(['Find it'])
    expect([...bareWords('<p>{t(key)}</p>')]).toEqual([])
  })
})

function valuesOf(words: string): readonly string[] {
  return [...new Set([...words.matchAll(/\{(\w+)(?:,|\})/g)].map((match) => match[1] ?? ''))].sort()
}

/** Text between a tag and the next, and words given to attributes that people read. */
function* bareWords(text: string): Generator<string> {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  for (const match of code.matchAll(/>\s*([\p{L}][\p{L}\s,.!?’'-]*[\p{L}.!?])\s*<\//gu)) {
    yield match[1] ?? ''
  }
  const attribute = /\b(?:aria-label|placeholder|title|label)="([^"]*\p{L}{2}[^"]*)"/gu
  for (const match of code.matchAll(attribute)) yield match[1] ?? ''
}

function sources(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('messages/'))
    .map((file) => ({ file, text: readFileSync(path.join(renderer, file), 'utf8') }))
}
