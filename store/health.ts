/** One thing that was found wrong with the library, and what was done about it. */
export interface Finding {
  readonly code: string
  readonly message: string
}

export function finding(code: string, message: string): Finding {
  return { code: `store/${code}`, message }
}
