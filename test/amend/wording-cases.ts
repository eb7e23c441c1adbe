import { readdirSync, readFileSync } from 'node:fs'
import type { Address, AddressStep } from '#shared/amend/address.ts'
import type { Instruction } from '#shared/amend/instruction.ts'
import type { QuotedUnit } from '#shared/amend/quoted-unit.ts'
import { isLanguage, type Language } from '#shared/schema/act.ts'
import { isUnitKind } from '#shared/schema/kind.ts'

/** One case of test/fixtures/wordings: instructions in short notation, and how they are said. */
export interface WordingCase {
  readonly name: string
  readonly tradition: string
  readonly profile: string
  readonly source: readonly string[]
  readonly expected: ReadonlyMap<Language, string>
}

const FOLDER = new URL('../fixtures/wordings/', import.meta.url)

/** Every case of every file whose name begins so. */
export function wordingCases(prefix: string): readonly WordingCase[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(prefix))
    .flatMap((file) => casesIn(readFileSync(new URL(file, FOLDER), 'utf8')))
}

function casesIn(text: string): readonly WordingCase[] {
  let tradition = 'kz'
  let profile = 'constitution'
  const cases: WordingCase[] = []
  for (const block of text.split(/^# /mu).slice(1)) {
    const [head = '', ...parts] = block.split(/^==> /mu)
    const [name = '', ...lines] = head.trim().split('\n')
    const under = /^under (\S+) (\S+)$/u.exec(name)
    if (under) {
      ;[, tradition = '', profile = ''] = under
      continue
    }
    const expected = new Map<Language, string>()
    for (const part of parts) {
      const [language = '', ...said] = part.trimEnd().split('\n')
      if (!isLanguage(language)) throw new Error(`${name}: no language “${language}”`)
      expected.set(language, said.join('\n'))
    }
    cases.push({ name, tradition, profile, source: lines, expected })
  }
  return cases
}

/**
 * The instruction of a line of JSON in which an address is `article 4 / subparagraph #2`, a unit
 * `point 10-1: words`, and words in several languages stand as `ru|kk|en`.
 */
export function instructionOf(line: string, language: Language): Instruction {
  const at = { ru: 0, kk: 1, en: 2 }[language]
  const value: unknown = JSON.parse(line, (key, one: unknown) => {
    if (typeof one !== 'string') return one
    if (key === 'at' || key === 'into') return address(one)
    if (key === 'spot') return { unit: address(one) }
    if (key === 'step') return address(one)[0]
    const words = one.split('|')
    const own = words.length === 3 ? (words[at] ?? '') : one
    return key === 'unit' ? quotedUnit(own) : own
  })
  return spotted(value) as Instruction
}

/** `spot`, with the `part` beside it, is the `at` of an instruction on words. */
function spotted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('spot' in value)) return value
  const { spot, part, ...rest } = value as { spot: object; part?: object }
  return { ...rest, at: { ...spot, ...(part === undefined ? {} : { part }) } }
}

function address(text: string): Address {
  return text === '' ? [] : text.split(' / ').map(step)
}

function step(text: string): AddressStep {
  const [kind = '', number = ''] = text.split(' ')
  if (!isUnitKind(kind)) throw new Error(`no kind “${kind}”`)
  return number.startsWith('#')
    ? { kind, ordinal: Number(number.slice(1)) }
    : { kind, label: number }
}

function quotedUnit(text: string): QuotedUnit {
  const [, kind = '', label = '', heading = '', words = ''] =
    /^(\w+)(?: ([^:[]+))?(?: \[(.*?)\])?: ?(.*)$/su.exec(text) ?? []
  if (!isUnitKind(kind)) throw new Error(`no unit “${text}”`)
  return {
    kind,
    label: label === '' ? null : label,
    num: null,
    heading: heading === '' ? null : heading,
    blocks: words === '' ? [] : [{ kind: 'paragraph', text: words }],
    units: [],
  }
}
