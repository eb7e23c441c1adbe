/** Names of XML 1.0 and the white space between them, by places in a string. */
export const XML_NAME = {
  /** The place behind the name that begins at `start`; 0 where none does. */
  end(source: string, start: number): number {
    let at = start
    for (;;) {
      const code = source.charCodeAt(at)
      if (!(code < 128)) break
      const isName = at === start ? STARTS[code] === 1 : NAMES[code] === 1
      if (!isName) return at === start ? 0 : at
      at++
    }
    if (at >= source.length) return at === start ? 0 : at
    UNICODE.lastIndex = start
    return UNICODE.test(source) ? UNICODE.lastIndex : 0
  },
}

/** The place of the next character that is no white space. */
export function skipSpaces(source: string, start: number): number {
  let at = start
  for (;;) {
    const code = source.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return at
    at++
  }
}

const START = ':A-Z_a-z'
const REST = `${START}\\-.0-9`

/** One for each character of ASCII that is among the letters. */
function table(letters: string): Uint8Array {
  const pattern = new RegExp(`[${letters}]`)
  return Uint8Array.from({ length: 128 }, (_, code) =>
    pattern.test(String.fromCharCode(code)) ? 1 : 0,
  )
}

const STARTS = table(START)
const NAMES = table(REST)

const LETTERS =
  '\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'

const UNICODE = new RegExp(
  `[${START}${LETTERS}][${REST}${LETTERS}\\xb7\\u0300-\\u036f\\u203f-\\u2040]*`,
  'uy',
)
