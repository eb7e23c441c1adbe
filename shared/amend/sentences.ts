/** A sentence of a text, in UTF-16 units; the blanks behind it belong to none. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

/** What stands before a full stop that ends no sentence: «ст.», «г.», "No.", initials. */
const SHORTENED =
  /(?:^|[\s(«"“])(?:\p{Lu}|г|гг|ст|п|пп|ч|т|тыс|млн|млрд|см|др|пр|им|ул|абз|руб|ж|жж|No|Art|Sec|Ch|para|p|v|cf)$/u

const STOP = /[.!?…]+[»”"’)]*(?=\s+[^\s\p{Ll}])/gu

/** The sentences of a text as law counts them: a full stop, then white space and no small letter. */
export function sentencesIn(text: string): readonly Sentence[] {
  const found: Sentence[] = []
  let start = text.length - text.trimStart().length
  for (const stop of text.matchAll(STOP)) {
    if (SHORTENED.test(text.slice(start, stop.index)) && stop[0] === '.') continue
    const end = stop.index + stop[0].length
    found.push({ start, end })
    start = end + (/^\s+/u.exec(text.slice(end))?.[0].length ?? 0)
  }
  const end = text.trimEnd().length
  if (start < end) found.push({ start, end })
  return found
}
