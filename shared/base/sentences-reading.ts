/** What is told of a file that was read. */
export const READING_SENTENCES = {
  'akn/deleted-words':
    'Words that the document marks as deleted are shown like the others; check them.',
  'akn/doctype':
    'The file declares a document type, which Akoma Ntoso never needs and which may hide other files; take the <!DOCTYPE …> out and try again.',
  'akn/encoding':
    'The XML declares the encoding “{declared}”, which Bapta does not read; save it as UTF-8.',
  'akn/foreign': 'Content of another format is shown as it is and cannot be edited: “{words}”.',
  'akn/image': 'A picture is kept but not shown.',
  'akn/not-well-formed':
    'The XML is not well-formed ({reason}); get the whole file again from where it came.',
  'akn/not-well-formed:at':
    'The XML is not well-formed at line {line}, column {column} ({reason}); get the whole file again from where it came.',
  'akn/note-on-number': 'A note on a number is kept but not shown: “{words}”.',
  'akn/other-format':
    'The file is XML of another format (its root is <{root}>); Bapta reads XML of Akoma Ntoso only.',
  'akn/stray-words': 'Words stand where Akoma Ntoso has none; they are read as a paragraph.',
  'akn/too-deep': 'Elements are nested deeper than any law is; the file is not a legal document.',
  'akn/too-large': 'The file is larger than Bapta reads ({millions} million characters); split it.',
  'akn/too-many-attributes':
    'An element has more attributes than any law needs; the file is not a legal document.',
  'akn/unknown-element':
    "The element <{name}> is none of Akoma Ntoso's; its words are shown, and it is kept.",
  'docx/broken-archive':
    'The file is damaged or not whole: get it anew, or open it in Word, let Word repair it, and save it again.',
  'docx/broken-part':
    '“{part}” in the file cannot be read ({reason}): open the file in Word and save it again.',
  'docx/comment': '{author} comments: “{words}”',
  'docx/comment:apart': '{author} comments, on no words of the text: “{words}”',
  'docx/contents':
    'A table of contents of {lines} lines, which opens with “{first}”, was left out: Word makes it from the headings.',
  'docx/hidden':
    'The file hides the words “{hidden}” here, and they were left out: show them in Word if they are law.',
  'docx/lost':
    '{count} characters of the file could not be placed in the act (“{chars}”): compare the two.',
  'docx/object:named': 'A picture or embedded object (“{words}”) stands here and was left out.',
  'docx/no-document':
    'The file is an archive without a Word document in it: open it in Word and save it as .docx.',
  'docx/number-format':
    'A list counts in a way that Bapta does not know (“{format}”): its numbers were read as 1, 2, 3. Check them.',
  'docx/object': 'A picture or embedded object stands here and was left out.',
  'docx/page-furniture': '“{words}” stands at the head or foot of each page and was left out.',
  'docx/symbol': 'A sign here is known to one font only: put the right character in its place.',
  'docx/too-large':
    'The file unpacks to far more than any document holds, so it was not opened: ask where it comes from.',
  'docx/tracked':
    'The file holds {count} tracked changes: the text without them was read as the law in force, the text with them as the draft.',
  'docx/tracked:by':
    'The file holds {count} tracked changes by {authors}: the text without them was read as the law in force, the text with them as the draft.',
  'docx/comment:unsigned': 'Somebody comments: “{words}”',
  'docx/comment:unsigned-apart': 'Somebody comments, on no words of the text: “{words}”',
  'open/file-kind:archive':
    '“{name}” is an archive, and Bapta reads plain text, Markdown, web pages, Word (.docx), Akoma Ntoso and its own .bapta. Unpack it and import the text in it.',
  'open/empty': '“{name}” is empty.',
  'open/file-kind:image':
    '“{name}” is a picture, and Bapta reads plain text, Markdown, web pages, Word (.docx), Akoma Ntoso and its own .bapta. Import the text itself.',
  'open/file-kind:old-word':
    '“{name}” is a document of an older Word, or one under a password, and Bapta reads plain text, Markdown, web pages, Word (.docx), Akoma Ntoso and its own .bapta. Open it in Word and save it as a Word document (.docx), then import that.',
  'open/file-kind:open-document':
    '“{name}” is an OpenDocument file, and Bapta reads plain text, Markdown, web pages, Word (.docx), Akoma Ntoso and its own .bapta. Open it in LibreOffice and save it as a Word document (.docx), then import that.',
  'open/file-kind:pdf':
    '“{name}” is a PDF, and Bapta reads plain text, Markdown, web pages, Word (.docx), Akoma Ntoso and its own .bapta. Save its text as a plain text file, then import that.',
  'open/file-kind:rtf':
    '“{name}” is an RTF document, and Bapta reads plain text, Markdown, web pages, Word (.docx), Akoma Ntoso and its own .bapta. Open it in Word and save it as a Word document (.docx), then import that.',
  'open/file-kind:web-archive':
    '“{name}” is a web archive, and Bapta reads plain text, Markdown, web pages, Word (.docx), Akoma Ntoso and its own .bapta. Open it in the browser and save it as a web page (.html), then import that.',
  'open/file-kind:word-xml':
    '“{name}” is a Word document of 2003 in XML, and Bapta reads plain text, Markdown, web pages, Word (.docx), Akoma Ntoso and its own .bapta. Open it in Word and save it as a Word document (.docx), then import that.',
  'open/file-kind:xml':
    '“{name}” is an XML file without an act of Akoma Ntoso, and Bapta reads plain text, Markdown, web pages, Word (.docx), Akoma Ntoso and its own .bapta. Import the text of the act as plain text.',
  'read/encoding':
    'The text is not UTF-8: byte {offset} cannot be read. Save the file as UTF-8 and open it again.',
  'read/flattened-number':
    '“{printed}” stands between {before} and {after}: if a raised figure was lost, number it {label}.',
  'read/glued-number':
    'No space stands after “{printed}” in the text: check that the number ends there.',
  'read/encoding:half':
    'The text ends in half a character: byte {offset} cannot be read. Save the file as UTF-8 and open it again.',
  'read/hidden-text':
    '“{words}” is hidden on the page and was left out: copy it by hand if it is law.',
  'read/lost': 'These characters could not be placed in the act: copy them to their place by hand.',
  'read/markup': 'This mark of Markdown shows how the text looked and was left out.',
  'read/picture:named':
    'A picture stands here (“{words}”): words or a formula in it were not read.',
  'read/no-units':
    'Nothing in this text has a number: check the language and the kind of act chosen for it.',
  'read/not-text':
    'This is no text file: byte {offset} is empty. Open the document in its own program and save it as plain text.',
  'read/page-code': 'A script or a style of the page was left out.',
  'read/page-furniture': '“{words}” belongs to the page it was copied from and was left out.',
  'read/picture': 'A picture stands here: words or a formula in it were not read.',
  'read/raised-number':
    'The raised figure {figure} was read as a part of the number: 44¹ is cited as 44-1.',
  'read/struck-text': '“{words}” is struck out on the page and was left out.',
  'read/table': 'These lines were read as a table: compare its cells with the text.',
} as const
