import { DRAFT_PARTS, type DraftPart } from './part.ts'

/** What the sync server keeps together: one part of one draft. */
export interface Room {
  readonly document: string
  readonly part: DraftPart
}

/** The longest id of a document that a room may be named for. */
const LONGEST_ID = 200

/** Reads the name of a room, `DOCUMENT/PART`; undefined where it is none, or holds what no id does. */
export function parseRoom(name: string): Room | undefined {
  const slash = name.lastIndexOf('/')
  const document = name.slice(0, slash)
  const part = DRAFT_PARTS.find((each) => each === name.slice(slash + 1))
  return part && isDocumentId(document) ? { document, part } : undefined
}

export function roomOf(document: string, part: DraftPart): string {
  return `${document}/${part}`
}

export function isDocumentId(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_ID && !/[\s\p{C}/*?#%\\]/u.test(text)
}
