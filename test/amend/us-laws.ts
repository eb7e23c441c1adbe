import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'

/** An action that the publisher of a US law tagged, by its place in the text. */
interface TaggedAction {
  readonly type: string
  readonly at: number
}

const LEVEL =
  /^(?:section|subsection|paragraph|subparagraph|clause|subclause|item|title|continuation|p)$/u

/** The text of a law in USLM, a line for each numbered level, with its tagged actions. */
function taggedLaw(xml: string): {
  readonly text: string
  readonly actions: readonly TaggedAction[]
} {
  const actions: TaggedAction[] = []
  let text = ''
  let aside = 0
  const main = xml.slice(Math.max(0, xml.indexOf('<main')))
  for (const [token] of main.matchAll(/<[^>]*>|[^<]+/gu)) {
    const name = /^<\/?([\w:]+)/u.exec(token)?.[1]
    if (name === 'sidenote' || name === 'page' || name === 'toc') {
      if (!token.endsWith('/>')) aside += token.startsWith('</') ? -1 : 1
    } else if (aside > 0) continue
    else if (name === undefined) text += decoded(token)
    else if (name === 'amendingAction' && !token.startsWith('</'))
      actions.push({ type: /type="(\w+)"/u.exec(token)?.[1] ?? '', at: text.length })
    else if (LEVEL.test(name) && !token.startsWith('</')) text = `${text.trimEnd()}\n`
    else if (name === 'num' && token.startsWith('</')) text += ' '
  }
  return { text, actions }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
}

function decoded(words: string): string {
  return words
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/&\w+;/gu, (entity) => ENTITIES[entity] ?? entity)
}

/** How many of the tagged actions, but for "is amended", lie in an instruction that is read. */
export function taggedShare(xml: string): { readonly read: number; readonly tagged: number } {
  const { text, actions } = taggedLaw(xml)
  const wanted = actions.filter(({ type }) => type !== 'amend')
  const { commands } = parseAmendingLaw(text, { language: 'en', tradition: 'plain' })
  const understood = commands.filter(({ instruction }) => instruction)
  const read = wanted.filter(({ at }) =>
    understood.some(({ range }) => range.start <= at && at < range.end),
  )
  return { read: read.length, tagged: wanted.length }
}
