/** What of a keyboard event tells which keys are down. */
export interface KeyPress {
  readonly code: string
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * Whether a press is the chord `Mod-Shift-k`. Letters are told by where the key sits, so that a
 * chord is the same under a Latin and a Cyrillic layout.
 */
export function isChord(chord: string, press: KeyPress, platform: 'mac' | 'other'): boolean {
  const key = chord.slice(chord.lastIndexOf('-') + 1)
  const wants = (part: string) => chord.includes(`${part}-`)
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey
  return (
    mod === wants('Mod') &&
    !other &&
    press.altKey === wants('Alt') &&
    press.shiftKey === wants('Shift') &&
    isKey(key, press)
  )
}

function isKey(key: string, press: KeyPress): boolean {
  return key.length === 1 && /[a-z]/.test(key)
    ? press.code === `Key${key.toUpperCase()}`
    : press.key === key || press.code === key
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** The chord as menus print it: `Ctrl+Shift+K`, `⌘⇧K`. */
export function chordWords(chord: string, platform: 'mac' | 'other'): string {
  const parts = chord.split('-').map((part) => {
    if (platform === 'mac' && MAC_SIGNS[part]) return MAC_SIGNS[part]
    if (part === 'Mod') return 'Ctrl'
    return ARROWS[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  })
  return parts.join(platform === 'mac' ? '' : '+')
}

export function platformOf(userAgent: string): 'mac' | 'other' {
  return /Macintosh|Mac OS/u.test(userAgent) ? 'mac' : 'other'
}
