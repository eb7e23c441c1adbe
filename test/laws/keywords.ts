/** The words of the grammars in three languages. */
export const KEYWORDS: readonly string[] = [
  'Статья 1. ',
  'статьи 5 ',
  'Глава 2. ',
  'РАЗДЕЛ I ',
  '§ 1 ',
  'Приложение 1 ',
  'Сноска. ',
  'исключена ',
  'СОДЕРЖАНИЕ ',
  '2-бап. ',
  '1-тарау. ',
  'I бөлім ',
  'Ескерту. ',
  'алып тасталды ',
  'Осы Кодекс ',
  '1-тармақ ',
  'Article 3. ',
  'Chapter 1. ',
  'Section 2 ',
  'Schedule 1 ',
  'Footnote. ',
  'repealed ',
  'Part One ',
  '1. ',
  '1) ',
  '(a) ',
  '(i) ',
  'I. ',
  '«',
  '»',
  '"',
  '(',
  ')',
  ': ',
  '; ',
  '. ',
  '\n',
  '\n\n',
  '\t',
  '| ',
  '**',
  '- ',
  'слова ',
  'сөз ',
  'words ',
]

/** Keywords in an order that a number decides: the same number, the same text. */
export function recombined(seed: number, length: number): string {
  const pieces: string[] = []
  let state = seed
  for (let chars = 0; chars < length; ) {
    // The generator of Park and Miller.
    state = (state * 48_271) % 2_147_483_647
    const piece = KEYWORDS[state % KEYWORDS.length] ?? ''
    pieces.push(piece)
    chars += piece.length
  }
  return pieces.join('').slice(0, length)
}
