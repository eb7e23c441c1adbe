import type { Mark } from 'prosemirror-model'
import type { ChangedBy } from '../../diff/redline.ts'
import type { Remark } from '../../structure/remark.ts'
import type { Fate, Run } from '../page/page.ts'
import type { Revisions } from './revisions.ts'
import { breaksXml } from './words-xml.ts'

/**
 * Runs as WordprocessingML, neighbours of one fate and author under one revision. The sign of a comment
 * comes and goes with the words that it follows; the marks of its place belong to no revision, as Word has it.
 */
export function runsXml(runs: readonly Run[], revisions: Revisions): string {
  let xml = ''
  for (let from = 0; from < runs.length; ) {
    const { fate = 'kept', by, opens = [] } = runs[from] ?? {}
    let to = from
    let inner = ''
    let closes: readonly Remark[] = []
    for (let run = runs[to]; run?.fate === fate && sameBy(run.by, by); run = runs[++to]) {
      if (to > from && (run.opens || closes.length > 0)) break
      inner += runXml(run, revisions)
      closes = run.closes ?? []
    }
    const { comments } = revisions
    xml += comments.opens(opens, revisions) + wrapped(inner, fate, by, revisions)
    if (closes.length > 0)
      xml += comments.closes(closes) + wrapped(comments.signs(closes), fate, by, revisions)
    from = to
  }
  return xml
}

function sameBy(a: ChangedBy | undefined, b: ChangedBy | undefined): boolean {
  return a?.author === b?.author && a?.date === b?.date
}

function wrapped(
  inner: string,
  fate: Fate,
  by: ChangedBy | undefined,
  revisions: Revisions,
): string {
  if (fate === 'kept') return inner
  const tag = REVISION_TAGS[fate]
  return `<w:${tag}${revisions.stamp(by)}>${inner}</w:${tag}>`
}

export const REVISION_TAGS = {
  inserted: 'ins',
  deleted: 'del',
  movedFrom: 'moveFrom',
  movedTo: 'moveTo',
} as const satisfies Record<Exclude<Fate, 'kept'>, string>

function runXml(run: Run, revisions: Revisions): string {
  const { fate, text, marks, marksA, footnote, by } = run
  if (footnote) return revisions.notes.reference(footnote, fate, by)
  const style = run.number ? '<w:rStyle w:val="UnitNumber"/>' : ''
  const look = style + marksXml(marks)
  const past = marksA
    ? `<w:rPrChange${revisions.stamp(by)}><w:rPr>${style}${marksXml(marksA)}</w:rPr></w:rPrChange>`
    : ''
  const properties = look || past ? `<w:rPr>${look}${past}</w:rPr>` : ''
  const tag = fate === 'deleted' ? 'w:delText' : 'w:t'
  return `<w:r>${properties}${breaksXml(text, tag)}</w:r>`
}

/** Mark elements in the order that the schema of run properties demands. */
const LOOKS: readonly (readonly [mark: string, xml: string])[] = [
  ['strong', '<w:b/><w:bCs/>'],
  ['emphasis', '<w:i/><w:iCs/>'],
  ['underline', '<w:u w:val="single"/>'],
  ['superscript', '<w:vertAlign w:val="superscript"/>'],
  ['subscript', '<w:vertAlign w:val="subscript"/>'],
]

function marksXml(marks: readonly Mark[]): string {
  if (marks.length === 0) return ''
  return LOOKS.map(([name, xml]) => (marks.some(({ type }) => type.name === name) ? xml : '')).join(
    '',
  )
}
