import type { Node } from 'prosemirror-model'
import type { ActAmendment, AmendingLaw } from '../../amend/amending-law.ts'
import type { Instruction } from '../../amend/instruction.ts'
import { type LawDocument, lawDocument } from '../../amend/law-act.ts'
import { actInWords } from '../../amend/wording/headline.ts'
import { amendedProfile, type LawCommand, lawProfile } from '../../amend/wording/law-lines.ts'
import { tongueOf } from '../../amend/wording/tongue.ts'
import type { TextRange } from '../../base/range.ts'
import { type Act, headingOf, type UnitId, unitAttrs, unitsOf } from '../../schema/act.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { Kept } from '../kept.ts'
import { type LinkedWords, linkedXml } from '../link.ts'
import { startTag, wordsXml } from '../markup.ts'
import type { ActMetadata } from '../metadata.ts'
import { IN_FORCE, Periods } from '../periods.ts'
import { NOTHING_TOLD, type Told } from '../told.ts'
import { type WriteAknOptions, writeAkn } from '../write.ts'
import type { Modifications, WriteContext } from '../write-context.ts'
import { needsSpace } from '../write-inline.ts'
import { modificationXml, type Written } from './analysis.ts'
import { type Amended, amendedActs } from './destination.ts'
import { daysOfForce } from './force.ts'
import { placeLinks } from './place-links.ts'
import { type QuotedStructure, quotedStructure } from './quoted-structure.ts'
import { quotedWords } from './quoted-words.ts'

export interface WriteLawOptions {
  /** The text that the law was made from; destinations are its eIds. */
  readonly base: Act
  readonly newId: () => UnitId
  readonly metadata?: Partial<ActMetadata>
}

/** An amending law as an act, and how it is written as a bill of Akoma Ntoso with its commands marked. */
export interface LawAkn {
  readonly act: Act
  readonly options: WriteAknOptions
}

/** The law as an Akoma Ntoso bill: each command a `mod`, and all of them in `activeModifications`. */
export function writeLawAkn(law: AmendingLaw, options: WriteLawOptions): string {
  const { act, options: own } = lawAkn(law, options)
  return writeAkn(act, own)
}

/** What {@link writeAkn} takes to write the law; it serves once. */
export function lawAkn(law: AmendingLaw, { base, newId, metadata }: WriteLawOptions): LawAkn {
  const document = lawDocument(law, newId)
  const modifications = new LawModifications(law, document, amendedActs(law, base))
  return { act: document.act, options: { metadata: { type: 'bill', ...metadata }, modifications } }
}

class LawModifications implements Modifications {
  private readonly law: AmendingLaw
  private readonly document: LawDocument
  private readonly amended: ReadonlyMap<Instruction, Amended>
  private readonly written: Written[] = []
  /** The first words of the article of each amended act. */
  private readonly headings: ReadonlyMap<Node, ActAmendment>

  constructor(law: AmendingLaw, document: LawDocument, amended: ReadonlyMap<Instruction, Amended>) {
    this.law = law
    this.document = document
    this.amended = amended
    this.headings = headingsOf(law, document)
  }

  markup(context: WriteContext, [block]: readonly Node[], within: string): Kept | undefined {
    const command = block && this.document.commandOf.get(block)
    if (!command) return undefined
    const eId = context.innerEid(within, 'mod')
    const { instructions, quotation } = command
    const { quotes } = tongueOf(profileOf(this.document.act)).phrases
    const { xml, eids } = quotedWords(context, block.textContent, {
      instructions,
      quotes,
      within: eId,
      linksIn: (quoted) => this.linksIn(block.textContent, instructions, quoted),
    })
    const structure = quotation && quotedStructure(context, quotation, eId)
    for (const instruction of instructions) {
      const amended = this.amended.get(instruction)
      if (!amended) continue
      const words = eids.get(instruction) ?? { old: [], new: [], beside: [] }
      const come = structure && structureOf(command, instruction, structure)
      this.written.push({ instruction, amended, mod: eId, words, structure: come })
    }
    const p = startTag('p', { 'xml:space': needsSpace(block) ? 'preserve' : null })
    const markup = `${p}${startTag('mod', { eId })}${xml}${structure?.xml ?? ''}</mod></p>`
    return { markup, count: 1 + (quotation?.lines.length ?? 0) }
  }

  words(context: WriteContext, node: Node, within: string): string | undefined {
    const text = node.textContent
    const links = this.linksOf(node)
    if (links.length === 0) return undefined
    const words = (from: number, to: number) => wordsXml(text.slice(from, to))
    return linkedXml({ context, within, text, words }, links, { from: 0, to: text.length })
  }

  /** The act that an article amends, and the unit that a lead-in names. */
  private linksOf(node: Node): readonly LinkedWords[] {
    const leads = this.document.leadsOf.get(node)
    if (leads) return this.linksIn(node.textContent, leads, [])
    const amendment = this.headings.get(node)
    const first = amendment?.instructions[0]
    const amended = first && this.amended.get(first)
    if (!amendment || !amended) return []
    const words = actInWords(tongueOf(lawProfile(this.law)).phrases, amendment.act)
    const start = node.textContent.indexOf(words)
    if (start < 0) return []
    return [{ start, end: start + words.length, link: { local: 'ref', hrefs: [amended.iri] } }]
  }

  private linksIn(
    text: string,
    instructions: readonly Instruction[],
    quoted: readonly TextRange[],
  ): readonly LinkedWords[] {
    const [first] = instructions
    const amended = first && this.amended.get(first)
    const amendment = this.law.amendments.find((one) => first && one.instructions.includes(first))
    if (!amended || !amendment) return []
    const profile = amendedProfile(this.law, amendment.act.sort)
    return placeLinks(text, quoted, { instructions, amended, profile })
  }

  speaksOfAmended(unit: UnitId): boolean {
    return this.document.instructionsOf.has(unit)
  }

  told({ unitEids }: WriteContext): Told {
    const periods = new Periods()
    const dayOf = daysOfForce(this.document, this.law.commencement)
    const active = this.written.map((said, i) => {
      const annex = this.document.annexOf.get(said.instruction)
      const behind = annex === undefined ? undefined : unitEids.get(annex)
      const one = behind === undefined ? said : { ...said, structure: behind }
      const day = dayOf(one.instruction)
      const force = day === null ? null : periods.between(day, null)
      return modificationXml(one, { n: i + 1, periods, force })
    })
    const { events, xml } = periods
    const references = xml.length === 0 ? [] : [IN_FORCE]
    return { ...NOTHING_TOLD, events, active, periods: xml, references }
  }
}

function headingsOf(
  { amendments }: AmendingLaw,
  { act, instructionsOf }: LawDocument,
): ReadonlyMap<Node, ActAmendment> {
  return new Map(
    unitsOf(act).flatMap((unit) => {
      const [first] = instructionsOf.get(unitAttrs(unit).id) ?? []
      const amendment = amendments.find((one) => first && one.instructions.includes(first))
      const heading = headingOf(unit)
      return heading && amendment ? [[heading, amendment] as const] : []
    }),
  )
}

/** What of a quotation comes by one of the instructions that it serves. */
function structureOf(
  { instructions }: LawCommand,
  instruction: Instruction,
  { eId, units }: QuotedStructure,
): string {
  if (units.length !== instructions.length) return eId
  return units[instructions.indexOf(instruction)] ?? eId
}
