/** Text as the words of an XML element; what XML cannot hold becomes U+FFFD, the replacement character. */
export function xmlText(text: string): string {
  const legal = legalText(text)
  return SPECIAL.test(legal) ? legal.replaceAll(/[&<>"\r]/g, (c) => ENTITIES[c] ?? c) : legal
}

/** Text without the characters that XML 1.0 forbids: controls, lone surrogates, U+FFFE and U+FFFF. */
export function legalText(text: string): string {
  return ILLEGAL.test(text) ? text.replaceAll(ILLEGAL_ALL, '\uFFFD') : text
}

const SPECIAL = /[&<>"\r]/

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Source: XML 1.0, production [2] Char. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const ILLEGAL_ALL = new RegExp(ILLEGAL.source, 'gu')
