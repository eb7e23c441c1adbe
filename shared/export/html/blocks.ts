import type { Mark } from 'prosemirror-model'
import type { Fate, PageBlock, PageCell, PageParagraph, PageTable, Run } from '../page/page.ts'
import type { PageWords } from '../page/words.ts'
import { xmlText } from '../xml-text.ts'
import type { NoteLinks } from './note-links.ts'

/** How headings of the act are written; `top` is the element level of the act's title, 1 to 6. */
export interface BlockContext {
  readonly words: PageWords
  readonly top: number
  readonly notes: NoteLinks
}

export function blockHtml(block: PageBlock, context: BlockContext): string {
  return block.kind === 'table' ? tableHtml(block, context) : paragraphHtml(block, context)
}

function paragraphHtml(paragraph: PageParagraph, context: BlockContext): string {
  const { role, runs } = paragraph
  if (paragraph.footnote) return noteHtml(runs, context)
  const inner = runsHtml(runs, context)
  switch (role.name) {
    case 'title':
      return element(`h${context.top}`, 'title', inner)
    case 'division':
    case 'article':
    case 'sentence':
      return element(`h${Math.min(context.top + role.level, 6)}`, role.name, inner)
    case 'note':
      return `<p class="note" role="note">${inner}</p>`
    case 'foreign':
      return element('pre', 'foreign', inner)
    case 'preface':
      return element('p', 'preface', inner)
    case 'text':
    case 'cell':
    case 'cellHeader':
      return `<p>${inner}</p>`
  }
}

/** The line of a footnote; the mark that opens it leads back to the words. */
function noteHtml([mark, ...words]: readonly Run[], context: BlockContext): string {
  if (!mark) return ''
  const n = context.notes.line(mark.text)
  const opening = runsHtml([mark], context)
  const [id, back] =
    n === undefined
      ? ['', opening]
      : [` id="fn${n}"`, `<a href="#fnref${n}" role="doc-backlink">${opening}</a>`]
  return `<p class="footnote" role="doc-footnote"${id}>${back}${runsHtml(words, context)}</p>`
}

function element(tag: string, name: string, inner: string): string {
  return `<${tag} class="${name}">${inner}</${tag}>`
}

/** Runs with neighbours of one fate in one element, so that a screen reader says it once. */
function runsHtml(runs: readonly Run[], context: BlockContext): string {
  let html = ''
  for (let from = 0; from < runs.length; ) {
    const fate = runs[from]?.fate ?? 'kept'
    let inner = ''
    let to = from
    for (let run = runs[to]; run?.fate === fate; run = runs[++to]) inner += runHtml(run, context)
    html += wrapped(inner, fate, context.words)
    from = to
  }
  return html
}

function wrapped(inner: string, fate: Fate, words: PageWords): string {
  switch (fate) {
    case 'kept':
      return inner
    case 'inserted':
      return `<ins>${spoken(words.inserted[0])}${inner}${spoken(words.inserted[1])}</ins>`
    case 'deleted':
      return `<del>${spoken(words.deleted[0])}${inner}${spoken(words.deleted[1])}</del>`
    case 'movedTo':
      return `<ins class="moved">${inner}</ins>`
    case 'movedFrom':
      return `<del class="moved">${inner}</del>`
  }
}

/** Words for those who hear the page. */
function spoken(words: string): string {
  return `<span class="spoken">${words}</span>`
}

function runHtml(run: Run, { words, notes }: BlockContext): string {
  const { text, marks, marksA } = run
  const html = xmlText(text).replaceAll('\n', '<br>')
  const n = run.footnote && notes.reference(run)
  const anchored =
    n === undefined ? html : `<a id="fnref${n}" href="#fn${n}" role="doc-noteref">${html}</a>`
  const looked = marks.reduceRight(markHtml, anchored)
  return marksA ? `<span class="look">${looked}${spoken(words.look)}</span>` : looked
}

const MARK_TAGS: Readonly<Record<string, string>> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  superscript: 'sup',
  subscript: 'sub',
}

function markHtml(html: string, mark: Mark): string {
  const tag = MARK_TAGS[mark.type.name]
  return tag === undefined ? html : `<${tag}>${html}</${tag}>`
}

function tableHtml({ rows }: PageTable, context: BlockContext): string {
  const lines = rows.map(({ fate, cells }) => {
    const kept = cells.filter(({ kind }) => kind !== 'covered')
    const row = kept.map((cell) => cellHtml(cell, context)).join('')
    return `<tr${fate === 'kept' ? '' : ` class="${fate}"`}>${row}</tr>`
  })
  return `<table><tbody>${lines.join('')}</tbody></table>`
}

function cellHtml({ kind, columns, rows, blocks }: PageCell, context: BlockContext): string {
  const wide = columns > 1 ? ` colspan="${columns}"` : ''
  const tall = rows > 1 ? ` rowspan="${rows}"` : ''
  const inner = blocks.map((block) => blockHtml(block, context)).join('')
  return kind === 'header' && inner !== ''
    ? `<th scope="col"${wide}${tall}>${inner}</th>`
    : `<td${wide}${tall}>${inner}</td>`
}
