/** What a draft, its versions and what is said of it refuse. */
export const DRAFT_SENTENCES = {
  'draft/damaged': 'The draft cannot be read: its stored bytes are damaged.',
  'draft/incomplete': 'The draft is incomplete: earlier changes that it builds on are missing.',
  'draft/newer':
    'The draft was made by a newer program (document version {version}, this program knows {known}); update to edit it.',
  'draft/no-version': 'This is not a draft of an act: it names no version.',
  'draft/newer:attribute':
    'The draft holds the attribute “{name}”, which this program does not know; update to edit it.',
  'draft/newer:element':
    'The draft holds the element “{name}”, which this program does not know; update to edit it.',
  'draft/newer:element-in':
    'The draft holds the element “{name}” in “{holder}”, which this program does not know; update to edit it.',
  'draft/newer:element-in-unit':
    'The draft holds the element “{name}” in a unit, which this program does not know; update to edit it.',
  'draft/newer:mark':
    'The draft holds the mark “{name}”, which this program does not know; update to edit it.',
  'draft/newer:object':
    'The draft holds an object in the text, which this program does not know; update to edit it.',
  'draft/newer:property':
    'The draft holds the property “{name}”, which this program does not know; update to edit it.',
  'draft/newer:stray-text':
    'The draft holds text outside a paragraph, which this program does not know; update to edit it.',
  'draft/newer:style':
    'The draft holds the paragraph style “{name}”, which this program does not know; update to edit it.',
  'draft/newer:unit-form':
    'The draft holds a unit of another form, which this program does not know; update to edit it.',
  'draft/newer:unit-kind':
    'The draft holds the kind of unit “{name}”, which this program does not know; update to edit it.',
  'draft/newer:unit-property':
    'The draft holds the property “{name}” of a unit, which this program does not know; update to edit it.',
  'draft/newer:unit-state':
    'The draft holds the unit state “{name}”, which this program does not know; update to edit it.',
  'draft/newer:unit-text':
    'The draft holds a unit whose text has another form, which this program does not know; update to edit it.',
  'edit/no-such-place:itself': 'A unit cannot stand behind itself.',
  'edit/id-taken': 'The draft already has this unit; move it instead.',
  'edit/into-itself': 'A unit cannot be moved into itself.',
  'edit/into-itself:joined': 'A unit cannot be joined to itself or to a unit in it.',
  'edit/no-such-unit:never': 'The draft never had this unit.',
  'edit/id-taken:new': 'The draft already has a unit of the new id.',
  'edit/no-such-block': 'Only a paragraph or note of the unit can be cut.',
  'edit/no-such-offset': 'The cut lies outside the paragraph.',
  'edit/no-such-place': 'The unit to stand behind is not in that parent.',
  'edit/no-such-unit': 'The unit is not in the draft: it may have been removed.',
  'edit/not-a-unit': 'Only a unit can be inserted among units.',
  'edit/not-removed': 'The removed unit is not known, so it cannot be restored.',
  'edit/not-text': 'A unit’s text is a heading, paragraphs, notes and tables.',
  'edit/parent-removed': 'Restore the unit that held it first.',
  'edit/paste-too-long':
    'The clipboard holds more than can be pasted at once: save it as a file and import that.',
  'edit/id-taken:stands': 'The unit stands in the draft: nothing is to restore.',
  'review/done': 'The draft stands as suggested already: mark the suggestion as resolved.',
  'review/id-taken':
    'The suggested unit cannot be told from one that the draft has already: write it into the text yourself, or reject the suggestion.',
  'review/newer': 'The suggestion was made with a newer Bapta: update to see and decide it.',
  'review/no-change': 'The words are the same as in the text: change some to propose it.',
  'review/no-proposal': 'The comment proposes no other words.',
  'review/no-words': 'A comment needs words.',
  'review/no-words-there':
    'There are no words to propose others for: select some in one paragraph.',
  'review/not-own': 'The comment is of somebody else: reply to it instead.',
  'review/not-suggested':
    'This cannot be suggested: it changes numbers or how words look, or takes a heading away. Suggest it in smaller steps, or comment on the unit.',
  'review/place-gone':
    'The place that the suggestion is for was removed since: write it elsewhere yourself, or reject the suggestion.',
  'review/too-early':
    'The suggestion builds on changes of the draft that have not arrived yet: accept it when they have.',
  'review/too-long': 'What is suggested is longer than a suggestion may be: suggest it in parts.',
  'review/too-much': 'The change is more than 60 suggestions: suggest it in parts.',
  'review/unit-gone':
    'The unit was removed since the suggestion was made: restore the unit first, or reject the suggestion.',
  'review/unknown': 'The draft has no such comment; it may not have arrived yet.',
  'review/others-changed':
    'Others changed these words while you wrote: copy yours, and suggest them for the words as they stand now.',
  'review/words-changed':
    'The words were changed or removed since the suggestion was made: write it into the text yourself, or reject it.',
  'version/damaged':
    'The version “{name}” is not as it was when it was named, so it is not shown; take it from a backup or from another who has the draft.',
  'version/newer': 'The version “{name}” was made by a newer program; update to read it.',
  'version/unknown': 'The draft has no such version; it may not have arrived yet.',
} as const
