/** A half-open run of UTF-16 units: `start` is in it, `end` is not. */
export interface TextRange {
  readonly start: number
  readonly end: number
}
