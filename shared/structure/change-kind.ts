/** What befell a unit. A unit may have several changes, of different kinds. */
export type ChangeKind =
  | 'inserted'
  | 'deleted'
  | 'moved'
  | 'renumbered'
  | 'heading'
  | 'words'
  /** Marks alone: the words are the base's. */
  | 'formatting'
  | 'kind'
  | 'repealed'
  /** Any other change of state. */
  | 'state'
