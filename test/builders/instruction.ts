import type { Address, Spot } from '#shared/amend/address.ts'
import type { Instruction } from '#shared/amend/instruction.ts'
import type { QuotedUnit } from '#shared/amend/quoted-unit.ts'

/** An instruction on one line, for fixtures and failures. */
export function dumpInstruction(i: Instruction): string {
  switch (i.kind) {
    case 'substituteWords':
      return `substitute ${spot(i.at)} ${i.pairs.map((pair) => `${q(pair.old)} -> ${q(pair.new)}`).join(', ')}${times(i.occurrence)}`
    case 'omitWords':
      return `omit ${spot(i.at)} ${q(i.words)}${times(i.occurrence)}`
    case 'insertWords':
      return 'words' in i.where
        ? `words ${spot(i.at)} ${i.where.side} ${q(i.where.words)}${times(i.where.occurrence)}: ${q(i.words)}`
        : `words ${spot(i.at)} ${i.where.side}: ${q(i.words)}`
    case 'restateSentence':
      return `restate ${spot(i.at)}: ${q(i.words)}`
    case 'omitSentence':
      return `omit ${spot(i.at)}`
    case 'insertSentences':
      return `sentences ${spot(i.at)} after ${i.after}: ${q(i.words)}`
    case 'restateHeading':
      return `heading ${address(i.at)}: ${i.heading === null ? 'none' : q(i.heading)}`
    case 'restateUnit':
      return `restate ${address(i.at)}: ${quoted(i.unit)}`
    case 'restateAct':
      return `restate act: ${i.units.map(quoted).join(' ')}`
    case 'insertUnit': {
      const place =
        i.place.by === 'ordinal'
          ? `as ${i.place.n}`
          : 'step' in i.place
            ? `${i.place.by} ${address([i.place.step])}`
            : `by ${i.place.by}`
      return `insert ${address(i.into)} ${place}: ${quoted(i.unit)}`
    }
    case 'repealUnit':
      return `${i.how} ${address(i.at)}`
    case 'repealAct':
      return 'repeal act'
    case 'renumberUnit':
      return `renumber ${address(i.at)} as ${i.to}`
    case 'nestText':
      return `nest ${address(i.at)} as ${i.as.kind} ${i.as.label}`
    case 'moveUnit':
      return `move ${address(i.at)} into ${address(i.into)}${i.to === null ? '' : ` as ${i.to}`}`
    case 'insertRow':
      return `row ${address(i.at)} table ${i.table} after ${JSON.stringify(i.after)}: ${cells(i.cells)}`
    case 'restateRow':
      return `row ${address(i.at)} table ${i.table} at ${JSON.stringify(i.row)}: ${cells(i.cells)}`
    case 'omitRow':
      return `omit row ${address(i.at)} table ${i.table} ${JSON.stringify(i.row)}`
    case 'suspend':
      return `suspend ${address(i.at)}${i.from ? ` from ${i.from}` : ''}${i.until ? ` until ${i.until}` : ''}`
  }
}

function address(steps: Address): string {
  if (steps.length === 0) return 'act'
  return steps
    .map((step) => `${step.kind} ${'label' in step ? step.label : `#${step.ordinal}`}`)
    .join(' > ')
}

function spot({ unit, part }: Spot): string {
  if (!part) return address(unit)
  if (part.kind === 'cell') return `${address(unit)} cell`
  return `${address(unit)} ${part.kind === 'heading' ? 'heading' : `sentence ${part.n}`}`
}

function quoted({ kind, label, heading, blocks, units }: QuotedUnit): string {
  const text = blocks.map((block) => (block.kind === 'paragraph' ? q(block.text) : 'table'))
  const inner = units.length === 0 ? [] : [`{ ${units.map(quoted).join(' ')} }`]
  const name = label === null ? kind : `${kind} ${label}`
  return [name, ...(heading === null ? [] : [`<${heading}>`]), ...text, ...inner].join(' ')
}

function cells(
  row: QuotedUnit['blocks'] extends never ? never : readonly { blocks: QuotedUnit['blocks'] }[],
): string {
  return row
    .map(({ blocks }) =>
      blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'table')).join(' '),
    )
    .join(' | ')
}

function times(occurrence: string | number): string {
  return occurrence === 'sole' ? '' : ` (${occurrence})`
}

function q(words: string): string {
  return `«${words}»`
}
