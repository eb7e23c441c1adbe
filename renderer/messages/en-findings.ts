/** What the check of an act says; `unit` and `before` name units as the act prints them. */
export const enFindings = {
  'finding.no-id': '{unit} has no identity of its own: cut it and paste it again.',
  'finding.duplicate-id':
    '{unit} shares its identity with another unit: cut it and paste it again.',
  'finding.unknown-kind': '{unit} is no unit of a {profile}: see whether another kind fits.',
  'finding.misnested':
    '{unit} stands directly in {holder}, where no {word} is expected: move it, or change its kind.',
  'finding.empty-heading': '{unit} has an empty heading: write it, or delete it.',
  'finding.unknown-content':
    '{unit} holds content that this program cannot edit: it is kept as it is.',
  'finding.empty': '{unit} has no words: write them, repeal it, or delete it.',
  'finding.no-number': '{unit} has no number: give it one, or make it an unnumbered part.',
  'finding.duplicate-label':
    '{unit} bears a number already given to a unit before it: number it otherwise.',
  'finding.flattened-number':
    '{unit} stands between {before} and {after}: if a raised figure was lost, number it {raised}.',
  'finding.gap':
    '{before, select, none {{unit} opens its list: a number before it is missing, or belongs to a unit that was repealed.} other {{unit} follows {before}: a number between them is missing, or belongs to a unit that was repealed.}}',
  'finding.disorder':
    '{unit} follows {before}, whose number is higher: move it to its place, or number it otherwise.',
}
