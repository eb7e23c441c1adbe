/** What a column of the sync server's tables may hold. */
export type Value = string | number | Uint8Array | null

/** The sync server's database: SQLite beside the server, or Postgres. Statements mark values with `?`. */
export interface SyncDatabase {
  readonly kind: 'sqlite' | 'postgres'
  /** Where another thread finds it, to read. */
  readonly reader: ReaderPlace
  /** The rows of one statement. `Row` is what the tables of {@link createTables} promise. */
  run<Row = never>(sql: string, values?: readonly Value[]): Promise<readonly Row[]>
  /** Runs `work` in one transaction: committed and synced to the disk when it ends, or undone whole. */
  transact<T>(work: (inside: Statements) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export type Statements = Pick<SyncDatabase, 'run'>

export type ReaderPlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string }
