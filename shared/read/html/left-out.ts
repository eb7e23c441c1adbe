import { type Problem, problem } from '../../base/problem.ts'
import type { TextRange } from '../../base/range.ts'
import type { LeftOut } from './chrome.ts'
import { type Element, rangeOf, wordsIn } from './dom.ts'

interface Words {
  readonly why: LeftOut | 'raised'
  readonly words: string
  readonly range: TextRange
}

/** What stands on a page and is no text of it: kept to be reported, nothing goes in silence. */
export class LeftOutWords {
  title: Element | undefined
  private readonly all: Words[] = []

  add(why: LeftOut, words: string, range: TextRange): void {
    this.all.push({ why, words: words.replaceAll(/\s+/gu, ' ').trim(), range })
  }

  addAll(others: LeftOutWords): void {
    for (const one of others.all) this.all.push(one)
  }

  /** A raised figure that was taken into the number before it. */
  raised(range: TextRange): void {
    this.all.push({ why: 'raised', words: '', range })
  }

  problems(html: string): readonly Problem[] {
    const problems = this.all.flatMap((one) => problemOf(one, html))
    const title = this.title
    if (title && wordsIn(title) !== '') problems.push(furniture(wordsIn(title), rangeOf(title)))
    return problems.sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0))
  }
}

function problemOf({ why, words, range: source }: Words, html: string): Problem[] {
  switch (why) {
    case 'code':
      return /\S/u.test(words) ? [code(source)] : []
    case 'furniture':
      return words === '' ? [] : [furniture(words, source)]
    case 'hidden':
      return words === ''
        ? []
        : [problem('read/hidden-text', { words: short(words) }, { severity: 'warning', source })]
    case 'struck':
      return words === ''
        ? []
        : [problem('read/struck-text', { words: short(words) }, { severity: 'warning', source })]
    case 'picture':
      return [
        words === ''
          ? problem('read/picture', {}, { severity: 'warning', source })
          : problem('read/picture:named', { words: short(words) }, { severity: 'warning', source }),
      ]
    case 'raised':
      return [
        problem(
          'read/raised-number',
          { figure: html.slice(source.start, source.end) },
          { severity: 'info', source },
        ),
      ]
  }
}

function code(source: TextRange): Problem {
  return problem('read/page-code', {}, { severity: 'info', source })
}

/** Words of the page and not of the text on it. */
export function furniture(words: string, source: TextRange): Problem {
  return problem('read/page-furniture', { words: short(words) }, { severity: 'info', source })
}

/** Characters of left-out words that a message quotes. */
const QUOTED = 120

function short(words: string): string {
  return words.length <= QUOTED ? words : `${words.slice(0, QUOTED)}…`
}
