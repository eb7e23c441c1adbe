/** Throws when a fact the code relies on is false: a bug of ours, never a fault in a document. */
export function assert(condition: unknown, fact: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${fact}`)
}

/** The value, which the caller knows to be there; its absence is a bug of ours. */
export function present<T>(value: T | null | undefined, fact: string): T {
  assert(value !== null && value !== undefined, fact)
  return value
}
