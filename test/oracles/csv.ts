/** The fields of RFC 4180 text, read apart from how Bapta writes it. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    if (rows.length === 0) rows.push([])
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}
