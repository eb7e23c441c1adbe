import type { Writer } from './connection.ts'

/** One step of the database from version `version - 1`. Never edited once released. */
export interface Migration {
  readonly version: number
  up(db: Writer): void
}
