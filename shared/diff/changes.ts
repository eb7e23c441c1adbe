import type { Fragment, Node } from 'prosemirror-model'
import { type UnitId, unitAttrs, unitId } from '../schema/act.ts'
import { footnoteOf, isFootnote } from '../schema/footnote.ts'
import { blockText } from '../structure/canonical-text.ts'
import type { ChangeKind } from '../structure/change-kind.ts'
import type { Profile } from '../tradition/tradition.ts'
import { plainText } from './inline-text.ts'
import { placeInText } from './place-in-text.ts'
import type { ActRedline, BlockRedline, Segment, UnitRedline } from './redline.ts'

/** One change of the draft against its base, as a list of changes shows it. */
export interface Change {
  /** Stable while the same thing of the same unit is changed. */
  readonly id: string
  readonly kind: ChangeKind
  /** The changed unit first, then those that came or went with it. */
  readonly units: readonly UnitId[]
  /** Where the unit stands, in the words by which law cites it; what is gone, where it stood. */
  readonly place: string
  /** Words. */
  readonly inserted: number
  readonly deleted: number
  /** The change in a few words, shortened at its ends. */
  readonly preview: readonly PreviewSegment[]
}

export interface PreviewSegment {
  readonly kind: Segment['kind']
  readonly text: string
}

/** Every change of a redline, in the order of the draft. A unit's unchanged list is the same object. */
export function changesOf(redline: ActRedline): readonly Change[] {
  const { profile, units } = redline
  return units.flatMap((unit) => changesIn({ unit, around: [] }, profile, 'alone'))
}

/** Whether a unit came or went by itself, or with the unit that holds it. */
type Going = 'alone' | 'carried'

/** Most units are as they were, and hold no others. */
const NO_CHANGES: readonly Change[] = []

interface Remembered {
  readonly place: string
  readonly going: Going
  readonly changes: readonly Change[]
}

const remembered = new WeakMap<UnitRedline, Remembered>()

/** A unit of the redline and those that it is in, outermost first. */
interface PlacedRedline {
  readonly unit: UnitRedline
  readonly around: readonly UnitRedline[]
}

function changesIn(placed: PlacedRedline, profile: Profile, going: Going): readonly Change[] {
  const { unit, around } = placed
  if (unit.kind === 'kept' && unit.units.length === 0) return NO_CHANGES
  const place = placeInText(unit.unitB ? 'B' : 'A', placed, profile)
  const known = remembered.get(unit)
  if (known?.place === place && known.going === going) return known.changes
  const changes = going === 'alone' ? [...ownChanges(unit, place)] : []
  const inside = [...around, unit]
  for (const child of unit.units) {
    for (const change of innerChanges({ unit: child, around: inside }, profile)) {
      changes.push(change)
    }
  }
  remembered.set(unit, { place, going, changes })
  return changes
}

/** Of the two places of a moved unit, only what is gone from it is told where it stood. */
function innerChanges(placed: PlacedRedline, profile: Profile): readonly Change[] {
  const holder = placed.around.at(-1)
  const comesOrGoes = holder?.kind === 'inserted' || holder?.kind === 'deleted'
  const going = comesOrGoes && placed.unit.kind === holder.kind ? 'carried' : 'alone'
  const changes = changesIn(placed, profile, going)
  return holder?.kind === 'movedFrom' ? changes.filter(({ kind }) => kind === 'deleted') : changes
}

function ownChanges(unit: UnitRedline, place: string): readonly Change[] {
  const { kind, unitA, unitB } = unit
  if (kind === 'kept' || kind === 'movedFrom') return []
  if (kind === 'inserted' || kind === 'deleted') {
    const segments = shownSegments(unit)
    return [makeChange(kind, [unit, ...wholeUnits(unit, kind)], place, segments)]
  }
  if (!unitA || !unitB) return []
  const changes: Change[] = []
  const a = unitAttrs(unitA)
  const b = unitAttrs(unitB)
  const replace = (from: string, to: string) => [...said('deleted', from), ...said('inserted', to)]
  if (kind === 'movedTo') changes.push(makeChange('moved', [unit], place, shownSegments(unit)))
  if (a.label !== b.label || a.num !== b.num) {
    const nums = replace(unit.numA ?? '', unit.numB ?? '')
    changes.push(makeChange('renumbered', [unit], place, nums))
  }
  if (a.kind !== b.kind) changes.push(makeChange('kind', [unit], place, replace(a.kind, b.kind)))
  if (a.state !== b.state) {
    const sort = b.state === 'repealed' ? 'repealed' : 'state'
    changes.push(makeChange(sort, [unit], place, shownSegments(unit)))
  }
  if (unit.heading && unit.heading.kind !== 'kept') {
    changes.push(makeChange('heading', [unit], place, blockSegments(unit.heading)))
  }
  if (unit.body.some((block) => block.kind !== 'kept')) {
    const segments = unit.body.flatMap(blockSegments)
    const sort = unit.body.every(isRemark) ? 'formatting' : 'words'
    changes.push(makeChange(sort, [unit], place, segments))
  }
  return changes
}

/** The units that came or went with a unit. */
function wholeUnits(unit: UnitRedline, kind: 'inserted' | 'deleted'): readonly UnitRedline[] {
  return unit.units.flatMap((child) =>
    child.kind === kind ? [child, ...wholeUnits(child, kind)] : [],
  )
}

function makeChange(
  kind: ChangeKind,
  redlines: readonly UnitRedline[],
  place: string,
  segments: readonly PreviewSegment[],
): Change {
  const units = redlines.map(idOf)
  const count = (sort: Segment['kind']) =>
    segments.reduce((sum, each) => (each.kind === sort ? sum + wordsIn(each.text) : sum), 0)
  return {
    id: `${kind}:${units[0] ?? ''}`,
    kind,
    units,
    place,
    inserted: count('inserted'),
    deleted: count('deleted'),
    preview: shortened(segments),
  }
}

function idOf({ unitA, unitB }: UnitRedline): UnitId {
  return unitId(String((unitB ?? unitA)?.attrs['id']))
}

/** The words of the whole unit that came or went; of a moved or repealed one, its own. */
function shownSegments(unit: UnitRedline): readonly PreviewSegment[] {
  const own = [...(unit.heading ? [unit.heading] : []), ...unit.body].flatMap(blockSegments)
  if (unit.kind !== 'inserted' && unit.kind !== 'deleted') return own
  return [
    ...own,
    ...unit.units.flatMap((child) => (child.kind === unit.kind ? shownSegments(child) : [])),
  ]
}

function isRemark(block: BlockRedline): boolean {
  if (block.kind === 'kept') return true
  return block.kind === 'words' && block.blockA.type === block.blockB.type
    ? wordsOf(block.blockA) === wordsOf(block.blockB)
    : false
}

/** One block with its words marked, whole. */
export function blockSegments(block: BlockRedline): readonly PreviewSegment[] {
  switch (block.kind) {
    case 'kept':
      return said('kept', textOf(block.blockB))
    case 'inserted':
      return said('inserted', textOf(block.blockB))
    case 'deleted':
      return said('deleted', textOf(block.blockA))
    case 'words':
      return block.segments.map(({ kind, content }) => ({ kind, text: inlineText(content) }))
    case 'table':
      return block.rows.flatMap(({ kind, rowA, rowB, cells }) => {
        if (kind === 'changed') return cells.flat().flatMap(blockSegments)
        return said(kind, textOf(rowB ?? rowA))
      })
  }
}

function said(kind: Segment['kind'], text: string): readonly PreviewSegment[] {
  return text === '' ? [] : [{ kind, text }]
}

function textOf(node: Node | undefined): string {
  return node ? blockText(node) : ''
}

function inlineText(content: Fragment): string {
  return plainText(content) ?? content.textBetween(0, content.size, ' ', leafText)
}

function wordsOf(block: Node): string {
  return inlineText(block.content)
}

/** A footnote is shown by its words. */
function leafText(leaf: Node): string {
  return isFootnote(leaf) ? ` [${footnoteOf(leaf).text}] ` : ' '
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/gu)?.length ?? 0
}

/** UTF-16 units of unchanged text shown on each side of a change: some five words. */
const CONTEXT = 36
/** UTF-16 units of a change shown; more of it is read in the text. */
const SHOWN = 160
/** Pieces shown of a change in many places. */
const PIECES = 9

function shortened(segments: readonly PreviewSegment[]): readonly PreviewSegment[] {
  const first = segments.findIndex(({ kind }) => kind !== 'kept')
  const from = Math.max(0, first - 1)
  return segments.slice(from, from + PIECES).map(({ kind, text }, i, shown) => {
    if (kind !== 'kept' || first < 0) return { kind, text: cutEnd(text, SHOWN) }
    if (i === 0) return { kind, text: cutStart(text, CONTEXT) }
    if (i === shown.length - 1) return { kind, text: cutEnd(text, CONTEXT) }
    const isLong = text.length > 2 * CONTEXT
    return { kind, text: isLong ? `${cutEnd(text, CONTEXT)} ${cutStart(text, CONTEXT)}` : text }
  })
}

/** Never cuts a character in two: a cut inside a surrogate pair steps out of it. */
function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${isSurrogate(cut.charCodeAt(length - 1)) ? cut.replace(/\p{Surrogate}$/u, '') : cut}…`
}

function cutStart(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(-length)
  return `…${isSurrogate(cut.charCodeAt(0)) ? cut.replace(/^\p{Surrogate}/u, '') : cut}`
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}
