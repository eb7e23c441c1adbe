import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../renderer/workbench/commands.ts'
import { chordWords, isChord, type KeyPress } from '../../../renderer/workbench/keys.ts'

const press = (part: Partial<KeyPress>): KeyPress => ({
  code: '',
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...part,
})

describe('keys', () => {
  it('U5: a chord is the same under a Latin and a Cyrillic layout', () => {
    const latin = press({ code: 'KeyK', key: 'k', ctrlKey: true })
    const cyrillic = press({ code: 'KeyK', key: 'л', ctrlKey: true })
    expect(isChord('Mod-k', latin, 'other')).toBe(true)
    expect(isChord('Mod-k', cyrillic, 'other')).toBe(true)
  })

  it('U5: a chord wants its modifiers and no others', () => {
    const shifted = press({ code: 'KeyK', key: 'K', ctrlKey: true, shiftKey: true })
    expect(isChord('Mod-k', shifted, 'other')).toBe(false)
    expect(isChord('Mod-Shift-k', shifted, 'other')).toBe(true)
    expect(isChord('Mod-k', press({ code: 'KeyK', key: 'k', metaKey: true }), 'other')).toBe(false)
    expect(isChord('Mod-k', press({ code: 'KeyK', key: 'k', metaKey: true }), 'mac')).toBe(true)
  })

  it('U5: every command has its own id, and no two share a chord', () => {
    const ids = COMMANDS.map(({ id }) => id)
    const chords = COMMANDS.flatMap(({ keys }) => keys ?? [])
    expect(ids.length).toBeGreaterThan(20)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(chords).size).toBe(chords.length)
  })

  it('U5: chords print as the machine prints them', () => {
    expect(chordWords('Mod-Shift-a', 'other')).toBe('Ctrl+Shift+A')
    expect(chordWords('Mod-Shift-a', 'mac')).toBe('⌘⇧A')
    expect(chordWords('Alt-ArrowUp', 'other')).toBe('Alt+↑')
  })
})
