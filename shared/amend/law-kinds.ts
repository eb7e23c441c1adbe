import type { UnitKind } from '../schema/kind.ts'
import type { Profile } from '../tradition/tradition.ts'

/** What the units of an amending law are. */
export interface LawKinds {
  readonly article: UnitKind
  /** Of a numbered item by its level: in a law of points the outer level is one of points. */
  item(num: string, level: number): UnitKind
}

const KINDS: LawKinds = {
  article: 'article',
  item: (num) => (num.endsWith(')') ? 'point' : 'paragraph'),
}

const PLAIN_KINDS: LawKinds = {
  article: 'section',
  item: (_, level) => (level === 0 ? 'subsection' : 'paragraph'),
}

export function lawKinds({ id }: Profile): LawKinds {
  return id === 'act' ? PLAIN_KINDS : KINDS
}
