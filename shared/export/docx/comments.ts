import { inUtc } from '../about.ts'
import type { Remark, RemarkComment } from '../remark.ts'
import { xmlText } from '../xml-text.ts'
import { breaksXml } from './words-xml.ts'

/** The comments of one document: a remark's answers are comments of their own on the same words. */
export class CommentWriter {
  private readonly ids = new Map<Remark, readonly number[]>()
  private readonly comments: string[] = []
  private readonly extended: string[] = []

  /** The marks before words that are remarked on. */
  opens(remarks: readonly Remark[]): string {
    return remarks
      .flatMap((remark) => this.idsOf(remark))
      .map((id) => `<w:commentRangeStart w:id="${id}"/>`)
      .join('')
  }

  /** The marks behind such words, and the signs that Word hangs the comments on. */
  closes(remarks: readonly Remark[]): string {
    return remarks
      .flatMap((remark) => this.idsOf(remark))
      .map(
        (id) =>
          `<w:commentRangeEnd w:id="${id}"/><w:r>${REFERENCE}<w:commentReference w:id="${id}"/></w:r>`,
      )
      .join('')
  }

  /** Content of the part `comments.xml`; `''`: none was made. */
  xml(): string {
    return this.comments.join('')
  }

  /** Content of the part `commentsExtended.xml`: which comments answer which, and what is settled. */
  extendedXml(): string {
    return this.extended.join('')
  }

  private idsOf(remark: Remark): readonly number[] {
    const known = this.ids.get(remark)
    if (known) return known
    const first = this.comments.length
    const ids = remark.comments.map((comment, i) => {
      const id = first + i
      this.comments.push(commentXml(comment, id))
      const parent = i === 0 ? '' : ` w15:paraIdParent="${paraId(first)}"`
      const done = remark.isResolved ? 1 : 0
      this.extended.push(`<w15:commentEx w15:paraId="${paraId(id)}"${parent} w15:done="${done}"/>`)
      return id
    })
    this.ids.set(remark, ids)
    return ids
  }
}

const REFERENCE = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'

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

/** Eight hexadecimal digits below 80000000, as Word demands. */
function paraId(comment: number): string {
  return (comment + 1).toString(16).padStart(8, '0').toUpperCase()
}

/** The first letters of the first three words of a name. */
function initialsOf(author: string): string {
  const letters = author.match(/(?<!\p{L})\p{L}/gu) ?? []
  return letters.slice(0, 3).join('').toUpperCase()
}
