import type { OutgoingReference } from '#shared/bridge/contract.ts'
import { type LookedStatus, lookedStatus } from '#shared/citation/check.ts'
import { ignoreKey } from '#shared/citation/ignored.ts'
import type { Reference } from '#shared/citation/reference.ts'
import { unitId } from '#shared/schema/act.ts'
import type { CitationCheck, Looked } from '#shared/schema/citation-check.ts'

export type ShownStatus = LookedStatus

/** A reference of the open draft as the window shows it: led into the library, or left alone. */
export interface ShownReference extends Omit<Reference, 'status'> {
  readonly status: ShownStatus
}

/** Statuses that ask for a look. */
export const DOUBTFUL: ReadonlySet<ShownStatus> = new Set([
  'check',
  'broken',
  'repealed',
  'ambiguous',
])

/** What the window knows of references besides the text: where the library leads them, which are ignored. */
export interface Overlay {
  shown(reference: Reference): ShownReference
  /** The title of another document that is cited. */
  titleOf(document: string): string | undefined
  /** What of a reference that is to be checked it had to name, and the words proposed. */
  checkOf(reference: Pick<Reference, 'from' | 'text'>): CitationCheck | undefined
}

export const NO_OVERLAY: Overlay = {
  shown: (reference) => reference,
  titleOf: () => undefined,
  checkOf: () => undefined,
}

/**
 * `outgoing` is as of the last save: a citation of another act keeps its outcome by its unit, words
 * and the act's name, so that what is typed around it changes nothing.
 */
export function overlayOf(outgoing: readonly OutgoingReference[], looked: Looked): Overlay {
  const elsewhere = new Map<string, OutgoingReference>()
  const titles = new Map<string, string>()
  for (const reference of outgoing) {
    const { unit, text, name, targets, status } = reference
    if (name !== null && status !== 'external')
      elsewhere.set(elsewhereKey(unit, text, name), reference)
    for (const { document, title } of targets)
      if (document !== null && title !== null) titles.set(document, title)
  }
  return {
    shown(reference) {
      const led = ledElsewhere(reference)
      const status = lookedStatus(led, looked)
      return status === led.status ? led : { ...led, status }
    },
    titleOf: (document) => titles.get(document),
    checkOf: (reference) => looked.checks.get(ignoreKey(reference)),
  }

  function ledElsewhere(reference: Reference): ShownReference {
    if (reference.status !== 'external') return reference
    const name = reference.targets[0]?.act ?? ''
    const found = elsewhere.get(elsewhereKey(reference.from, reference.text, name))
    if (!found) return reference
    const { status, targets } = found
    return {
      ...reference,
      status,
      targets: targets.map(({ document, unit, label }) => ({
        act: document,
        unit: unit === null ? null : unitId(unit),
        label,
      })),
    }
  }
}

function elsewhereKey(unit: string, text: string, name: string): string {
  return [unit, text, name.replaceAll(/\s+/gu, ' ').trim()].join('\n')
}
