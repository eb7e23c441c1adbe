import { unitFromQuoted } from '../../amend/quoted-unit.ts'
import type { LawQuotation } from '../../amend/wording/law-lines.ts'
import {
  bodyOf,
  headingOf,
  makeAct,
  makeUnit,
  type Unit,
  unitAttrs,
  unitId,
  unitsOf,
} from '../../schema/act.ts'
import { canonicalText } from '../../structure/canonical-text.ts'
import { eids } from '../../structure/eid.ts'
import { printedNum } from '../../structure/label.ts'
import { type Profile, styleOf } from '../../tradition/tradition.ts'
import { elementsIn } from '../element.ts'
import { parseFragment, startTag, wordsXml } from '../markup.ts'
import { readBlocks } from '../read-blocks.ts'
import { blockMarkups } from '../write-blocks.ts'
import type { WriteContext } from '../write-context.ts'
import { hierarchyElement } from '../write-units.ts'

/** A quotation as markup. */
export interface QuotedStructure {
  readonly xml: string
  readonly eId: string
  /** The eIds of the quoted units, outermost only; none where only their lines are written. */
  readonly units: readonly string[]
}

/**
 * What a command quotes on lines of its own: as units where reading those gives the same lines, else
 * line by line.
 */
export function quotedStructure(
  context: WriteContext,
  quotation: LawQuotation,
  within: string,
): QuotedStructure {
  const eId = context.innerEid(within, 'qstr')
  const [startQuote, endQuote] = quotation.marks
  const tag = startTag('quotedStructure', { eId, startQuote, endQuote })
  const around = (inner: string) => `${tag}${inner}</quotedStructure>${wordsXml(quotation.stop)}`
  const structured = unitsMarkup(context, quotation, eId)
  const xml = around(structured.xml)
  if (structured.units.length > 0 && readsAs(xml, quotation.lines))
    return { xml, eId, units: structured.units }
  return { xml: around(linesMarkup(quotation)), eId, units: [] }
}

function linesMarkup({ lines, marks, stop }: LawQuotation): string {
  const [open, close] = marks
  return lines
    .map((line, n) => {
      const from = n === 0 ? open.length : 0
      const to = n === lines.length - 1 ? close.length + stop.length : 0
      const space = line.includes('\t') ? 'preserve' : null
      const words = wordsXml(line.slice(from, line.length - to))
      return `${startTag('p', { 'xml:space': space })}${words}</p>`
    })
    .join('')
}

/** Whether our reader sees these lines in the markup. */
function readsAs(xml: string, lines: readonly string[]): boolean {
  const source = `<p>${xml}</p>`
  const fragment = parseFragment(source)
  const element = fragment && elementsIn(fragment)[0]
  if (!element) return false
  const body = readBlocks(element, { source, own: true, notes: new Map() })
  const unit = makeUnit({ id: unitId('q'), kind: 'alinea' }, { body })
  const act = makeAct({ id: 'q', tradition: 'plain', profile: 'act', language: 'en' }, [unit])
  return canonicalText(act).text === lines.map((line) => `${line}\n`).join('')
}

function unitsMarkup(context: WriteContext, { quote, profile }: LawQuotation, within: string) {
  if (quote.kind !== 'units') return { xml: '', units: [] }
  let last = 0
  const units = quote.units.map((unit) => unitFromQuoted(unit, () => unitId(`q${last++}`)))
  const { tradition, id, language } = profile
  const own = eids(makeAct({ id: 'quoted', tradition, profile: id, language }, units))
  const eidOf = (unit: Unit) => `${within}__${own.get(unitAttrs(unit).id) ?? 'nn'}`
  const xml = units.map((unit) => unitXml({ context, profile, eidOf }, unit)).join('')
  return { xml, units: units.map(eidOf) }
}

interface Quoting {
  readonly context: WriteContext
  readonly profile: Profile
  readonly eidOf: (unit: Unit) => string
}

function unitXml(quoting: Quoting, unit: Unit): string {
  const { context, profile, eidOf } = quoting
  const { kind } = unitAttrs(unit)
  const eId = eidOf(unit)
  const name = hierarchyElement(kind)
  const heading = headingOf(unit)
  const num = printedNum(profile, unit)
  const isLine = heading === undefined && styleOf(profile, kind)?.placement !== 'inline'
  const number =
    num === undefined
      ? ''
      : `${startTag('num', { 'bapta:as': isLine ? 'line' : null })}${wordsXml(num)}</num>`
  const head = heading ? `<heading>${wordsXml(heading.textContent)}</heading>` : ''
  const blocks = blockMarkups(context, { blocks: bodyOf(unit), within: eId }).join('')
  const inner = unitsOf(unit).map((child) => unitXml(quoting, child))
  const intro = blocks === '' ? '' : `<intro>${blocks}</intro>`
  const content = inner.length === 0 ? `<content>${blocks}</content>` : intro + inner.join('')
  const tag = startTag(name, { ...(name === 'hcontainer' ? { name: kind } : {}), eId })
  return `${tag}${number}${head}${content}</${name}>`
}
