import type { Mark } from 'prosemirror-model'
import type { Fate, Run } from '../page/page.ts'
import { xmlText } from '../xml-text.ts'
import type { Revisions } from './revisions.ts'

/** Runs as WordprocessingML, neighbours of one fate under one revision. */
export function runsXml(runs: readonly Run[], revisions: Revisions): string {
  let xml = ''
  for (let from = 0; from < runs.length; ) {
    const fate = runs[from]?.fate ?? 'kept'
    let to = from
    let inner = ''
    for (let run = runs[to]; run?.fate === fate; run = runs[++to]) inner += runXml(run, revisions)
    xml += wrapped(inner, fate, revisions)
    from = to
  }
  return xml
}

function wrapped(inner: string, fate: Fate, revisions: Revisions): string {
  if (fate === 'kept') return inner
  const tag = REVISION_TAGS[fate]
  return `<w:${tag}${revisions.stamp()}>${inner}</w:${tag}>`
}

export const REVISION_TAGS = {
  inserted: 'ins',
  deleted: 'del',
  movedFrom: 'moveFrom',
  movedTo: 'moveTo',
} as const satisfies Record<Exclude<Fate, 'kept'>, string>

function runXml({ fate, text, marks, marksA }: Run, revisions: Revisions): string {
  const look = marksXml(marks)
  const past = marksA
    ? `<w:rPrChange${revisions.stamp()}><w:rPr>${marksXml(marksA)}</w:rPr></w:rPrChange>`
    : ''
  const properties = look || past ? `<w:rPr>${look}${past}</w:rPr>` : ''
  const tag = fate === 'deleted' ? 'w:delText' : 'w:t'
  return `<w:r>${properties}${wordsXml(text, tag)}</w:r>`
}

function wordsXml(text: string, tag: string): string {
  if (!text.includes('\n') && !text.includes('\t')) return textXml(text, tag)
  return text
    .split(/([\n\t])/)
    .map((piece) => {
      if (piece === '\n') return '<w:br/>'
      if (piece === '\t') return '<w:tab/>'
      return piece === '' ? '' : textXml(piece, tag)
    })
    .join('')
}

function textXml(text: string, tag: string): string {
  return `<${tag} xml:space="preserve">${xmlText(text)}</${tag}>`
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
