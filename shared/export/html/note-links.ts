import type { Run } from '../page/page.ts'

/** The footnotes of one page: a mark in the words and the line of its note lead to each other. */
export class NoteLinks {
  private count = 0
  private last: Run['footnote']
  private readonly waiting: { readonly n: number; readonly marker: string }[] = []

  /** The number on this page of the note whose mark a run is; a mark in two looks is one. */
  reference({ footnote, text }: Run): number {
    if (footnote !== this.last) {
      this.last = footnote
      this.waiting.push({ n: ++this.count, marker: text })
    }
    return this.count
  }

  /** The number of the note whose line opens with that mark; `undefined` where no words bear it. */
  line(marker: string): number | undefined {
    const at = this.waiting.findIndex((one) => one.marker === marker)
    return at < 0 ? undefined : this.waiting.splice(at, 1)[0]?.n
  }
}
