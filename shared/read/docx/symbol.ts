/**
 * Characters of the fonts Symbol and Wingdings as Unicode. Word keeps such a character as F0xx in the
 * private area, xx being its place in the font.
 */
export function symbolText(text: string, font: string | undefined): string {
  if (!PRIVATE.test(text)) return text
  return [...text]
    .map((char) => (PRIVATE.test(char) ? symbolOf(char.charCodeAt(0), font) : undefined) ?? char)
    .join('')
}

/** The bullet of a list, which may also stand as the letter in the font's place: «Ø» of Wingdings. */
export function bulletText(text: string, font: string | undefined): string {
  if (font === 'Courier New' && text === 'o') return '◦'
  if (font !== 'Symbol' && !font?.startsWith('Wingdings')) return symbolText(text, font)
  return [...text].map((char) => symbolOf(char.charCodeAt(0), font) ?? char).join('')
}

const PRIVATE = /[\uF000-\uF0FF]/u

export function symbolOf(code: number, font: string | undefined): string | undefined {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (place < 0x20 || place > 0xff) return undefined
  if (font?.startsWith('Wingdings')) return WINGDINGS[place]
  if (font === undefined || font === 'Symbol') {
    const char = SYMBOLS[place - 0x20]
    return char === undefined || char === '\0' ? undefined : char
  }
  return code >= 0xf000 ? String.fromCharCode(place) : undefined
}

/** The Symbol font from 0x20 on (Unicode consortium, SYMBOL.TXT); `\0` where it has nothing. */
const SYMBOL =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?' +
  '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_' +
  '‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼\0' +
  '\0'.repeat(32) +
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵' +
  'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓' +
  '◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭\0'

/** The bullets and boxes of Wingdings that documents of law use. */
const WINGDINGS: Readonly<Record<number, string>> = {
  32: ' ',
  34: '✂',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  224: '→',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}

const SYMBOLS: readonly string[] = [...SYMBOL]
