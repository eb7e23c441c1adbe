import { pathOf, type Stated } from './stated.ts'

const ARTICLE =
  /^(?:(?:Статья|СТАТЬЯ|Article)\s(\d+(?:-\d+)?)|(\d+(?:-\d+)?)-бап)(?=\.|$|\s+\p{Lu})/u

/** «1. Title» over an article. */
const TITLED = /^(\d{1,2})\.\s[^.;:]+$/u

/**
 * Numbers that open a line in texts of Kazakhstan and Russia, outermost first: what such a text states of its own
 * structure. A part of a code has no number and ends all before it; «9)» alone on its line is a
 * reference torn off by a link, and no unit.
 */
const OPENINGS: readonly RegExp[] = [
  /^(?:ОБЩАЯ|ОСОБЕННАЯ|Общая|Особенная)()\s(?:ЧАСТЬ|часть)$/u,
  /^(?:(?:Раздел|РАЗДЕЛ|Section)\s(\d+(?:-\d+)?|[IVXLC]+|ПЕРВЫЙ|ВТОРОЙ)|(\d+|[IVXLC]+)\s?-?\s?(?:бөлім|БӨЛІМ))(?=[.\s]|$)/u,
  /^(?:Подраздел|ПОДРАЗДЕЛ)\s(\d+|[IVXLC]+)(?=[.\s]|$)/u,
  /^(?:(?:Глава|ГЛАВА|Chapter)\s(\d+(?:-\d+)?|[IVXLC]+)|(\d+(?:-\d+)?)-(?:тарау|ТАРАУ))(?=[.\s]|$)/u,
  /^(?:(?:Параграф|ПАРАГРАФ|§)\s?(\d+(?:-\d+)?)|(\d+(?:-\d+)?)-параграф)(?=[.\s]|$)/u,
  /^([IVX]+)\.\s?(?=\p{L})/u,
  TITLED,
  ARTICLE,
  /^(\d{1,3}(?:-\d+)?)\.(?![\d\p{Ll}]|\s*\d{1,2}\.\d{4})/u,
  /^(\d{1,3}(?:-\d+)?)(?:\)(?![,;.)]|$)|\.(?=\p{Ll}))/u,
  /^([а-я](?:\.\d)?)\)\s/u,
]

export function statedByLines(name: string, text: string): Stated {
  const open: { depth: number; label: string }[] = []
  const paths: string[] = []
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  for (const [i, words] of lines.entries()) {
    for (const [depth, pattern] of OPENINGS.entries()) {
      const found = pattern.exec(words)
      if (!found || (pattern === TITLED && !ARTICLE.test(lines[i + 1] ?? ''))) continue
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
      const label = ordinal(found[1] ?? found[2] ?? '')
      open.push({ depth, label })
      if (label !== '') paths.push(pathOf(open.flatMap((one) => one.label || [])))
      break
    }
  }
  return { name, text, paths }
}

function ordinal(label: string): string {
  const at = ['ПЕРВЫЙ', 'ВТОРОЙ'].indexOf(label)
  return at < 0 ? label : String(at + 1)
}
