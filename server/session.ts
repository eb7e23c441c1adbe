import { randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may use the host: whoever brings the token that was printed. The first to bring it gets the
 * session's secret as a cookie; after that the token opens nothing.
 */
export interface Session {
  readonly token: string
  /** The value of a `Set-Cookie` header if `token` is the unused one, which this uses up. */
  redeem(token: string): string | undefined
  /** Whether a `Cookie` header carries the session's secret. */
  admits(cookies: string | undefined): boolean
}

/** 256 bits: nobody guesses it, and it stays on one line of a terminal. */
const SECRET_BYTES = 32

/** `name` tells hosts on other ports apart: browsers do not keep their cookies apart. */
export function newSession(name: string): Session {
  const token = randomBytes(SECRET_BYTES).toString('base64url')
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  let used = false
  return {
    token,
    redeem(given) {
      if (used || !same(given, token)) return undefined
      used = true
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`
    },
    admits: (cookies) => cookieValues(cookies ?? '', name).some((value) => same(value, secret)),
  }
}

function cookieValues(cookies: string, name: string): readonly string[] {
  return cookies
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}

function same(given: string, wanted: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}
