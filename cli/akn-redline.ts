import path from 'node:path'
import { type AknFile, expressionFiles, markedFile } from '#desk/akn-export.ts'
import type { RedlineTexts } from '#shared/akn/redline/write-redline.ts'
import type { Result } from '#shared/base/result.ts'
import type { Output } from './command.ts'
import { writeOutput } from './output.ts'
import { DONE, PROBLEMS, unreadable, wrongUsage } from './refusal.ts'

/**
 * A redline as Akoma Ntoso: `X.xml` holds both texts marked, `X.base.xml` and `X.draft.xml` beside it
 * each text alone. All are made before the first is written, and none is written over an `input`.
 */
export function writeAknRedline(
  out: string,
  texts: RedlineTexts,
  inputs: readonly string[],
  io: Output,
): number {
  const { dir, name, ext } = path.parse(out)
  const beside = (text: string) => path.join(dir, `${name}.${text}${ext}`)
  const [base, draft] = [beside('base'), beside('draft')]
  for (const file of [base, draft]) {
    if (inputs.some((input) => path.resolve(input) === path.resolve(file)))
      throw wrongUsage(`“${file}” is read and would be written over: give --out another name.`)
  }
  const marked = made(markedFile(texts))
  const expressions = made(expressionFiles(texts))
  const files: readonly (readonly [string, AknFile])[] = [
    [out, marked],
    [base, expressions.base],
    [draft, expressions.draft],
  ]
  for (const [file, { text }] of files) writeOutput(file, text)
  const faulty = files.flatMap(([file, { problems }]) =>
    problems.slice(0, 1).map((one) => ({ file, one })),
  )
  for (const { file, one } of faulty) io.tell(`${file}: ${one.message}`)
  return faulty.length > 0 ? PROBLEMS : DONE
}

function made<T>(result: Result<T>): T {
  if (!result.ok) throw unreadable(result.problem.message)
  return result.value
}
