import { finished } from '../../base/steps.ts'
import type { Redline, UnitRedline } from '../../diff/redline.ts'
import { type Act, actAttrs, type UnitId, unitAttrs } from '../../schema/act.ts'
import { sourceOf } from '../../schema/source.ts'
import { eids } from '../../structure/eid.ts'
import { firstNamed } from '../element.ts'
import { parseFragment } from '../markup.ts'
import { type ActMetadata, expressionIri, NO_DATE } from '../metadata.ts'
import { metadataOf, writtenAknSteps } from '../write.ts'
import type { CitedAkn } from '../write-context.ts'
import { textualChanges } from './changes.ts'
import { markedAct } from './marked-act.ts'
import { changesTold } from './passive.ts'

/** The two texts of a redline and how their changes are told. */
export interface RedlineTexts {
  readonly redline: Redline
  readonly base: Act
  readonly draft: Act
  /** Acts that citations may name. */
  readonly others?: readonly CitedAkn[]
}

/** Each text as a document of its own. */
export interface Expressions {
  readonly base: string
  /** Its `passiveModifications` tell each change by the names of the units in both. */
  readonly draft: string
}

export function writeExpressions(texts: RedlineTexts): Expressions {
  return finished(writeExpressionsSteps(texts))
}

/** {@link writeExpressions} in steps, so that a caller may do other work between, or stop. */
export function* writeExpressionsSteps(texts: RedlineTexts): Generator<undefined, Expressions> {
  const { base, draft, others = [] } = texts
  const { text, eids: names } = yield* writtenAknSteps(base, { others })
  const told = changesFrom(texts, names)
  const written = yield* writtenAknSteps(draft, { others, ...told })
  return { base: text, draft: written.text }
}

/**
 * Both texts as one document of multiple versions: words that came stand in `ins`, words that went in
 * `del`, and what one text alone has bears the period of that text. Without what is in `ins` and what
 * bears the draft's period it is the base, without what is in `del` and bears the base's the draft.
 * Markup of others is not kept in it.
 */
export function writeMarked(texts: RedlineTexts): string {
  return finished(writeMarkedSteps(texts))
}

/** {@link writeMarked} in steps, so that a caller may do other work between, or stop. */
export function* writeMarkedSteps(texts: RedlineTexts): Generator<undefined, string> {
  const { base, draft, others = [] } = texts
  // The names in a text of ours are known without writing it.
  const names = foreignSource(base) === undefined ? eids(base) : (yield* writtenAknSteps(base)).eids
  yield
  const told = changesFrom(texts, names)
  yield
  const { act, marking } = markedAct({ ...texts, others })
  const given = metadataOf(draft)
  // Others may give a year alone, which the schema has not.
  const date = /^\d{4}-\d{2}-\d{2}$/.test(given.date) ? given.date : NO_DATE
  const metadata = { ...given, date, ...told.metadata }
  yield
  return (yield* writtenAknSteps(act, { ...told, metadata, marking })).text
}

/** A draft of which no version is told is named apart from the base by the day that nobody knows. */
function changesFrom({ redline, base, draft }: RedlineTexts, names: ReadonlyMap<UnitId, string>) {
  const iriOfBase = iriOf(base, {})
  const isApart = iriOf(draft, {}) !== iriOfBase
  const metadata: Partial<ActMetadata> = isApart ? {} : { version: NO_DATE }
  const named = { iri: iriOfBase, eids: names }
  const iri = iriOf(draft, metadata)
  const changes = changesTold(textualChanges(redline, base), { base: named, iri })
  return { metadata, originals: originalsOf(redline.units, names), changes }
}

/** The name of the expression, which others gave it if they did. */
function iriOf(act: Act, metadata: Partial<ActMetadata>): string {
  const source = foreignSource(act)
  const given = source === undefined ? undefined : expressionIn(source)
  return given ?? expressionIri({ ...metadataOf(act), ...metadata }, actAttrs(act).language)
}

/** The frame of a document of others. */
function foreignSource(act: Act): string | undefined {
  const source = sourceOf(act)
  return source === null || source.startsWith('<meta>') ? undefined : source
}

/** The names that units had in the base, also where the two texts share no ids. */
function originalsOf(
  units: readonly UnitRedline[],
  names: ReadonlyMap<UnitId, string>,
  found = new Map<UnitId, string>(),
): ReadonlyMap<UnitId, string> {
  for (const { unitA, unitB, units: inner } of units) {
    const eid = unitA && names.get(unitAttrs(unitA).id)
    const now = unitB ?? unitA
    if (eid !== undefined && now) found.set(unitAttrs(now).id, eid)
    originalsOf(inner, names, found)
  }
  return found
}

/** How a document names its expression. */
function expressionIn(text: string): string | undefined {
  const [markup] =
    /<([\w.-]+:)?FRBRExpression[\s>][\s\S]*?<\/\1?FRBRExpression\s*>/.exec(text) ?? []
  const fragment = markup === undefined ? undefined : parseFragment(markup)
  return fragment && firstNamed(fragment, 'FRBRuri')?.attributes['value']
}
