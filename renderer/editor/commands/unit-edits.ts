import {
  type Act,
  headingOf,
  makeParagraph,
  makeUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
  walkUnits,
} from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'
import { compareLabels, labelAfter } from '#shared/structure/label.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { type Profile, styleOf } from '#shared/tradition/tradition.ts'

/** What the toolbar offers to do with the unit at the caret. */
export type UnitCommand =
  | 'insertArticle'
  | 'insertSibling'
  | 'insertChild'
  | 'insertPreamble'
  | 'insertAnnex'
  | 'moveUp'
  | 'moveDown'
  | 'indent'
  | 'outdent'
  | 'repeal'
  | 'remove'

/** The edits of a command and the unit the caret goes to; `undefined` where the command does nothing. */
export interface PlannedEdits {
  readonly edits: readonly UnitEdit[]
  readonly caret: UnitId | undefined
}

/**
 * What a command means for the innermost unit of `path` (outermost first). Nothing is renumbered: in
 * law in force an inserted unit takes the number before it and an index.
 */
export function planUnitCommand(
  act: Act,
  path: readonly Unit[],
  command: UnitCommand,
  newId: () => UnitId,
): PlannedEdits | undefined {
  if (command === 'insertPreamble') return insertPreamble(act, newId)
  if (command === 'insertAnnex') return insertAnnex(act, newId)
  const unit = path.at(-1)
  if (!unit) return undefined
  const parent = path.at(-2)
  const siblings = unitsOf(parent ?? act)
  const index = siblings.indexOf(unit)
  const { id, kind, state } = unitAttrs(unit)
  switch (command) {
    case 'insertArticle':
      return insertArticle(act, path, newId)
    case 'insertSibling':
      return insertAfter(act, path, newId)
    case 'insertChild':
      return insertChild(act, unit, newId)
    case 'moveUp':
    case 'moveDown': {
      const after = command === 'moveUp' ? siblings[index - 2] : siblings[index + 1]
      const possible = command === 'moveUp' ? index > 0 : after !== undefined
      return possible ? move(id, parent, after) : undefined
    }
    case 'indent': {
      const before = siblings[index - 1]
      const inside = before && heldKind(profileOf(act), unitAttrs(before).kind, kind)
      if (!before || !inside) return undefined
      return reKind(move(id, before, unitsOf(before).at(-1)), id, kind, inside)
    }
    case 'outdent': {
      const grandparent = path.at(-3)
      if (!parent || !grandparent) return undefined
      const outside = unitAttrs(parent).kind
      const held = styleOf(profileOf(act), unitAttrs(grandparent).kind)?.holds ?? []
      const to = held.includes(kind) ? kind : held.includes(outside) ? outside : undefined
      return to && reKind(move(id, grandparent, parent), id, kind, to)
    }
    case 'repeal': {
      const next = state === 'repealed' ? 'inForce' : 'repealed'
      return { edits: [{ kind: 'setState', unit: id, state: next }], caret: id }
    }
    case 'remove': {
      const near = siblings[index + 1] ?? siblings[index - 1] ?? parent
      return { edits: [{ kind: 'remove', unit: id }], caret: near && unitAttrs(near).id }
    }
  }
}

/** A new article behind the one at the caret, or behind the last before it. */
function insertArticle(act: Act, path: readonly Unit[], newId: () => UnitId) {
  const depth = path.findIndex((unit) => unitAttrs(unit).kind === 'article')
  if (depth >= 0) return insertAfter(act, path.slice(0, depth + 1), newId)
  const holder = path.findLast((unit) =>
    styleOf(profileOf(act), unitAttrs(unit).kind)?.holds.includes('article'),
  )
  if (!holder) return undefined
  return insertIn(act, holder, 'article', newId)
}

/** A preamble behind the title; an act has one, and where it stands already the caret goes there. */
function insertPreamble(act: Act, newId: () => UnitId): PlannedEdits {
  const units = unitsOf(act)
  const standing = units.find((unit) => unitAttrs(unit).kind === 'preamble')
  if (standing) return { edits: [], caret: unitAttrs(standing).id }
  const title = units.findLast((unit) => unitAttrs(unit).kind === 'preface')
  const unit = emptyUnit(newId(), 'preamble', null, undefined)
  return inserted(unit, undefined, title && unitAttrs(title).id)
}

/** An annex at the end of the act: a single one bears no number, the next ones do. */
function insertAnnex(act: Act, newId: () => UnitId): PlannedEdits {
  const units = unitsOf(act)
  const last = units.findLast((unit) => unitAttrs(unit).kind === 'annex')
  const label = last ? following(unitAttrs(last).label ?? '1') : null
  const end = units.at(-1)
  const attrs = { id: newId(), kind: 'annex', label, state: 'draft' } as const
  const unit = makeUnit(attrs, { heading: '', body: [makeParagraph('')] })
  return inserted(unit, undefined, end && unitAttrs(end).id)
}

function insertAfter(
  act: Act,
  path: readonly Unit[],
  newId: () => UnitId,
): PlannedEdits | undefined {
  const model = path.at(-1)
  if (!model) return undefined
  const parent = path.at(-2)
  const { id, kind, label } = unitAttrs(model)
  const unit = emptyUnit(newId(), kind, label === null ? null : nextLabel(act, path), model)
  return inserted(unit, parent, id)
}

function insertChild(act: Act, unit: Unit, newId: () => UnitId): PlannedEdits | undefined {
  const last = unitsOf(unit).at(-1)
  const kind = last ? unitAttrs(last).kind : styleOf(profileOf(act), unitAttrs(unit).kind)?.holds[0]
  return kind && insertIn(act, unit, kind, newId)
}

function insertIn(
  act: Act,
  parent: Unit,
  kind: UnitKind,
  newId: () => UnitId,
): PlannedEdits | undefined {
  const last = unitsOf(parent).at(-1)
  const isNumbered = styleOf(profileOf(act), kind)?.print !== undefined
  const lastLabel = last && unitAttrs(last).kind === kind ? unitAttrs(last).label : null
  const label = isNumbered ? following(lastLabel) : null
  return inserted(emptyUnit(newId(), kind, label, last), parent, last && unitAttrs(last).id)
}

function inserted(unit: Unit, parent: Unit | undefined, after: UnitId | undefined): PlannedEdits {
  const at = { parent: parent ? unitAttrs(parent).id : null, after: after ?? null }
  return { edits: [{ kind: 'insert', unit, at }], caret: unitAttrs(unit).id }
}

/** The number of a unit put behind another: the next if that one ends its series, else an index. */
function nextLabel(act: Act, path: readonly Unit[]): string {
  const model = path.at(-1)
  const { kind, label } = model ? unitAttrs(model) : { kind: 'article' as const, label: null }
  if (label === null) return '1'
  const taken = labelsInSeries(act, path.at(-2), kind)
  const isLast = ![...taken].some((other) => compareLabels(other, label) > 0)
  return isLast ? following(label) : labelAfter(label, taken)
}

/** `null` → 1, `5` → 6; what is not a plain number takes an index: `iv` → `iv-1`. */
function following(label: string | null): string {
  if (label === null) return '1'
  return /^\d+$/.test(label) ? String(Number(label) + 1) : labelAfter(label, new Set())
}

function labelsInSeries(act: Act, parent: Unit | undefined, kind: UnitKind): ReadonlySet<string> {
  const labels = new Set<string>()
  const add = (unit: Unit) => {
    const attrs = unitAttrs(unit)
    if (attrs.kind === kind && attrs.label !== null) labels.add(attrs.label)
  }
  if (styleOf(profileOf(act), kind)?.series === 'act') walkUnits(act, add)
  else for (const unit of unitsOf(parent ?? act)) add(unit)
  return labels
}

/** A unit without words, with a heading where its neighbor has one. */
function emptyUnit(
  id: UnitId,
  kind: UnitKind,
  label: string | null,
  neighbor: Unit | undefined,
): Unit {
  const heading = neighbor && headingOf(neighbor) ? '' : undefined
  return makeUnit({ id, kind, label, state: 'draft' }, { heading, body: [makeParagraph('')] })
}

function move(unit: UnitId, parent: Unit | undefined, after: Unit | undefined): PlannedEdits {
  const to = {
    parent: parent ? unitAttrs(parent).id : null,
    after: after ? unitAttrs(after).id : null,
  }
  return { edits: [{ kind: 'move', unit, to }], caret: unit }
}

function reKind(planned: PlannedEdits, unit: UnitId, from: UnitKind, to: UnitKind): PlannedEdits {
  if (from === to) return planned
  return { ...planned, edits: [...planned.edits, { kind: 'setKind', unit, to }] }
}

/** The kind a unit takes when it moves into one of kind `parent`: its own if that may stand there. */
function heldKind(profile: Profile, parent: UnitKind, kind: UnitKind): UnitKind | undefined {
  const held = styleOf(profile, parent)?.holds ?? []
  return held.includes(kind) ? kind : held[0]
}
