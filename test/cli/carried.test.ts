import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeCarried } from '#shared/carried/write.ts'
import { proposedChanges } from '#shared/sync/proposed-changes.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { redline } from '../../cli/redline.ts'
import { text } from '../../cli/text.ts'
import { act, art, para } from '../builders/act.ts'

it('L24: reads a carried draft as its draft, and alone as a redline against its law in force', async () => {
  const base = act(art('1', 'Первая', para('1', 'Один.')))
  const draft = act(art('1', 'Первая', para('1', 'Один и ещё.')))
  const seed = seedDraft(base)
  const state = Y.mergeUpdates([seed, proposedChanges(seed, base, draft) ?? seed])
  const head = {
    document: String(base.attrs['id']),
    title: 'Закон',
    language: 'ru',
    tradition: 'kz',
    profile: 'constitution',
    exchange: 'x',
    person: { id: 'p', name: '' },
    at: Date.UTC(2026, 0, 1),
  } as const
  const parts = {
    base: new TextEncoder().encode(JSON.stringify(base.toJSON())),
    parts: { text: state },
  }
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-'))
  try {
    const file = path.join(dir, 'law.bapta')
    writeFileSync(file, await writeCarried(head, parts, async () => ({})))
    const printed: string[] = []
    const io = { print: (words: string) => void printed.push(words), tell: () => {} }
    expect(await text.run([file], io)).toBe(0)
    expect(printed.join('')).toContain('Один и ещё.')
    const out = path.join(dir, 'out.html')
    expect(await redline.run([file, '--out', out], io)).toBe(0)
    expect(readFileSync(out, 'utf8')).toMatch(/<ins>.* и ещё/)
  } finally {
    rmSync(dir, { recursive: true })
  }
})
