import { finished } from '../base/steps.ts'
import { type Act, actAttrs, type Unit, type UnitId, unitAttrs, unitsOf } from '../schema/act.ts'
import type { Footnote } from '../schema/footnote.ts'
import { sourceOf } from '../schema/source.ts'
import { type Element, elementsIn, firstNamed } from './element.ts'
import { fillFrame, type MarkupSteps } from './fill.ts'
import { isLawMeta, keptModifications } from './law/kept-law.ts'
import { parseFragment, startTag } from './markup.ts'
import { type ActMetadata, defaultMetadata } from './metadata.ts'
import { AKN_NAMESPACE, BAPTA_NAMESPACE, localName, prefixOf, type Slot } from './names.ts'
import { notesIn } from './notes.ts'
import { withDigest } from './own.ts'
import { metadataIn } from './read-metadata.ts'
import type { Marking } from './redline/marking.ts'
import { withChanges } from './redline/with-changes.ts'
import {
  type ChangesTold,
  type CitedAkn,
  type Modifications,
  WriteContext,
} from './write-context.ts'
import { annexMetaXml, metaXml } from './write-meta.ts'
import { unitMarkup, unitMarkups } from './write-units.ts'

export interface WriteAknOptions {
  /** What of the metadata is known; the rest follows from the act. */
  readonly metadata?: Partial<ActMetadata>
  /** The text that a draft started from: other numbers than there become `wId` and `mappings`. */
  readonly base?: Act
  /** The same as names of its units, by the ids of those that they became. */
  readonly originals?: ReadonlyMap<UnitId, string>
  /** Acts that citations may name. */
  readonly others?: readonly CitedAkn[]
  /** Of an amending law: its commands. */
  readonly modifications?: Modifications
  /** Of an act that holds both texts of a redline: which words are whose. */
  readonly marking?: Marking
  /** Of a draft: what its metadata tells of its changes, asked for when its units are written. */
  readonly changes?: (context: WriteContext) => ChangesTold
}

/** An act as written. */
export interface WrittenAkn {
  readonly text: string
  /** The eId that each unit has there; absent for units that others gave none. */
  readonly eids: ReadonlyMap<UnitId, string>
}

/**
 * The act as an Akoma Ntoso 3.0 document of conformance level 2. What was read from a foreign document
 * and still says the same is given back as it came; everything else is written by the naming convention.
 * The same act gives the same bytes, and reading them gives the act.
 */
export function writeAkn(act: Act, options: WriteAknOptions = {}): string {
  return writtenAkn(act, options).text
}

/** {@link writeAkn} with the names of the units in it. */
export function writtenAkn(act: Act, options: WriteAknOptions = {}): WrittenAkn {
  return finished(writtenAknSteps(act, options))
}

/** {@link writtenAkn}, a unit a step, so that a caller may do other work between, or stop. */
export function* writtenAknSteps(act: Act, options: WriteAknOptions = {}): MarkupSteps<WrittenAkn> {
  const source = sourceOf(act)
  const isFrame = source !== null && !source.startsWith('<meta>')
  const foreign = isFrame ? yield* inForeignFrame(act, source, options) : undefined
  return foreign ?? (yield* inOwnFrame(act, options))
}

/** The metadata that the act itself and the document that it was read from give. */
export function metadataOf(act: Act): ActMetadata {
  const source = sourceOf(act)
  if (source === null) return defaultMetadata(act)
  const meta = source.startsWith('<meta>') ? parseFragment(source) : frameIn(source)?.meta
  return metadataFor(act, meta, {})
}

function* inForeignFrame(
  act: Act,
  source: string,
  options: WriteAknOptions,
): MarkupSteps<WrittenAkn | undefined> {
  const frame = frameIn(source)
  if (!frame) return undefined
  const { others = [], base, originals, changes } = options
  const annexMeta = () => annexMetaXml(metadataFor(act, frame.meta, options), languageOf(act), 1)
  const known = { others, base, originals, annexMeta, changes }
  const context = new WriteContext(act, { ...frame, source }, known)
  const own = context.claimed(source)
  const filled = yield* fillFrame(context, own, { node: act, within: '' }, unitMarkup)
  if (filled !== undefined) return foreignWritten(context, relinked(filled, context.renamed))
  const declared = new Set([...frame.declared, 'bapta'])
  const inOwn = new WriteContext(act, { ...frame, declared, source }, known)
  const metadata = metadataFor(act, frame.meta, options)
  const document = yield* ownDocument(inOwn, metadata, frame.root)
  const text = relinked(document, inOwn.renamed)
  return { text, eids: inOwn.unitEids }
}

/** A document of others with the changes told in its metadata. */
function foreignWritten(context: WriteContext, text: string): WrittenAkn {
  return { text: withChanges(text, context.told()), eids: context.unitEids }
}

function* inOwnFrame(act: Act, options: WriteAknOptions): MarkupSteps<WrittenAkn> {
  const source = sourceOf(act)
  const meta = source === null ? undefined : parseFragment(source)
  const metadata = metadataFor(act, meta, options)
  let annexes = 0
  const annexMeta = () => annexMetaXml(metadata, languageOf(act), ++annexes)
  const { others = [], base, originals, marking, changes } = options
  const modifications = options.modifications ?? keptIn(act, meta, source)
  const declared = new Set(['bapta'])
  const frame = { source: null, prefix: '', declared, notes: new Map<string, Footnote>() }
  const known = { others, base, originals, annexMeta, modifications, marking, changes }
  const context = new WriteContext(act, frame, known)
  const text = withDigest(yield* ownDocument(context, metadata, undefined))
  return { text, eids: context.unitEids }
}

/** The commands of a law of ours that was read. */
function keptIn(act: Act, meta: Element | undefined, source: string | null) {
  return meta && source !== null && isLawMeta(meta)
    ? keptModifications(act, meta, source)
    : undefined
}

function languageOf(act: Act) {
  return actAttrs(act).language
}

/** What the caller knows, else what the document said, else what the act itself tells. */
function metadataFor(
  act: Act,
  meta: Element | undefined,
  { metadata }: WriteAknOptions,
): ActMetadata {
  const known = meta && firstNamed(meta, 'FRBRWork') ? metadataIn(meta) : defaultMetadata(act)
  return { ...known, ...metadata }
}

interface ForeignFrame {
  readonly root: Element
  readonly prefix: string
  readonly declared: ReadonlySet<string>
  readonly notes: ReadonlyMap<string, Footnote>
  readonly meta: Element | undefined
}

/** What a kept frame of an act declares; `undefined` if it is none. */
function frameIn(source: string): ForeignFrame | undefined {
  const fragment = parseFragment(source.replace(/^\uFEFF/, '').replace(/^\s*<\?xml[^>]*\?>/, ''))
  const root = fragment && elementsIn(fragment)[0]
  if (!root || localName(root.name).toLowerCase() !== 'akomantoso') return undefined
  const meta = firstNamed(root, 'meta')
  return {
    root,
    prefix: prefixOf(root.name),
    declared: declaredIn(root),
    notes: meta ? notesIn(meta) : new Map(),
    meta,
  }
}

/** Prefixes declared on the elements around the text. */
function declaredIn(root: Element): ReadonlySet<string> {
  const prefixes = new Set<string>()
  const visit = (element: Element): void => {
    for (const name of Object.keys(element.attributes)) {
      if (name.startsWith('xmlns:')) prefixes.add(name.slice(6))
    }
    for (const child of elementsIn(element)) if (child.local !== 'meta') visit(child)
  }
  visit(root)
  return prefixes
}

/** References to elements whose number changed follow them. */
function relinked(written: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return written
  return written.replaceAll(LINK, (link, head: string, id: string) => {
    const now = renamed.get(id)
    return now === undefined ? link : `${head}${now}`
  })
}

const LINK = /(\s(?:href|from|upTo)\s*=\s*["']#)([^"']+)/g

/** Units in the parts of a document, in the order that Akoma Ntoso demands. */
interface Parts {
  readonly frames: readonly (readonly [Unit, Slot])[]
  readonly body: readonly Unit[]
  readonly conclusions: Unit | undefined
  readonly annexes: readonly Unit[]
}

function* ownDocument(
  context: WriteContext,
  metadata: ActMetadata,
  root: Element | undefined,
): MarkupSteps {
  const parts = partsIn(context)
  const frames: string[] = []
  for (const [unit, slot] of parts.frames) frames.push(yield* unitMarkup(context, unit, slot))
  const body = yield* unitMarkups(context, parts.body, 'hierarchy')
  const conclusions =
    parts.conclusions && (yield* unitMarkup(context, parts.conclusions, 'conclusions'))
  const annexes = yield* unitMarkups(context, parts.annexes, 'annex')
  yield
  const name = (local: string) => context.name(local)
  const none = `<${name('hcontainer')} name="absent" bapta:absent="true"/>`
  const meta = metaXml(context, metadata, context.keepsForeign ? 'mixed' : 'pure')
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    startTag(name('akomaNtoso'), namespaces(root)),
    startTag(name(metadata.type), {
      name: metadata.subtype,
      contains: context.marking ? 'multipleVersions' : 'singleVersion',
    }),
    prefixed(meta, context.prefix),
    ...frames,
    `<${name('body')}>`,
    ...(body.length === 0 ? [none] : body),
    `</${name('body')}>`,
    ...(conclusions === undefined ? [] : [conclusions]),
    ...(annexes.length === 0
      ? []
      : [`<${name('attachments')}>`, ...annexes, `</${name('attachments')}>`]),
    `</${name(metadata.type)}>`,
    `</${name('akomaNtoso')}>`,
    '',
  ]
  return lines.join('\n')
}

function namespaces(root: Element | undefined): Readonly<Record<string, string>> {
  const given = Object.entries(root?.attributes ?? {}).filter(
    ([name]) => name === 'xmlns' || name.startsWith('xmlns:'),
  )
  const own = given.length === 0 ? [['xmlns', AKN_NAMESPACE]] : given
  return Object.fromEntries([...own, ['xmlns:bapta', BAPTA_NAMESPACE]])
}

function prefixed(markup: string, prefix: string): string {
  return prefix === '' ? markup : markup.replaceAll(/<(\/?)(?=[A-Za-z]+[\s>/])/g, `<$1${prefix}`)
}

function partsIn(context: WriteContext): Parts {
  const isFrame = (unit: Unit | undefined, kind: string): unit is Unit =>
    unit !== undefined &&
    unitAttrs(unit).kind === kind &&
    unitsOf(unit).length === 0 &&
    context.numOf(unit) === undefined
  const rest = [...unitsOf(context.act)]
  const frames: (readonly [Unit, Slot])[] = []
  for (const kind of ['preface', 'preamble'] as const) {
    const [first] = rest
    if (isFrame(first, kind)) frames.push([rest.shift() ?? first, kind])
  }
  const annexes: Unit[] = []
  for (let last = rest.at(-1); last && unitAttrs(last).kind === 'annex'; last = rest.at(-1)) {
    annexes.unshift(last)
    rest.pop()
  }
  const last = rest.at(-1)
  const conclusions = isFrame(last, 'conclusions') ? rest.pop() : undefined
  return { frames, body: rest, conclusions, annexes }
}
