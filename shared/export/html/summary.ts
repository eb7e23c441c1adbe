import { dayInFigures, type ExportAbout, inUtc } from '../about.ts'
import type { PageChange } from '../page/changes.ts'
import { countsInWords, type PageWords } from '../page/words.ts'
import { xmlText } from '../xml-text.ts'

/** What the page compares, how it marks changes, and the list of them. */
export function summaryHtml(
  changes: readonly PageChange[],
  unmarkedNumbers: number,
  about: ExportAbout,
  words: PageWords,
): string {
  const day = inUtc(about.date).slice(0, 10)
  return [
    `<header class="about"><h1>${words.comparison}</h1><p class="name">${xmlText(about.title)}</p>`,
    `<p class="by">${xmlText(about.author)}, <time datetime="${day}">${dayInFigures(about.date)}</time></p>`,
    '</header>',
    `<nav class="changes" aria-labelledby="changes"><section><h2 id="changes">${words.summary}</h2>`,
    `<p>${countsInWords(changes.length, unmarkedNumbers, words).join('; ')}</p>`,
    `<p class="key">${words.legend}: ${keyHtml(words)}</p>`,
    changes.length === 0
      ? ''
      : `<ol tabindex="0">${changes.map((c) => itemHtml(c, words)).join('')}</ol>`,
    '</section></nav>',
  ].join('')
}

function keyHtml(words: PageWords): string {
  const [inserted, deleted, moved] = words.legendWords
  return `<ins>${inserted}</ins> <del>${deleted}</del> ` + `<ins class="moved">${moved}</ins>`
}

function itemHtml({ n, kind, place }: PageChange, words: PageWords): string {
  return `<li><a href="#c${n}">${xmlText(place)}</a> <span class="kind">${words.kinds[kind]}</span></li>`
}
