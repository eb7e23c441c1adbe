import type { UnitId } from '../schema/act.ts'
import type { CitationCheck, Looked } from '../schema/citation-check.ts'
import { ignoreKey } from './ignored.ts'
import type { Reference } from './reference.ts'
import type { Rewrite } from './rewrite-value.ts'

/** What a rewrite leaves to the drafter, of a citation of the act. */
export function checkOf(rewrite: Rewrite, act: string | null): CitationCheck {
  const { targets, oldWords: words, newWords: proposal, reason } = rewrite
  return { act, targets, words, proposal, reason }
}

interface Resolved {
  readonly status: string
  readonly targets: readonly {
    readonly act: string | null
    readonly unit: UnitId | string | null
  }[]
}

/**
 * Whether a check still stands: until the citation names just the units that it had to name. So an
 * undone edit and a mended citation need no other word. Where all that was cited is gone, the citation
 * is broken, and a check would say no more.
 */
export function isOpenCheck(
  { act, targets: wanted, proposal, reason }: CitationCheck,
  citation: Resolved,
): boolean {
  const named = new Set(
    citation.targets.flatMap((one) => (one.act === act && one.unit !== null ? [one.unit] : [])),
  )
  if (wanted.length === 0 && named.size === 0) return false
  const isSame = named.size === wanted.length && wanted.every((unit) => named.has(unit))
  return !isSame || (reason === 'removed' && proposal !== null && citation.status !== 'valid')
}

/** `ignored`: it is to be left alone; `check`: what a change of structure left to the drafter still stands. */
export type LookedStatus = Reference['status'] | 'ignored' | 'check'

export function lookedStatus(
  reference: Pick<Reference, 'from' | 'text' | 'targets'> & { readonly status: LookedStatus },
  { ignored, checks }: Looked,
): LookedStatus {
  const key = ignoreKey(reference)
  if (ignored.has(key)) return 'ignored'
  const check = checks.get(key)
  return check && isOpenCheck(check, reference) ? 'check' : reference.status
}
