import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { ignoreKey } from '#shared/citation/ignored.ts'
import { unitId } from '#shared/schema/act.ts'
import { setCheck } from '#shared/sync/checks.ts'
import { proposedChanges } from '#shared/sync/proposed-changes.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { redline } from '../../cli/redline.ts'
import { refs } from '../../cli/refs.ts'
import { text } from '../../cli/text.ts'
import { act, art, para } from '../builders/act.ts'
import { carriedFile } from '../builders/carried-file.ts'

it('L24: reads a carried draft as its draft, with what was said of its citations, and alone as a redline against its law in force', async () => {
  const base = act(art('1', 'Первая', para('1', 'Один.')))
  const draft = act(art('1', 'Первая', para('1', 'Один и ещё, смотри статью 1.')))
  const seed = seedDraft(base)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.mergeUpdates([seed, proposedChanges(seed, base, draft) ?? seed]))
  const asked = { act: null, targets: ['article-2'], words: 'статью 1', proposal: null } as const
  const key = ignoreKey({ from: unitId('article-1/paragraph-1'), text: 'статью 1' })
  setCheck(doc, key, { ...asked, reason: 'unnamed' })
  const state = Y.encodeStateAsUpdate(doc)
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-'))
  try {
    const file = path.join(dir, 'law.bapta')
    writeFileSync(file, await carriedFile(base, { text: state }))
    const printed: string[] = []
    const io = { print: (words: string) => void printed.push(words), tell: () => {} }
    expect(await text.run([file], io)).toBe(0)
    expect(printed.join('')).toContain('Один и ещё, смотри статью 1.')
    expect(await refs.run([file], io)).toBe(0)
    expect(printed.at(-1)).toMatch(/check {2}статью 1 /u)
    const out = path.join(dir, 'out.html')
    expect(await redline.run([file, '--out', out], io)).toBe(0)
    expect(readFileSync(out, 'utf8')).toMatch(/<ins>.* и ещё/)
  } finally {
    rmSync(dir, { recursive: true })
  }
})
