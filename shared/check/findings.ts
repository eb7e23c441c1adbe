/** What a sentence names besides the fact: units and numbers, as the act prints them. */
export type Facts = Readonly<Record<string, string>>

/** What {@link check} finds, each with the sentence that says it of the unit that it begins with. */
export const FINDINGS = {
  'no-id': () => 'has no identity of its own: cut it and paste it again.',
  'duplicate-id': () => 'shares its identity with another unit: cut it and paste it again.',
  'unknown-kind': ({ profile }) => `is no unit of a ${profile}: see whether another kind fits.`,
  misnested: ({ holder, word }) =>
    `stands directly in ${holder}, where no ${word} is expected: move it, or change its kind.`,
  'empty-heading': () => 'has an empty heading: write it, or delete it.',
  'unknown-content': () => 'holds content that this program cannot edit: it is kept as it is.',
  empty: () => 'has no words: write them, repeal it, or delete it.',
  'no-number': () => 'has no number: give it one, or make it an unnumbered part.',
  'duplicate-label': () => 'bears a number already given to a unit before it: number it otherwise.',
  'flattened-number': ({ before, after, raised }) =>
    `stands between ${before} and ${after}: if a raised figure was lost, number it ${raised}.`,
  /** `before` is missing where the unit opens its list. */
  gap: ({ before }) =>
    before === undefined
      ? 'opens its list: a number before it is missing, or belongs to a unit that was repealed.'
      : `follows ${before}: a number between them is missing, or belongs to a unit that was repealed.`,
  disorder: ({ before }) =>
    `follows ${before}, whose number is higher: move it to its place, or number it otherwise.`,
} as const satisfies Readonly<Record<string, (facts: Facts) => string>>

export type Finding = keyof typeof FINDINGS
