import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { footnoteWords, type TextBlock } from './expected.ts'

const run = promisify(execFile)

/**
 * The blocks of a Word file as pandoc reads it with all changes accepted or rejected.
 *
 * pandoc itself folds white space into single spaces, drops blank paragraphs, and keeps a row that a
 * revision of the row took away as a row of empty cells; {@link asPandocSees} does the same to what is expected.
 */
export async function pandocBlocks(
  path: string,
  changes: 'accept' | 'reject',
): Promise<readonly TextBlock[]> {
  const { stdout } = await run(
    'pandoc',
    ['--from=docx', '--to=json', `--track-changes=${changes}`, path],
    { maxBuffer: 1 << 30 },
  )
  return element.array().parse(JSON.parse(stdout).blocks).flatMap(textBlocks)
}

/** The words between the marks of each comment as pandoc reads them, without those that were deleted. */
export async function pandocComments(path: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await run(
    'pandoc',
    ['--from=docx', '--to=json', '--track-changes=all', path],
    { maxBuffer: 1 << 30 },
  )
  const words = new Map<string, string>()
  const open = new Set<string>()
  let isGone = false
  const add = (text: string): void => {
    if (isGone) return
    for (const id of open) words.set(id, (words.get(id) ?? '') + text)
  }
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    const { success, data } = element.safeParse(value)
    if (!success) return
    const span = data.t === 'Span' ? spanOf(data.c) : undefined
    if (span?.is === 'comment-start') {
      open.add(span.id)
      words.set(span.id, words.get(span.id) ?? '')
    } else if (span?.is === 'comment-end') open.delete(span.id)
    else if (span?.is === 'deletion') {
      isGone = true
      walk(data.c)
      isGone = false
    } else if (data.t === 'Note') return
    else if (data.t === 'Str') add(z.string().parse(data.c))
    else if (data.t === 'Code') add(z.tuple([z.unknown(), z.string()]).parse(data.c)[1])
    else walk(data.c)
  }
  walk(JSON.parse(stdout).blocks)
  return words
}

const attributes = z.tuple([
  z.tuple([z.string(), z.array(z.string()), z.array(z.tuple([z.string(), z.string()]))]),
  z.unknown(),
])

function spanOf(content: unknown): { readonly is: string; readonly id: string } {
  const [[, classes, pairs]] = attributes.parse(content)
  return { is: classes[0] ?? '', id: pairs.find(([key]) => key === 'id')?.[1] ?? '' }
}

/** Expected blocks without what pandoc does not tell: white space, blank cells and the count of rows. */
export function asPandocSees(blocks: readonly TextBlock[]): readonly TextBlock[] {
  return blocks.flatMap((block): readonly TextBlock[] => {
    if (typeof block === 'string') {
      const words = folded(block)
      return words === '' ? [] : [words]
    }
    const cells = block.cells.map(asPandocSees).filter((inner) => inner.length > 0)
    return cells.length === 0 ? [] : [{ rows: 0, cells }]
  })
}

interface Element {
  t: string
  c?: unknown
}

const element: z.ZodType<Element> = z.object({ t: z.string(), c: z.unknown().optional() })

function textBlocks({ t, c }: Element): readonly TextBlock[] {
  switch (t) {
    case 'Para':
    case 'Plain':
      return asPandocSees([inlineText(c)])
    case 'Header':
      return asPandocSees([inlineText(z.array(z.unknown()).parse(c)[2])])
    case 'BlockQuote':
      return element.array().parse(c).flatMap(textBlocks)
    case 'CodeBlock':
      return asPandocSees([z.tuple([z.unknown(), z.string()]).parse(c)[1]])
    case 'Div':
      return element.array().parse(z.array(z.unknown()).parse(c)[1]).flatMap(textBlocks)
    case 'Table':
      return asPandocSees([{ rows: 0, cells: tableCells(c) }])
    case 'BulletList':
      return z.array(element.array()).parse(c).flat().flatMap(textBlocks)
    case 'OrderedList':
      return z
        .tuple([z.unknown(), z.array(element.array())])
        .parse(c)[1]
        .flat()
        .flatMap(textBlocks)
    case 'DefinitionList':
      return definition
        .array()
        .parse(c)
        .flatMap(([term, meanings]) => [
          ...asPandocSees([inlineText(term)]),
          ...meanings.flat().flatMap(textBlocks),
        ])
    default:
      throw new Error(`a block of pandoc's that no document of law should make: ${t}`)
  }
}

const definition = z.tuple([z.unknown(), z.array(element.array())])

const row = z.tuple([z.unknown(), z.array(z.unknown())])

/** Head, bodies and foot, as pandoc's `Table` has them. */
function tableCells(c: unknown): readonly (readonly TextBlock[])[] {
  const [, , , head, bodies, foot] = z.array(z.unknown()).parse(c)
  const rowsOf = (part: unknown) => z.tuple([z.unknown(), z.array(row)]).parse(part)[1]
  const bodyRows = z
    .array(z.tuple([z.unknown(), z.unknown(), z.array(row), z.array(row)]))
    .parse(bodies)
    .flatMap(([, , heads, rows]) => [...heads, ...rows])
  return [...rowsOf(head), ...bodyRows, ...rowsOf(foot)].flatMap(([, cells]) =>
    cells.map((cell) =>
      element.array().parse(z.array(z.unknown()).parse(cell)[4]).flatMap(textBlocks),
    ),
  )
}

function inlineText(inlines: unknown): string {
  return element
    .array()
    .parse(inlines)
    .map(({ t, c }) => {
      if (t === 'Str') return z.string().parse(c)
      if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' '
      if (t === 'Image') return ''
      if (t === 'Math' || t === 'Code') return z.tuple([z.unknown(), z.string()]).parse(c)[1]
      if (t === 'Span' || t === 'Link') return inlineText(z.array(z.unknown()).parse(c)[1])
      if (t === 'Quoted') return inlineText(z.array(z.unknown()).parse(c)[1])
      if (t === 'Note') return footnoteWords(noteText(c))
      return inlineText(c)
    })
    .join('')
}

function noteText(blocks: unknown): string {
  return element.array().parse(blocks).flatMap(textBlocks).join('\n')
}

function folded(words: string): string {
  return words.replaceAll(/[ \t\n]+/g, ' ').trim()
}
