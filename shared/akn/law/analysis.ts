import type { Instruction } from '../../amend/instruction.ts'
import { emptyTag, startTag } from '../markup.ts'
import type { Periods } from '../periods.ts'
import { type Amended, hrefOf } from './destination.ts'
import type { WordEids } from './quoted-words.ts'

/** An instruction as it stands in the text. */
export interface Written {
  readonly instruction: Instruction
  readonly amended: Amended
  /** The eId of its `mod`. */
  readonly mod: string
  readonly words: WordEids
  /** The eId of the quoted unit or lines that come; `null` where none do. */
  readonly structure: string | null
}

type TextualModType = 'repeal' | 'substitution' | 'insertion' | 'renumbering'

interface Modification {
  readonly type: TextualModType
  readonly destinations: readonly Destination[]
  readonly old: readonly string[]
  readonly new: readonly string[]
}

interface Destination {
  readonly href: string
  readonly pos?: 'start' | 'before' | 'inside' | 'after' | 'end' | undefined
}

/** The instruction as an element of `activeModifications`, the n-th from 1; `force`: the time from which it is in force. */
export function modificationXml(
  one: Written,
  {
    n,
    periods,
    force,
  }: { readonly n: number; readonly periods: Periods; readonly force: string | null },
): string {
  const source = emptyTag('source', { href: `#${one.mod}` })
  if (one.instruction.kind === 'suspend') {
    const { at, from, until } = one.instruction
    const period = from === null && until === null ? null : periods.between(from, until)
    return [
      startTag('efficacyMod', { eId: `efficacyMod_${n}`, type: 'inapplication' }),
      source,
      emptyTag('destination', { href: hrefOf(one.amended, one.amended.eidOf(at)) }),
      ...(period === null ? [] : [emptyTag('efficacy', { period })]),
      '</efficacyMod>',
    ].join('')
  }
  const { type, destinations, old, new: come } = modificationOf(one, one.instruction)
  return [
    startTag('textualMod', { eId: `textualMod_${n}`, type }),
    source,
    ...destinations.map(({ href, pos }) => emptyTag('destination', { href, pos })),
    ...(force === null ? [] : [emptyTag('force', { period: force })]),
    ...old.map((href) => emptyTag('old', { href })),
    ...come.map((href) => emptyTag('new', { href })),
    '</textualMod>',
  ].join('')
}

function modificationOf(
  { amended, words, structure }: Written,
  instruction: Exclude<Instruction, { readonly kind: 'suspend' }>,
): Modification {
  const at = (eid: string): Destination => ({ href: hrefOf(amended, eid) })
  const local = (eids: readonly string[]) => eids.map((eid) => `#${eid}`)
  const old = local(words.old)
  const come = local(structure === null ? words.new : [structure])
  const textual = (type: TextualModType, ...destinations: readonly Destination[]) => ({
    type,
    destinations,
    old,
    new: come,
  })
  switch (instruction.kind) {
    case 'substituteWords':
    case 'restateSentence':
      return textual('substitution', at(amended.eidOf(instruction.at.unit)))
    case 'omitWords':
    case 'omitSentence':
      return textual('repeal', at(amended.eidOf(instruction.at.unit)))
    case 'insertWords': {
      const { side } = instruction.where
      const unit = at(amended.eidOf(instruction.at.unit))
      const beside = local(words.beside).map((href) => ({ href, pos: side }))
      return side === 'start' || side === 'end'
        ? textual('insertion', { ...unit, pos: side })
        : textual('insertion', unit, ...beside)
    }
    case 'insertSentences': {
      const { after } = instruction
      const pos = after === 'last' ? 'end' : after === 0 ? 'start' : 'inside'
      return textual('insertion', { ...at(amended.eidOf(instruction.at.unit)), pos })
    }
    case 'restateHeading': {
      const type = instruction.heading === null ? 'repeal' : 'substitution'
      return textual(type, at(amended.eidOf(instruction.at)))
    }
    case 'restateUnit':
    case 'restateRow':
      return textual('substitution', at(amended.eidOf(instruction.at)))
    case 'restateAct':
      return textual('substitution', at(''))
    case 'insertUnit':
      return textual('insertion', placed(amended, instruction))
    case 'insertRow':
      return textual('insertion', { ...at(amended.eidOf(instruction.at)), pos: 'inside' })
    case 'repealUnit':
    case 'omitRow':
      return textual('repeal', at(amended.eidOf(instruction.at)))
    case 'repealAct':
      return textual('repeal', at(''))
    case 'renumberUnit': {
      const step = instruction.at.at(-1)
      const parent = amended.eidOf(instruction.at.slice(0, -1))
      const label = instruction.to
      const now = step ? [hrefOf(amended, amended.eidIn(parent, { kind: step.kind, label }))] : []
      return { ...textual('renumbering', at(amended.eidOf(instruction.at))), new: now }
    }
    case 'nestText': {
      const parent = amended.eidOf(instruction.at)
      const now = [hrefOf(amended, amended.eidIn(parent, instruction.as))]
      return { ...textual('renumbering', at(parent)), new: now }
    }
    case 'moveUnit': {
      const step = instruction.at.at(-1)
      const label = instruction.to ?? (step && 'label' in step ? step.label : null)
      const parent = amended.eidOf(instruction.into)
      const now = step ? [hrefOf(amended, amended.eidIn(parent, { kind: step.kind, label }))] : []
      return { ...textual('renumbering', at(amended.eidOf(instruction.at))), new: now }
    }
  }
}

/** Beside which unit, or where in which, a new one comes. */
function placed(
  amended: Amended,
  { into, place, unit }: Extract<Instruction, { readonly kind: 'insertUnit' }>,
): Destination {
  const at = (eid: string, pos: Destination['pos']) => ({ href: hrefOf(amended, eid), pos })
  switch (place.by) {
    case 'number': {
      const before = amended.eidBefore(into, unit)
      return before === undefined ? at(amended.eidOf(into), 'inside') : at(before, 'after')
    }
    case 'ordinal':
      return at(amended.eidOf(into), 'inside')
    case 'after':
    case 'before':
      return at(amended.eidOf([...into, place.step]), place.by)
    case 'start':
    case 'end':
      return at(amended.eidOf(into), place.by)
  }
}
