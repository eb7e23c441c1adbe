import { lastingId, MOST_LASTING } from '../../structure/lasting-id.ts'
import type { Remark, RemarkComment } from '../../structure/remark.ts'
import { saidBookmark, saidHash } from '../../structure/said-mark.ts'
import { inUtc } from '../about.ts'
import type { OpenedUnit, Opening } from '../page/page.ts'
import { xmlText } from '../xml-text.ts'
import { breaksXml } from './words-xml.ts'

/** What people said, part by part as Word keeps it. */
export interface CommentParts {
  /** Content of `comments.xml`; `''`: nothing was said. */
  readonly comments: string
  /** Content of `commentsExtended.xml`: which comments answer which, and what is settled. */
  readonly extended: string
  /** Content of `commentsIds.xml`: ids that a comment keeps from one saving to the next. */
  readonly ids: string
  /** Content of `commentsExtensible.xml`: when each was said in UTC, since Word takes other dates for local ones. */
  readonly extensible: string
  /** Content of `people.xml`: who speaks. */
  readonly people: string
}

/** The comments of one document: a remark's answers are comments of their own on the same words. */
export class CommentWriter {
  private readonly known = new Map<Remark, readonly number[]>()
  private readonly comments: string[] = []
  private readonly extended: string[] = []
  private readonly ids: string[] = []
  private readonly extensible: string[] = []
  private readonly authors = new Set<string>()
  private readonly durable = new Set<number>()

  /** The marks before words that are remarked on. */
  opens(openings: readonly Opening[], { nextId }: { readonly nextId: () => number }): string {
    return openings
      .map(({ remark, unit }) => {
        const sign = unit ? signXml(remark, unit, nextId()) : ''
        const starts = this.idsOf(remark).map((id) => `<w:commentRangeStart w:id="${id}"/>`)
        return sign + starts.join('')
      })
      .join('')
  }

  /** The marks behind such words. */
  closes(remarks: readonly Remark[]): string {
    return remarks
      .flatMap((remark) => this.idsOf(remark))
      .map((id) => `<w:commentRangeEnd w:id="${id}"/>`)
      .join('')
  }

  /** The signs behind the marks that Word hangs the comments on. */
  signs(remarks: readonly Remark[]): string {
    return remarks
      .flatMap((remark) => this.idsOf(remark))
      .map((id) => `<w:r>${REFERENCE}<w:commentReference w:id="${id}"/></w:r>`)
      .join('')
  }

  parts(): CommentParts {
    return {
      comments: this.comments.join(''),
      extended: this.extended.join(''),
      ids: this.ids.join(''),
      extensible: this.extensible.join(''),
      people: [...this.authors].map(personXml).join(''),
    }
  }

  private idsOf(remark: Remark): readonly number[] {
    const known = this.known.get(remark)
    if (known) return known
    const first = this.comments.length
    const ids = remark.comments.map((comment, i) => {
      const id = first + i
      this.comments.push(commentXml(comment, id))
      const parent = i === 0 ? '' : ` w15:paraIdParent="${paraId(first)}"`
      const done = remark.isResolved ? 1 : 0
      this.extended.push(`<w15:commentEx w15:paraId="${paraId(id)}"${parent} w15:done="${done}"/>`)
      const durable = hex(this.durableId(comment))
      this.ids.push(
        `<w16cid:commentId w16cid:paraId="${paraId(id)}" w16cid:durableId="${durable}"/>`,
      )
      this.extensible.push(
        `<w16cex:commentExtensible w16cex:durableId="${durable}" w16cex:dateUtc="${inUtc(comment.date)}"/>`,
      )
      if (comment.author !== '') this.authors.add(comment.author)
      return id
    })
    this.known.set(remark, ids)
    return ids
  }

  /** The same comment has the same id in every file that says it, as far as no other took it. */
  private durableId({ author, date, words, lasting }: RemarkComment): number {
    let id = Number.parseInt(lasting ?? lastingId(`${author}\n${date}\n${words}`), 16)
    while (this.durable.has(id)) id = (id + 1) % MOST_LASTING
    this.durable.add(id)
    return id
  }
}

const REFERENCE = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'

function signXml({ comments }: Remark, { side, above }: OpenedUnit, id: number): string {
  const [first] = comments
  if (!first) return ''
  const name = saidBookmark(
    {
      comment: saidHash({ ...first, date: inUtc(first.date) }),
      side: side === 'A' ? 'base' : 'draft',
      above,
    },
    id,
  )
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`
}

function commentXml({ author, date, words }: RemarkComment, id: number): string {
  const lines = words.split('\n')
  const paragraphs = lines.map((line, i) => {
    const sign = i === 0 ? `<w:r>${REFERENCE}<w:annotationRef/></w:r>` : ''
    const name = i === lines.length - 1 ? ` w14:paraId="${paraId(id)}"` : ''
    return `<w:p${name}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${sign}<w:r>${breaksXml(line, 'w:t')}</w:r></w:p>`
  })
  const by = ` w:author="${xmlText(author)}" w:date="${inUtc(date)}" w:initials="${xmlText(initialsOf(author))}"`
  return `<w:comment w:id="${id}"${by}>${paragraphs.join('')}</w:comment>`
}

/** As Word writes people who are signed in nowhere. */
function personXml(author: string): string {
  const name = xmlText(author)
  return `<w15:person w15:author="${name}"><w15:presenceInfo w15:providerId="None" w15:userId="${name}"/></w15:person>`
}

/** Eight hexadecimal digits below 80000000, as Word demands. */
function paraId(comment: number): string {
  return hex(comment + 1)
}

function hex(id: number): string {
  return id.toString(16).padStart(8, '0').toUpperCase()
}

/** The first letters of the first three words of a name. */
function initialsOf(author: string): string {
  const letters = author.match(/(?<!\p{L})\p{L}/gu) ?? []
  return letters.slice(0, 3).join('').toUpperCase()
}
