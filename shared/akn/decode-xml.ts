import { problem } from '../base/problem.ts'
import { fail, type Result } from '../base/result.ts'
import { decodeText } from '../read/decode.ts'

/** The text of an XML file. One that declares an encoding we do not read is refused, never guessed. */
export function decodeXml(bytes: Uint8Array): Result<string> {
  const declared = declaredEncoding(bytes)
  const isPlain = bytes.every((byte) => byte < 0x80)
  if (declared === undefined || isPlain || READ.test(declared)) return decodeText(bytes)
  return fail(problem('akn/encoding', { declared }))
}

const READ = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|windows-1251|cp-?1251)$/i

/** Bytes in which an XML declaration stands. */
const DECLARATION = 200

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = [...bytes.subarray(0, DECLARATION)].filter((byte) => byte > 0 && byte < 0x80)
  const text = String.fromCharCode(...start)
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]
}
