import type { ExportAbout } from '../about.ts'
import { xmlText } from '../xml-text.ts'
import { PAGE_STYLE, PAGE_STYLE_HASH } from './style.ts'

/** One file around `body`: no script, nothing fetched, and no style but its own. */
export function htmlDocument(about: ExportAbout, body: readonly string[]): string {
  const policy = `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`
  return [
    `<!doctype html>\n<html lang="${about.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta name="author" content="${xmlText(about.author)}"><title>${xmlText(about.title)}</title>`,
    `<style>${PAGE_STYLE}</style></head><body>`,
    ...body,
    '</body></html>\n',
  ].join('')
}
