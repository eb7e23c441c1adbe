/** What a reviewer suggests to do to a unit as a whole. */
export const enSuggestions = {
  'suggest.acceptAll': 'Accept all {count}',
  'suggest.act': 'At the beginning of the act',
  'suggest.addBlocks': 'New text',
  'suggest.ask.change': 'Suggest a change',
  'suggest.ask.inForce': 'Suggest bringing a unit back into force',
  'suggest.ask.insert': 'Suggest a new unit',
  'suggest.ask.move': 'Suggest moving a unit',
  'suggest.ask.remove': 'Suggest removing a unit',
  'suggest.ask.repeal': 'Suggest repealing a unit',
  'suggest.behind': 'After {place}',
  'suggest.by.addBlocks': '{name} suggests adding this',
  'suggest.by.dropBlock':
    '{count, plural, one {{name} suggests} other {{name} suggest}} taking this out',
  'suggest.by.here': '{name} suggests moving here: {unit}',
  'suggest.by.inForce':
    '{count, plural, one {{name} suggests} other {{name} suggest}} bringing this back into force',
  'suggest.by.insert': '{name} suggests a new unit',
  'suggest.by.move':
    '{count, plural, one {{name} suggests} other {{name} suggest}} moving this. {where}',
  'suggest.by.remove':
    '{count, plural, one {{name} suggests} other {{name} suggest}} removing this',
  'suggest.by.repeal':
    '{count, plural, one {{name} suggests} other {{name} suggest}} repealing this',
  'suggest.changed':
    'The words of the unit were changed since it was suggested: read them before you accept.',
  'suggest.dropBlock': 'Text goes',
  'suggest.first': 'At the beginning of {place}',
  'suggest.heading': 'Heading',
  'suggest.how':
    'Here you suggest: select words and type over them, or suggest other words for the whole paragraph ({keys}).',
  'suggest.inForce': 'Back into force',
  'suggest.insert': 'New',
  'suggest.late.done': 'The draft stands so already: mark it as resolved.',
  'suggest.late.place-gone':
    'The place that it is for was removed since: write it elsewhere yourself, or reject it.',
  'suggest.late.unit-gone': 'The unit was removed since: restore it first, or reject this.',
  'suggest.move': 'Move',
  'suggest.newer': 'Suggested with a newer Bapta: update to see and decide it.',
  'suggest.none': 'This cannot be suggested: write a comment on the unit instead.',
  'suggest.nowhere': 'Put the caret in a paragraph, or select words with no table among them.',
  'suggest.number': 'Number',
  'suggest.part': 'One change: part {part} of {all}',
  'suggest.parts': 'What is suggested',
  'suggest.rejectAll': 'Reject all {count}',
  'suggest.remove': 'Remove',
  'suggest.repeal': 'Repeal',
  'suggest.text': 'Text: each line a paragraph; lines with numbers are units in it',
  'suggest.withdraw': 'Take your suggestion back',
  'suggest.written':
    'A footnote is [[1: its words]], a break in a line ⏎, a row of a table | a | b |.',
}
