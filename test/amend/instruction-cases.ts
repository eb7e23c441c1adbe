import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { isLanguage } from '#shared/schema/act.ts'
import { dumpInstruction } from '../builders/instruction.ts'

export interface InstructionCase {
  readonly name: string
  readonly found: readonly string[]
  readonly expected: readonly string[]
}

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/instructions')

/** The cases of all languages whose names begin with the rule; `?` leads what is not understood. */
export function casesOf(rule: string): readonly InstructionCase[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const [tradition = '', language] = path.basename(file, '.txt').split('-')
    if (!isLanguage(language)) throw new Error(`${file} is not named for a language`)
    return readFileSync(path.join(FOLDER, file), 'utf8')
      .split(/^# (?=M\d)/mu)
      .filter((block) => block.startsWith(`${rule} `))
      .map((block) => {
        const [head = '', expected = ''] = block.split('\n==>\n')
        const [name = '', ...law] = head.split('\n')
        const { commands } = parseAmendingLaw(law.join('\n'), { tradition, language })
        const found = commands.map(({ instruction, text }) =>
          instruction ? dumpInstruction(instruction) : `? ${text}`,
        )
        return { name: `${file}: ${name}`, found, expected: expected.split('\n').filter(Boolean) }
      })
  })
}
