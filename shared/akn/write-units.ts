import { headingRole } from '../export/page/role.ts'
import { bodyOf, headingOf, type Unit, type UnitAttrs, unitAttrs, unitsOf } from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import { printedNum } from '../structure/label.ts'
import type { Profile } from '../tradition/tradition.ts'
import { factsOf, type UnitMarkup } from './facts.ts'
import { fillFrame, type MarkupSteps } from './fill.ts'
import { keptFrame, slotOfFrame } from './keep.ts'
import type { KeptFrame } from './kept.ts'
import { startTag, startTagOf, tagOf, withAttributes, wordsXml } from './markup.ts'
import { BAPTA_NAMESPACE, type Slot } from './names.ts'
import { baseAttributes } from './redline/base-attributes.ts'
import { blockMarkups, headingMarkup } from './write-blocks.ts'
import type { WriteContext } from './write-context.ts'

/** The markup of a unit in a place that takes units of that sort, a unit a step. */
export function* unitMarkup(context: WriteContext, unit: Unit, slot: Slot): MarkupSteps {
  yield
  const kept = keptFrame(context, unit)
  const fits = kept && (slotOfFrame(kept) === slot || (slot === 'hierarchy' && !kept.markup))
  const standing = fits ? yield* keptMarkup(context, unit, kept) : undefined
  return standing ?? (yield* newMarkup(context, unit, slot))
}

/** The kept frame with what is in it; its number, state and eId are brought up to date. */
function* keptMarkup(
  context: WriteContext,
  unit: Unit,
  kept: KeptFrame,
): MarkupSteps<string | undefined> {
  const { markup, isExact } = kept
  const GUID = markup?.attributes['GUID']
  if (GUID !== undefined && !context.claimGuid(GUID)) return undefined
  const claimed = context.claimed(kept.frame)
  const { eId } = markup ? startTagOf(claimed).attributes : {}
  const frame = isExact ? claimed : renumbered(context, unit, { ...kept, frame: claimed })
  const within = isExact ? (eId ?? '') : (context.eidKept(unit) ?? '')
  if (isExact && eId !== undefined) context.keepEid(unit, eId)
  const filled = yield* fillFrame(context, frame, { node: unit, within }, unitMarkup)
  if (filled !== undefined) context.keepsForeign = true
  return filled
}

/** The frame of a unit that has another number or state than its markup. */
function renumbered(context: WriteContext, unit: Unit, { frame, markup }: KeptFrame): string {
  const { state } = unitAttrs(unit)
  const old = markup ? startTagOf(frame).attributes : {}
  const printed = printedNum(context.profile, unit)
  const isSameNum = (printed ?? '') === (markup?.num ?? '')
  const eId = isSameNum ? (old['eId'] ?? context.eid(unit)) : context.eid(unit)
  if (old['eId'] !== undefined && old['eId'] !== eId) context.renamed.set(old['eId'], eId)
  if (old['eId'] !== undefined) context.keepEid(unit, eId)
  const isSameState = (old['status'] === 'removed') === (state === 'repealed')
  const tagged = withAttributes(frame, {
    eId: old['eId'] === undefined ? null : eId,
    ...(old['eId'] === eId || old['eId'] === undefined ? {} : { wId: old['wId'] ?? old['eId'] }),
    ...(isSameState ? {} : { status: state === 'repealed' ? 'removed' : null }),
  })
  if (isSameNum) return tagged
  const num = context.name('num')
  const made = printed === undefined ? '' : `<${num}>${wordsXml(printed)}</${num}>`
  const standing = new RegExp(`<${num}(?:\\s[^>]*)?(?:/>|>[sS]*?</${num}\\s*>)`)
  if (standing.test(tagged)) return tagged.replace(standing, () => made)
  const tag = tagOf(tagged)
  return `${tag}${made}${tagged.slice(tag.length)}`
}

/** The element that a kind is written as in each sort of place. */
function elementOf(kind: UnitKind, slot: Slot): string {
  if (slot === 'item' || slot === 'recital') return slot
  if (slot === 'hierarchy' || slot === 'run') return hierarchyElement(kind)
  return slot === 'annex' ? 'attachment' : slot === 'cover' ? 'coverPage' : slot
}

/** The element of a unit among the units of a body. */
export function hierarchyElement(kind: UnitKind): string {
  return IN_FRAME.has(kind) ? 'hcontainer' : kind
}

const IN_FRAME: ReadonlySet<UnitKind> = new Set(['preface', 'preamble', 'conclusions', 'annex'])

function* newMarkup(context: WriteContext, unit: Unit, slot: Slot): MarkupSteps {
  const eId = context.eid(unit)
  context.keepEid(unit, eId)
  const { kind } = unitAttrs(unit)
  const local = elementOf(kind, slot)
  const name = context.name(local)
  const tag = startTag(name, unitAttributes(context, unit, { local, eId }))
  const inner = yield* innerMarkup(context, unit, { slot, eId })
  return `${tag}${numMarkup(context, unit)}${inner}</${name}>`
}

function unitAttributes(
  context: WriteContext,
  unit: Unit,
  { local, eId }: { readonly local: string; readonly eId: string },
): Readonly<Record<string, string | null>> {
  const attrs = unitAttrs(unit)
  const { marking, profile } = context
  const original = context.originals.get(attrs.id)
  const isGuid = /^\S+$/.test(attrs.id) && !marking?.isGone(unit) && context.claimGuid(attrs.id)
  const marks = marking?.attributesOf(unit) ?? {}
  const base = {
    ...(local === 'hcontainer' ? { name: attrs.kind } : {}),
    eId,
    wId: original === undefined || original === eId ? null : original,
    GUID: isGuid ? attrs.id : null,
    status: statusOf(attrs),
    ...marks,
  }
  const nums = marking?.numsOf(unit)
  const num = nums && !marking?.isGone(unit) ? nums.draft : context.numOf(unit)
  const own: Record<string, string | null> = {
    'bapta:id': isGuid || attrs.id === '' ? null : attrs.id,
    ...factAttributes(attrs, { local, attributes: set(base), num, around: undefined }, profile),
  }
  const before = marking?.baseOf(unit)
  const was = before && {
    status: statusOf(before.attrs),
    ...factAttributes(
      before.attrs,
      {
        local,
        attributes: set({ ...base, status: statusOf(before.attrs) }),
        num: nums?.base,
        around: undefined,
      },
      before.profile,
    ),
  }
  const declares = Object.values(own).some((value) => value !== null) && !context.isOurs
  return {
    ...base,
    ...(declares ? { 'xmlns:bapta': BAPTA_NAMESPACE } : {}),
    ...own,
    ...(was ? baseAttributes(set(was), set({ status: base.status, ...own })) : {}),
  }
}

function statusOf({ state }: UnitAttrs): string | null {
  return state === 'repealed' ? 'removed' : null
}

function set(attributes: Readonly<Record<string, string | null>>): Record<string, string> {
  const given = (entry: [string, string | null]): entry is [string, string] => entry[1] !== null
  return Object.fromEntries(Object.entries(attributes).filter(given))
}

/** What of a unit its element and number do not say, or say otherwise. */
function factAttributes(
  attrs: UnitAttrs,
  markup: UnitMarkup,
  profile: Profile,
): Readonly<Record<string, string | null>> {
  const facts = factsOf(markup, profile)
  const own: Record<string, string | null> = {
    'bapta:kind': facts.kind === attrs.kind ? null : attrs.kind,
    'bapta:state': facts.state === attrs.state ? null : attrs.state,
  }
  const attributes = { ...markup.attributes, 'bapta:kind': attrs.kind }
  const read = factsOf({ ...markup, attributes }, profile)
  const unset: string[] = []
  for (const key of ['label', 'num'] as const) {
    if (read[key] === attrs[key]) continue
    if (attrs[key] === null) unset.push(key)
    else own[`bapta:${key}`] = attrs[key]
  }
  if (unset.length > 0) own['bapta:unset'] = unset.join(' ')
  return own
}

/** The number, of a changed one both. */
function numMarkup(context: WriteContext, unit: Unit): string {
  const num = context.name('num')
  const element = (inner: string) => `\n<${num}>${inner}</${num}>`
  const nums = context.marking?.numsOf(unit)
  if (!nums || nums.base === nums.draft) {
    const printed = context.numOf(unit)
    return printed === undefined ? '' : element(wordsXml(printed))
  }
  const side = (local: string, words: string | undefined) =>
    words === undefined ? '' : `<${context.name(local)}>${wordsXml(words)}</${context.name(local)}>`
  return element(side('del', nums.base) + side('ins', nums.draft))
}

/** The markup of units one behind the other. */
export function* unitMarkups(
  context: WriteContext,
  units: readonly Unit[],
  slot: Slot,
): MarkupSteps<readonly string[]> {
  const markups: string[] = []
  for (const unit of units) markups.push(yield* unitMarkup(context, unit, slot))
  return markups
}

function* innerMarkup(
  context: WriteContext,
  unit: Unit,
  { slot, eId }: { readonly slot: Slot; readonly eId: string },
): MarkupSteps {
  const references = context.referencesOf(unit)
  const heading = headingOf(unit)
  const blocks = blockMarkups(context, { blocks: bodyOf(unit), within: eId, references })
  const units = unitsOf(unit)
  const head = (local: string) =>
    heading ? `\n${headingMarkup(context, heading, local, { within: eId, references })}` : ''
  const wrapped = (local: string, inner: readonly string[]) =>
    `\n<${context.name(local)}>${inner.join('\n')}</${context.name(local)}>`
  switch (slot) {
    case 'cover':
    case 'preface':
    case 'preamble':
    case 'conclusions': {
      const title = heading ? [titleMarkup(context, unit, eId)] : []
      const all = [...title, ...blocks]
      const none = `<${context.name('p')} bapta:absent="true"/>`
      return `\n${(all.length === 0 ? [none] : all).join('\n')}\n`
    }
    case 'item':
    case 'recital': {
      const list = yield* unitMarkups(context, units, 'item')
      return `${head('heading')}\n${blocks.join('\n')}${list.length > 0 ? wrapped('blockList', list) : ''}\n`
    }
    case 'annex':
      return `${head('heading')}${yield* annexMarkup(context, unit, blocks)}\n`
    case 'hierarchy':
    case 'run': {
      const isSentence = context.isOurs && isSentenceUnit(context, unit)
      const top = isSentence ? '' : head('heading')
      const line = isSentence ? [asHeading(context, head('p').trimStart())] : []
      const own = [...line, ...blocks]
      if (units.length === 0) return `${top}${wrapped('content', own)}\n`
      const intro = own.length === 0 ? '' : wrapped('intro', own)
      const inner = yield* unitMarkups(context, units, 'hierarchy')
      return `${top}${intro}\n${inner.join('\n')}\n`
    }
  }
}

/** Whether words stand on the line of the unit's number that are no heading. */
function isSentenceUnit({ profile }: WriteContext, unit: Unit): boolean {
  return headingRole(profile, unit, 1).name === 'sentence'
}

/** A paragraph that stands for the heading when it is read. */
function asHeading(context: WriteContext, paragraph: string): string {
  const tag = tagOf(paragraph)
  const marked = context.isOurs ? withAttributes(tag, { 'bapta:as': 'heading' }) : tag
  return `${marked}${paragraph.slice(tag.length)}`
}

/** The heading of a preface or its like, which has no element for one. */
function titleMarkup(context: WriteContext, unit: Unit, eId: string): string {
  const heading = headingOf(unit)
  if (!heading) return ''
  const [p, title] = [context.name('p'), context.name('docTitle')]
  const references = context.referencesOf(unit)
  const made = headingMarkup(context, heading, 'p', { within: eId, references })
  const whole = asHeading(context, made)
  if (unitAttrs(unit).kind !== 'preface') return whole
  const tag = tagOf(made)
  const inner = made.slice(tag.length, -`</${p}>`.length)
  return made.includes(`<${title}`) ? made : `${tagOf(whole)}<${title}>${inner}</${title}></${p}>`
}

/** An annex is a document of its own with metadata of its own. */
function* annexMarkup(context: WriteContext, unit: Unit, blocks: readonly string[]): MarkupSteps {
  const [doc, main] = [context.name('doc'), context.name('mainBody')]
  const units = yield* unitMarkups(context, unitsOf(unit), 'hierarchy')
  const all = [...blocks, ...units]
  const none = `<${context.name('p')} bapta:absent="true"/>`
  const inner = (all.length === 0 ? [none] : all).join('\n')
  return `\n<${doc} name="annex">\n${context.annexMeta()}\n<${main}>\n${inner}\n</${main}>\n</${doc}>`
}
