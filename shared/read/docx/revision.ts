import { BOTH, type Sides, type WordChange } from './tracked.ts'
import type { XmlElement } from './xml.ts'

/** The texts that hold what a revision element encloses or marks; `undefined`: it is no revision. */
export function sidesOf(name: string): Sides | undefined {
  switch (name) {
    case 'w:ins':
    case 'w:moveTo':
    case 'w:cellIns':
      return DRAFT_ONLY
    case 'w:del':
    case 'w:moveFrom':
    case 'w:cellDel':
      return BASE_ONLY
    default:
      return undefined
  }
}

const DRAFT_ONLY: Sides = { base: false, draft: true }
const BASE_ONLY: Sides = { base: true, draft: false }

const KINDS: Readonly<Record<string, WordChange['kind']>> = {
  'w:ins': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'movedFrom',
  'w:moveTo': 'movedTo',
}

export function changeOf(element: XmlElement): WordChange | undefined {
  const kind = KINDS[element.name]
  if (kind === undefined) return undefined
  return {
    kind,
    author: element.attributes['w:author'] ?? '',
    date: element.attributes['w:date'] ?? '',
  }
}

/** What the properties of a paragraph mark or of a row say of it. */
export function markedBy(properties: readonly XmlElement[]): {
  readonly sides: Sides
  readonly change: WordChange | undefined
} {
  let sides = BOTH
  let change: WordChange | undefined
  for (const element of properties) {
    const own = sidesOf(element.name)
    if (!own) continue
    sides = { base: sides.base && own.base, draft: sides.draft && own.draft }
    change = changeOf(element) ?? change
  }
  return { sides, change }
}
