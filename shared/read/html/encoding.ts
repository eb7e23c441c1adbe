import type { Result } from '../../base/result.ts'
import { ok } from '../../base/result.ts'
import { decodeText, decodeUnicode } from '../decode.ts'
import { fromCodePage } from './code-pages.ts'

/**
 * The text of a page: by its mark or as UTF-8 where the bytes are that, whatever the page claims;
 * else by the encoding that it names; else by evidence.
 */
export function decodeHtml(bytes: Uint8Array): Result<string> {
  const unicode = decodeUnicode(bytes)
  if (unicode.ok) return unicode
  const named = fromCodePage(bytes, declaredIn(bytes))
  return named === undefined ? decodeText(bytes) : ok(named)
}

/** Bytes in which HTML lets the encoding be named: 1 024, and slack for pages that are late. */
const PROLOG = 4_096

function declaredIn(bytes: Uint8Array): string {
  const prolog = String.fromCharCode(...bytes.subarray(0, PROLOG))
  const found =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/iu.exec(prolog) ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)/iu.exec(prolog)
  return found?.[1]?.toLowerCase() ?? ''
}
