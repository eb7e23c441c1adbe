/** How the comments of a file hang together. */
export interface CommentTies {
  /** For each comment the one that opened its thread. */
  readonly roots: ReadonlyMap<string, string>
  readonly resolved: ReadonlySet<string>
}
