import type { XmlElement } from './xml.ts'

/** Threads that may be open over one word; further ones are known by where their sign stands. */
const MOST_OPEN = 64

/** Which threads of comments the words being read belong to. */
export class SaidRanges {
  private readonly roots: ReadonlyMap<string, string>
  private readonly open = new Set<string>()
  private current: readonly string[] = NOBODY

  constructor(roots: ReadonlyMap<string, string>) {
    this.roots = roots
  }

  /** Answers stand on the words of what they answer, and open nothing of their own. */
  mark({ name, attributes }: XmlElement): void {
    const id = attributes['w:id'] ?? ''
    if (this.roots.get(id) !== id) return
    if (name.endsWith('Start')) {
      if (this.open.size < MOST_OPEN) this.open.add(id)
    } else this.open.delete(id)
    this.current = this.open.size === 0 ? NOBODY : [...this.open]
  }

  /** The same value until the next mark. */
  get here(): readonly string[] {
    return this.current
  }

  /** No range goes from one part of the file into another. */
  reset(): void {
    this.open.clear()
    this.current = NOBODY
  }
}

/** Nothing was said of the words. */
export const NOBODY: readonly string[] = []
