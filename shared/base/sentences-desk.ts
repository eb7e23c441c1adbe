/** What the desk, its library and the bridge to it refuse. */
export const DESK_SENTENCES = {
  'bridge/closed': 'The connection to the desk is closed; open the window again.',
  'bridge/fault': 'Bapta could not do this: a fault of its own, not of yours.',
  'bridge/invalid-input': '{call} was asked with something the contract does not allow: {facts}.',
  'bridge/invalid-output':
    'The host answered {call} with something the contract does not allow; it may be of another version.',
  'bridge/lost': 'The connection to the desk was lost; it is being restored.',
  'bridge/not-a-message:more': 'The frame goes on after its message.',
  'bridge/not-a-message': 'The frame is not a message of the bridge.',
  'bridge/unknown-call': 'The host does not know this call.',
  'carried/damaged':
    'The file is damaged or was changed after it was written, so nothing of it was taken: ask for it anew.',
  'carried/first-seen': 'Signed by “{name}”, first seen: ask them whether their key is {key}.',
  'carried/first-seen:unnamed':
    'Signed by somebody who told no name, first seen: ask them whether their key is {key}.',
  'carried/merged':
    'Merged: {clashing} to look at that both sides touched, {others} changed by others alone. Open the document to review them.',
  'carried/newer':
    'The file was written by a newer Bapta: update to read it. Nothing of it was taken.',
  'carried/other-document':
    'The file holds parts of another document than it names, so nothing of it was taken: ask for it anew.',
  'carried/signature':
    'The signature of the file is broken: it was changed after it was signed. Nothing of it was taken; ask for it anew.',
  'carried/signed': 'Signed by “{name}” with the key {key}, which was seen before.',
  'carried/signed:unnamed':
    'Signed by somebody who told no name with the key {key}, which was seen before.',
  'desk/akn-invalid': 'The document is not valid Akoma Ntoso at {place}: {said}',
  'desk/bad-base':
    'The base text on this server cannot be read: it may be of a newer Bapta. Ask who invited you.',
  'desk/bad-correction': 'The corrected text is not one of what was read.',
  'desk/bad-update': 'The change is not in a form that Bapta can keep.',
  'desk/base-damaged':
    'The base text of this document is damaged and no backup has it. Its draft is kept; import the text anew.',
  'desk/carried-other-base':
    'The file is a draft of another text of the law in force than this document, so nothing was merged: ask on which text it is based.',
  'desk/carried-removed':
    'The document of this file was taken out of the library: bring it back, then import the file again.',
  'desk/closed': 'Bapta is closing: this was not done.',
  'desk/fault': 'Bapta could not do this: a fault of its own, not of yours.',
  'desk/invalid-input': '{call} cannot be asked this: {facts}.',
  'desk/fault:job': 'Bapta could not finish this: a fault of its own, not of the file.',
  'desk/file-unreadable':
    '{name} cannot be read: check that it is a file and that you may read it.',
  'desk/law-clerk':
    'The amending law could not be worked on: {reason}. The draft is as it was; try again.',
  'desk/law-clerk:ended':
    'The work on the amending law ended early. The draft is as it was; try again.',
  'desk/law-clerk:closed': 'Bapta is closing: the amending law was not worked on.',
  'desk/law-clerk:cancelled': 'The work on the amending law was cancelled. The draft is as it was.',
  'desk/no-such-export:law':
    'An amending law is written from the law in force to the draft; compare versions as a redline or table.',
  'desk/network-server': 'The server for this network cannot start: {reason}',
  'desk/network-server:ended': 'The server for this network cannot start: it ended with {code}.',
  'desk/no-document': 'This document is no longer in the library.',
  'desk/no-invitation':
    'This is no invitation: it begins with http:// or https:// and has /join# in it. Copy it whole.',
  'desk/no-job': 'This work has ended already; there is nothing to cancel.',
  'desk/no-name': 'A version needs a name.',
  'desk/no-reading': 'What was read of this file is not held any more: import it again.',
  'desk/no-server': 'There is no sync server of Bapta at this address.',
  'desk/no-such-export:format': 'This cannot be written as .{format}: choose one of {formats}.',
  'desk/no-text': '“{name}” holds no words to read.',
  'desk/no-title': 'A document needs a title.',
  'desk/no-unit': 'The document has this unit no longer.',
  'desk/not-shared': 'This document is not shared.',
  'desk/not-shared:here': 'This invitation does not lead to this document on the server.',
  'desk/not-word': '“{name}” is no Word file: choose the .docx that was commented on.',
  'desk/no-such-export:numbers':
    'Every new number stays marked here, for rejecting all changes must give back the old text: choose HTML or PDF, or mark them.',
  'desk/other-base':
    'The server has this document with another base text: share it under another server, or join the draft that is there.',
  'desk/other-document': 'This invitation is to another draft: join it from the library.',
  'desk/other-base:own':
    'Your library has this document with another base text: move it out of the library, then join.',
  'desk/role:owner': 'Only an owner of this draft may do this.',
  'desk/print': 'The PDF could not be made: {reason}. Export the document as Word and print that.',
  'desk/print:ended':
    'The PDF could not be made: the program for print ended early. Export the document as Word and print that.',
  'desk/role:reader': 'You were invited to read this draft.',
  'desk/removed': 'You moved this document out of the library: bring it back, then join.',
  'desk/role:reviewer':
    'You were invited to comment on this draft and to suggest changes: its text is changed by its drafters.',
  'desk/server-away':
    'The server at {address} cannot be reached: check its address and the network.',
  'desk/unproved': 'The amending law could not be proved to give the draft, so it is not written.',
  'desk/unproved:in':
    'The amending law could not be proved to give the draft, so it is not written. The first difference is in {place}.',
  'desk/whole-server':
    'This invitation is to a whole server: open a document and share it there with this link.',
  'host/unreachable': 'The program did not answer.',
  'store/backup-used':
    'Nothing in the library that was found can be read, so it was restored from the backup {file}. What was saved after that backup is missing: a shared draft brings it back when it is opened, the rest is to be done again.',
  'store/base-lost':
    'The base text of “{title}” is damaged and no backup has it. Its draft is kept; import the text anew.',
  'store/base-restored':
    'The base text of “{title}” was damaged; it was taken from a backup. Nothing is missing.',
  'store/busy': 'Another program holds the library: this could not be saved yet.',
  'store/damaged':
    'The library is damaged: this could not be saved. Start Bapta again to have it repaired.',
  'store/disk-error': 'The disk gave an error: this could not be saved.',
  'store/disk-full':
    'The disk is full: this could not be saved. Free some space; nothing saved before is lost.',
  'store/document-lost':
    'A document (number {number}) is damaged beyond repair and no backup has it. The damaged library is kept; import the text anew, or ask whoever shares the draft to invite you again.',
  'store/draft-incomplete':
    'The draft of “{title}” was damaged: {missing} of its {last} saved changes could not be repaired. All others are there; the damaged library is kept. Read the draft through.',
  'store/draft-repaired': 'The draft of “{title}” was damaged and could be repaired whole.',
  'store/entry-restored':
    'The entry of “{title}” in the library was damaged; it was made anew. Check its title.',
  'store/foreign': 'This file is a database of another program; it was left as it is.',
  'store/library-damaged':
    'The library was damaged and has been rebuilt. The damaged file is kept beside it as {file}; what is missing is told here.',
  'store/library-damaged:gone':
    'The library was damaged: its file {file} was not in its place. It has been rebuilt from what is beside it.',
  'store/library-lost':
    'Nothing in the library that was found can be read, and there is no backup, so the library begins anew. If you have a copy of it elsewhere, close Bapta and put the copy in the place of {file}.',
  'store/locked':
    'This library is open in another Bapta. Use that window, or close it and start again.',
  'store/newer':
    'This library was written by a newer Bapta (version {version}; this one knows {newest}). It was left as it is: start the newer Bapta.',
  'store/read-only': 'The library cannot be written to: check its permissions.',
  'store/refused': 'The library refused this ({code}).',
  'store/locked:server': 'Another sync server uses {dir}: stop it, or give another --data.',
  'store/unreachable': 'The folder of the library cannot be written to: {path}',
  'sync/bad-update': 'A change from elsewhere could not be read and was left out.',
  'sync/expired': 'This invitation has expired: ask the owner of the draft for a new one.',
  'sync/revoked': 'You were removed from this draft by its owner.',
  'sync/unauthorized':
    'This server did not sign this invitation: ask the owner of the draft for another.',
} as const
