import type { TrackedParagraph, WordChange } from './tracked.ts'
import type { XmlElement } from './xml.ts'

/** The places of moves that are open: a pair of marks with one id, and a name that both places share. */
export class MoveRanges {
  private readonly open = new Map<string, string>()

  mark({ name, attributes }: XmlElement): void {
    const place = name.startsWith('w:moveFrom') ? 'from' : 'to'
    const key = `${place} ${attributes['w:id']}`
    if (name.endsWith('Start')) this.open.set(key, attributes['w:name'] ?? '')
    else this.open.delete(key)
  }

  /** The move whose mark ends a paragraph. */
  around(kind: WordChange['kind'] | undefined): TrackedParagraph['move'] {
    const place = kind === 'movedFrom' ? 'from' : kind === 'movedTo' ? 'to' : undefined
    if (place === undefined) return undefined
    for (const [key, name] of this.open) if (key.startsWith(`${place} `)) return { name, place }
    return undefined
  }
}
