import type { Address, Spot } from '#shared/amend/address.ts'
import type { Instruction } from '#shared/amend/instruction.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { commandsOf, lawText, type Recorded } from './dc-laws.ts'

export interface Share {
  /** Records that an instruction of ours answers. */
  readonly read: number
  /** Records whose words and section stand in the words of the law at all. */
  readonly judged: number
  /** Instructions of ours that a record answers, of those that were made. */
  readonly precise: number
  readonly made: number
  /** The same of laws that name the place by the Code; others amend acts that no record knows. */
  readonly preciseInCode: number
  readonly madeInCode: number
}

/** How instructions read from D.C. laws agree with what the codifiers recorded of them. */
export function share(rows: readonly Recorded[]): Share {
  let [read, judged, precise, made, preciseInCode, madeInCode] = [0, 0, 0, 0, 0, 0]
  for (const records of commandsOf(rows)) {
    const inCode = records.filter(({ path }) => path?.startsWith('§'))
    if (inCode.length === 0) continue
    const text = lawText(records)
    const { commands } = parseAmendingLaw(text, { language: 'en', tradition: 'plain' })
    const ours = commands.flatMap(({ instruction }) => (instruction ? bonesOf(instruction) : []))
    const wanted = inCode.filter((one) => isSaid(one, text))
    judged += wanted.length
    read += wanted.filter((one) => ours.some((bones) => answers(bones, one))).length
    const answered = ours.filter((bones) => inCode.some((one) => answers(bones, one))).length
    made += ours.length
    precise += answered
    if (!/D\.?C\.? (?:Official )?Code|Columbia Official Code/u.test(text)) continue
    madeInCode += ours.length
    preciseInCode += answered
  }
  return { read, judged, precise, made, preciseInCode, madeInCode }
}

interface Bones {
  readonly op: string
  readonly path: string
  readonly old?: string
  readonly put?: string
}

function bonesOf(i: Instruction): readonly Bones[] {
  switch (i.kind) {
    case 'substituteWords':
      return i.pairs.map((pair) => ({
        op: 'find-replace',
        path: spot(i.at),
        old: pair.old,
        put: pair.new,
      }))
    case 'omitWords':
      return [{ op: 'find-replace', path: spot(i.at), old: i.words, put: '' }]
    case 'insertWords':
      return [
        {
          op: 'find-replace',
          path: spot(i.at),
          old: 'words' in i.where ? i.where.words : '',
          put: i.words,
        },
      ]
    case 'insertUnit':
      // A new section of the Code stands in none.
      return [{ op: 'insert', path: path(i.into) || `§${i.unit.label}` }]
    case 'insertSentences':
      return [{ op: 'insert', path: spot(i.at) }]
    case 'restateUnit':
      return [{ op: 'replace', path: path(i.at) }]
    case 'restateHeading':
      return [{ op: 'replace', path: `${path(i.at)}|heading` }]
    case 'repealUnit':
      return [{ op: 'repeal', path: path(i.at) }]
    case 'nestText':
      return [{ op: 'redesignate-para', path: path(i.at) }]
    case 'renumberUnit':
      return [
        {
          op: 'redesignate-para',
          path: path(i.at),
          old: i.at.flatMap((step) => ('label' in step ? step.label : [])).at(-1) ?? '',
          put: i.to,
        },
      ]
    default:
      return [{ op: i.kind, path: '' }]
  }
}

function path(at: Address): string {
  return at
    .filter((step) => 'label' in step)
    .map(({ kind, label }) => (kind === 'section' ? `§${label}` : `(${label})`))
    .join('|')
}

function spot({ unit, part }: Spot): string {
  return part?.kind === 'heading' ? `${path(unit)}|heading` : path(unit)
}

/**
 * Whether they say the same: one place is the other's or around it (the Code may have a level that the
 * law has not), and of two words the shorter is in the longer (the Code's markup cuts them at citations).
 */
function answers(ours: Bones, gold: Recorded): boolean {
  const at = (gold.path ?? '').replace(/\|(?:text|num|\[.*)$/u, '').replace('||', '|')
  const [section] = at.split('|')
  if (ours.path.split('|')[0] !== section) return false
  const near = at.startsWith(ours.path) || ours.path.startsWith(at) || tail(at) === tail(ours.path)
  if (!near) return false
  if (ours.op === 'redesignate-para' && gold.op !== ours.op)
    return gold.op === 'replace' || includes(gold.find, ours.old)
  if (ours.op !== gold.op) return isRestated(ours, gold)
  return (
    gold.op !== 'find-replace' ||
    ((includes(gold.find, ours.old) || isCorrected(gold, ours)) &&
      (gold.replace === null || includes(gold.replace, ours.put)))
  )
}

/**
 * Words that editors of the Code had corrected in brackets before the law struck them, as "[; and]" for
 * the law's ".": what is put in tells that it is the same change.
 */
function isCorrected({ find, replace }: Recorded, ours: Bones): boolean {
  return /\[/u.test(find ?? '') && plain(replace) !== '' && plain(ours.put) !== ''
}

function tail(one: string): string {
  return one.split('|').at(-1) ?? ''
}

/**
 * A marker "Repealed" or "Not funded" that a new unit takes the place of; or a unit that the law
 * restates, and the Code, where it had expired, has put in.
 */
function isRestated(ours: Bones, gold: Recorded): boolean {
  if (ours.op === 'insert') return gold.op === 'replace'
  const numbers = ours.path.split('|').slice(1).join('')
  const opens = plain(gold.new_text).replaceAll(' ', '')
  return (
    ours.op === 'replace' && gold.op === 'insert' && numbers !== '' && opens.startsWith(numbers)
  )
}

function includes(a: string | null | undefined, b: string | null | undefined): boolean {
  const [one, other] = [plain(a), plain(b)]
  if (one === '' || other === '') return true
  return one.includes(other) || other.includes(one)
}

function plain(words: string | null | undefined): string {
  return (words ?? '')
    .replaceAll(/[“”"]/gu, '"')
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

const NAMES: Readonly<Record<string, string>> = {
  '.': 'period',
  ';': 'semicolon',
  ',': 'comma',
  ':': 'colon',
}

/** Whether the words of the law have the section and the words that the record has. */
function isSaid(gold: Recorded, text: string): boolean {
  const section = /§([^|]*)/u.exec(gold.path ?? '')?.[1] ?? ''
  const law = plain(text)
  if (!law.includes(section)) return false
  if (gold.op === 'find-replace') {
    if (plain(gold.find) === '') return false
    return [gold.find, gold.replace].every((words) => {
      const one = plain(words)
      return one === '' || law.includes(one) || law.includes(NAMES[one] ?? '\u0000')
    })
  }
  if (gold.op === 'insert' || gold.op === 'replace')
    return (
      gold.new_text !== null &&
      !/is amended as follows:$/u.test(gold.instruction) &&
      !namesMore(gold)
    )
  return (
    !/shall apply upon|is repealed\.$/u.test(gold.instruction) ||
    /^\(|[Ss]ection/u.test(gold.instruction)
  )
}

/** Of several new units only some are recorded here: the law's block cannot be made again. */
function namesMore({ context, instruction }: Recorded): boolean {
  return /New (?:sub)*-?(?:sections|paragraphs|clauses)|Subsections|Paragraphs/u.test(
    `${context.at(-1)} ${instruction.slice(0, 80)}`,
  )
}
