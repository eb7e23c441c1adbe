import { textHash } from '../base/text-hash.ts'
import { isLanguage, type Language } from '../schema/act.ts'
import { type Element, firstNamed } from './element.ts'

/** What our own documents say of the act besides Akoma Ntoso's own metadata. */
export interface OwnAct {
  readonly id: string
  readonly language: Language
  readonly tradition: string
  readonly profile: string
  /** {@link textHash} of the document as we wrote it; absent where it keeps markup of others. */
  readonly digest: string | undefined
}

export function ownActIn(meta: Element): OwnAct | undefined {
  const proprietary = firstNamed(meta, 'proprietary')
  const act = proprietary?.children.find(
    (child): child is Element => typeof child !== 'string' && child.name === 'bapta:act',
  )
  if (!act) return undefined
  const { id, language, tradition, profile, digest } = act.attributes
  if (id === undefined || !isLanguage(language)) return undefined
  return { id, language, tradition: tradition ?? 'plain', profile: profile ?? 'act', digest }
}

/** Stands for the digest while it is computed. */
export const NO_DIGEST = 'digest=""'

/** Whether a document is as we wrote it, so that nothing in it is but what we put there. */
export function isOwnUnchanged(source: string, { digest }: Pick<OwnAct, 'digest'>): boolean {
  if (digest === undefined) return false
  return textHash(source.replace(`digest="${digest}"`, NO_DIGEST)) === digest
}

export function withDigest(written: string): string {
  return written.replace(NO_DIGEST, `digest="${textHash(written)}"`)
}
