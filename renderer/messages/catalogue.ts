import type { en } from './en.ts'

/** The words of the interface in one language; English is the measure of the others. */
export type Catalogue = Readonly<Record<keyof typeof en, string>>
