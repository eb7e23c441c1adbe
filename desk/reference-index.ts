import { groupBy } from '#shared/base/group.ts'
import { type CitationsByUnit, citationsByUnit } from '#shared/citation/by-unit.ts'
import { RECOGNIZER_VERSION } from '#shared/citation/recognizer.ts'
import { namesAnyOf, resolveElsewhere } from '#shared/citation/references.ts'
import { sameStructure } from '#shared/citation/same-structure.ts'
import type { CitationCheck, Looked } from '#shared/schema/citation-check.ts'
import {
  type CitationRow,
  type CitationSource,
  citationsByName,
  citationsFrom,
  citationsInUnit,
  citationsOfAct,
  dropSource,
  isWholeSource,
  type KeptCitation,
  namesCited,
  type PlacedCitation,
  readSources,
  replaceCitations,
  resetSource,
  rowWords,
  setDivisions,
  setNames,
  setOutcome,
  setSeq,
} from '#store/citation-rows.ts'
import { transact, type Writer } from '#store/connection.ts'
import { type DocumentKey, type ListedDocument, listDocuments } from '#store/documents.ts'
import {
  type ActsAtHand,
  createActsAtHand,
  type DocumentNames,
  namesOf,
  profileNamed,
  readNames,
} from './acts-at-hand.ts'
import { divisionsOf, outcomeOf, rowsOf, targetsOf } from './citation-rows-of.ts'
import { readElsewhere, readKeptCheck } from './cited-elsewhere.ts'
import type { DraftCache } from './draft-cache.ts'

/** What was worked out of a draft, so that the next change costs only what it touches. */
interface Worked extends Looked {
  readonly citations: CitationsByUnit
}

/** What refreshing remembers between two runs; all of it may be forgotten. */
export interface IndexMemory {
  readonly worked: Map<DocumentKey, Worked>
  /** Sources whose seals were checked since the library was opened. */
  readonly checked: Set<DocumentKey>
  readonly atHand: ActsAtHand
}

export function emptyMemory(drafts: DraftCache): IndexMemory {
  return { worked: new Map(), checked: new Set(), atHand: createActsAtHand(drafts) }
}

interface Round {
  readonly db: Writer
  readonly drafts: DraftCache
  readonly memory: IndexMemory
  readonly documents: readonly ListedDocument[]
  readonly sources: ReadonlyMap<DocumentKey, CitationSource>
  /** By id. */
  readonly names: ReadonlyMap<string, DocumentNames>
  /** Documents of which all citations were resolved in this round: they need it no second time. */
  readonly resolved: Set<DocumentKey>
  /** Ids of the documents whose references, out of them or into them, are others now. */
  readonly touched: Set<string>
}

/**
 * Brings the reference index up to the drafts as they stand on disk, in steps between which the
 * caller may do other work; gives the ids of the documents whose references are others now. A document's citations are read
 * where its draft changed; of all others, those are resolved anew that name an act whose units or
 * names changed. What is damaged or of another recognizer is made from scratch.
 */
export function* refreshed(
  db: Writer,
  drafts: DraftCache,
  memory: IndexMemory,
): Generator<undefined, ReadonlySet<string>> {
  // In an order that no edit changes: of several acts that answer to a name the rows list each.
  const documents = [...listDocuments(db)].sort((one, other) => one.key - other.key)
  const sources = yield* wholeSources(db, memory)
  const names = new Map<string, DocumentNames>()
  for (const document of documents) {
    names.set(document.id, currentNames(document, sources.get(document.key), drafts))
    yield
  }
  memory.atHand.update(documents, names)
  const round: Round = {
    db,
    drafts,
    memory,
    documents,
    sources,
    names,
    resolved: new Set(),
    touched: new Set(),
  }
  const restructured: string[] = []
  const stale = documents.filter(({ key, seq }) => sources.get(key)?.seq !== seq)
  for (const document of stale) {
    if ((yield* readDraft(round, document)) === 'structure') restructured.push(document.id)
  }
  yield* followNames(round)
  for (const act of restructured) yield* resolveAnew(round, citationsOfAct(db, act))
  return round.touched
}

/** The sources that hold, whole, what this recognizer found. */
function* wholeSources(
  db: Writer,
  { checked }: IndexMemory,
): Generator<undefined, ReadonlyMap<DocumentKey, CitationSource>> {
  const whole = new Map<DocumentKey, CitationSource>()
  for (const source of readSources(db)) {
    if (source.recognizer !== RECOGNIZER_VERSION) continue
    if (!checked.has(source.document) && !isWholeSource(db, source)) continue
    checked.add(source.document)
    whole.set(source.document, source)
    yield
  }
  return whole
}

function currentNames(
  document: ListedDocument,
  source: CitationSource | undefined,
  drafts: DraftCache,
): DocumentNames {
  const known = source?.seq === document.seq ? readNames(source.names) : undefined
  const isCurrent = known?.names[0] === document.title && known.sample === document.sample
  return isCurrent ? known : namesOf(document, drafts)
}

/** Reads what changed in a draft, and writes the rows of the units that differ. */
function* readDraft(
  round: Round,
  document: ListedDocument,
): Generator<undefined, 'structure' | 'words'> {
  const { db, drafts, memory, sources, resolved, touched } = round
  const { key } = document
  const { act, ignored, checks, seq } = drafts.draftOf(document)
  const before = memory.worked.get(key)
  const others = memory.atHand.for(document)
  const citations = yield* citationsByUnit(act, others, before?.citations)
  const source = sources.get(key)
  const isSameStructure = before !== undefined && sameStructure(before.citations.act, act)
  const isSameLook = before !== undefined && isSameLooked(before, { ignored, checks })
  transact(db, () => {
    if (!source) resetSource(db, { document: key, seq, recognizer: RECOGNIZER_VERSION, names: '' })
    if (source && isSameStructure && isSameLook) writeTouched(round, document, citations, before)
    else writeAll(round, document, citations, { ignored, checks })
    if (!source || !isSameStructure) {
      setDivisions(db, key, divisionsOf(act))
      touched.add(document.id)
    }
    // Its names are written once those who cite by them are resolved anew.
    setSeq(db, key, seq)
  })
  if (!before) resolved.add(key)
  memory.checked.add(key)
  memory.worked.set(key, { citations, ignored, checks })
  return isSameStructure ? 'words' : 'structure'
}

/** The lists of untouched units are the same objects. */
function writeTouched(
  round: Round,
  document: ListedDocument,
  citations: CitationsByUnit,
  before: Worked,
): void {
  const gone = [...before.citations.units.keys()].filter((unit) => !citations.units.has(unit))
  const changed = [...citations.units]
    .filter(([unit, found]) => before.citations.units.get(unit) !== found)
    .map(([unit]) => unit)
  for (const unit of [...gone, ...changed]) {
    const found = citations.units.get(unit) ?? []
    const rows = rowsOf(citations, unit, found, before)
    write(round, document, citationsInUnit(round.db, document.key, unit), rows)
  }
}

function writeAll(
  round: Round,
  document: ListedDocument,
  citations: CitationsByUnit,
  looked: Looked,
): void {
  const kept = groupBy(citationsFrom(round.db, document.key), ({ unit }) => unit)
  for (const [unit, found] of citations.units) {
    const rows = rowsOf(citations, unit, found, looked)
    write(round, document, kept.get(unit) ?? [], rows)
    kept.delete(unit)
  }
  for (const gone of kept.values()) write(round, document, gone, [])
}

/** Writes the rows of one unit where they differ. */
function write(
  round: Round,
  document: ListedDocument,
  before: readonly KeptCitation[],
  rows: readonly CitationRow[],
): void {
  if (isSameRows(before, rows)) return
  replaceCitations(round.db, document.key, before, rows)
  touch(round, document, [...before, ...rows])
}

function touch(
  { names, touched }: Round,
  document: ListedDocument,
  rows: readonly Pick<CitationRow, 'targets'>[],
): void {
  touched.add(document.id)
  for (const { act } of rows.flatMap(({ targets }) => targets)) if (names.has(act)) touched.add(act)
}

/**
 * Where a document came, went or has other names, whoever cites by its old or new ones is resolved
 * anew; who was read from scratch in this round knows the new ones.
 */
function* followNames(round: Round): Generator<undefined, void> {
  const { db, documents, names, resolved, touched } = round
  const ids = new Map(documents.map(({ key, id }) => [key, id]))
  const changed: { readonly key: DocumentKey; readonly either: readonly DocumentNames[] }[] = []
  for (const { document: key, names: kept } of readSources(db)) {
    const now = names.get(ids.get(key) ?? '')
    if (now && kept === JSON.stringify(now)) continue
    const old = readNames(kept)
    changed.push({ key, either: [...(old ? [old] : []), ...(now ? [now] : [])] })
  }
  if (changed.length === 0) return
  // Whoever cites a document, or is cited by it, is shown with its title.
  for (const { id } of documents) touched.add(id)
  const stale = new Set<string>()
  const citing = namesCited(db).filter(({ document }) => !resolved.has(document))
  for (const [language, cited] of groupBy(citing, ({ document }) => languageOf(round, document))) {
    const titles = changed
      .flatMap(({ either }) => either)
      .filter((one) => one.language === language)
      .flatMap((one) => [one.title, ...one.names])
    const [first] = cited
    const byName = first && names.get(ids.get(first.document) ?? '')
    if (!byName || titles.length === 0) continue
    const isTouched = namesAnyOf(profileNamed(byName), titles)
    for (const name of new Set(cited.map((one) => one.name))) if (isTouched(name)) stale.add(name)
    yield
  }
  for (const name of stale) yield* resolveAnew(round, citationsByName(db, name))
  transact(db, () => {
    for (const { key } of changed) {
      const now = names.get(ids.get(key) ?? '')
      if (now) setNames(db, key, JSON.stringify(now))
      else dropSource(db, key)
    }
  })
}

function languageOf({ documents, names }: Round, key: DocumentKey): string | undefined {
  const document = documents.find((one) => one.key === key)
  return document && names.get(document.id)?.language
}

/** Resolves citations of other acts again, from what was kept of them. */
function* resolveAnew(
  round: Round,
  citations: readonly PlacedCitation[],
): Generator<undefined, void> {
  const { db, memory, documents, names, resolved } = round
  const byKey = new Map(documents.map((document) => [document.key, document]))
  for (const [key, rows] of groupBy(citations, ({ document }) => document)) {
    const citing = byKey.get(key)
    const citingNames = citing && names.get(citing.id)
    if (!citing || !citingNames || resolved.has(key)) continue
    const others = memory.atHand.for(citing)
    const profile = profileNamed(citingNames)
    const actOf = (id: string) => others.find((other) => other.id === id)?.act
    const changed: [KeptCitation, Pick<CitationRow, 'status' | 'targets'>][] = []
    for (const row of rows) {
      const elsewhere = readElsewhere(row.elsewhere)
      if (!elsewhere) continue
      const { status, targets } = resolveElsewhere(profile, elsewhere, row.text, others)
      const resolved = { status, targets: targetsOf(targets, citing.id, actOf) }
      const outcome = outcomeOf(resolved, readKeptCheck(row.check))
      if (rowWords({ ...row, ...outcome }) !== rowWords(row)) changed.push([row, outcome])
      yield
    }
    if (changed.length === 0) continue
    transact(db, () => {
      for (const [row, outcome] of changed) setOutcome(db, key, row, outcome)
    })
    memory.worked.delete(key)
    touch(round, citing, changed.flat())
  }
}

function isSameRows(a: readonly CitationRow[], b: readonly CitationRow[]): boolean {
  return a.length === b.length && a.every((row, at) => rowWords(row) === rowWords(b[at] ?? row))
}

function isSameLooked(a: Looked, b: Looked): boolean {
  const same = [...a.checks].every(([key, check]) => isSameCheck(check, b.checks.get(key)))
  return sameKeys(a.ignored, b.ignored) && a.checks.size === b.checks.size && same
}

function isSameCheck(a: CitationCheck, b: CitationCheck | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function sameKeys(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key))
}
