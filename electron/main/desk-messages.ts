import { z } from 'zod'

/** What main tells the desk's process. A `connect` brings the port of that window with it. */
export type ToDesk =
  | { readonly kind: 'connect'; readonly window: number }
  | { readonly kind: 'import'; readonly window: number; readonly path: string }
  | { readonly kind: 'close' }

const language = z.enum(['en', 'ru', 'kk'])

/** What the desk's process tells main; never anything of a document. */
export const fromDesk = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  /** The language of the settings, when the desk is ready and whenever it changes. */
  z.strictObject({ kind: z.literal('language'), language }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
])
export type FromDesk = z.infer<typeof fromDesk>
