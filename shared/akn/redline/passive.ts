import { xmlText } from '../../export/xml-text.ts'
import type { UnitId } from '../../schema/act.ts'
import { emptyTag, startTag } from '../markup.ts'
import type { ChangesTold, WriteContext } from '../write-context.ts'
import type { Place, TextualChange } from './changes.ts'

/** A text as it is named from outside. */
export interface NamedText {
  /** The IRI of the expression. */
  readonly iri: string
  readonly eids: ReadonlyMap<UnitId, string>
}

/** The changes of a draft as `passiveModifications` of its own document. */
export function changesTold(
  changes: readonly TextualChange[],
  { base, iri }: { readonly base: NamedText; readonly iri: string },
): (context: WriteContext) => ChangesTold {
  return (context) => {
    if (changes.length === 0) return { passive: [], references: [] }
    const draft = { iri, eids: context.unitEids }
    const proposal = context.unique('proposal')
    const passive = changes.map((change, i) => {
      const eId = context.unique(`textualMod_${i + 1}`)
      return textualMod(change, { eId, source: proposal }, { base, draft })
    })
    return { passive, references: [proposalXml(proposal)] }
  }
}

/** What stands for the law that would make the changes, as long as there is none. */
function proposalXml(eId: string): string {
  return emptyTag('TLCEvent', { eId, href: '/akn/ontology/event/proposal', showAs: 'Proposal' })
}

interface Texts {
  readonly base: NamedText
  readonly draft: NamedText
}

function textualMod(
  change: TextualChange,
  { eId, source }: { readonly eId: string; readonly source: string },
  { base, draft }: Texts,
): string {
  const hasBoth = change.old.length > 0 && change.new.length > 0
  const oldLink = change.oldUnit === null ? undefined : portion(base, change.oldUnit)
  const newLink = change.newUnit === null ? undefined : nameIn(draft, change.newUnit)
  return [
    startTag('textualMod', { eId, type: change.type }),
    emptyTag('source', { href: `#${source}` }),
    ...change.at.map((place) => destination(place, draft)),
    ...(change.before === null
      ? []
      : [emptyTag('previous', { href: portion(base, change.before) })]),
    quoted('old', change.old, {
      eId: `${eId}__old_1`,
      href: hasBoth ? `#${eId}__new_1` : oldLink,
    }),
    quoted('new', change.new, {
      eId: `${eId}__new_1`,
      href: hasBoth ? `#${eId}__old_1` : newLink,
    }),
    '</textualMod>',
  ].join('')
}

function destination({ unit, pos }: Place, draft: NamedText): string {
  return emptyTag('destination', { href: unit === null ? draft.iri : nameIn(draft, unit), pos })
}

/** Words as they stood or stand; nothing where there are none to quote and no unit to name. */
function quoted(
  local: 'old' | 'new',
  lines: readonly string[],
  { eId, href }: { readonly eId: string; readonly href: string | undefined },
): string {
  if (lines.length === 0) return href === undefined ? '' : emptyTag(local, { eId, href })
  const words = lines.map((line) => `<bapta:words>${xmlText(line)}</bapta:words>`)
  return `${startTag(local, { eId, href })}${words.join('')}</${local}>`
}

/** The unit in its own document; the whole text where others gave the unit no name. */
function nameIn({ iri, eids }: NamedText, unit: UnitId): string {
  const eid = eids.get(unit)
  return eid === undefined ? iri : `#${eid}`
}

/** The unit in another document. */
function portion({ iri, eids }: NamedText, unit: UnitId): string {
  const eid = eids.get(unit)
  return eid === undefined ? iri : `${iri}/~${eid}`
}
