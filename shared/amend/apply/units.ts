import { Fragment, type Node } from 'prosemirror-model'
import { problem, type Saying } from '../../base/problem.ts'
import { type Act, isUnit, type Unit, unitAttrs } from '../../schema/act.ts'
import type { UnitKind } from '../../schema/kind.ts'
import { schema } from '../../schema/schema.ts'
import { profileOf } from '../../tradition/profiles.ts'
import { styleOf } from '../../tradition/tradition.ts'
import type { InsertUnit, MoveUnit, RenumberUnit, RepealUnit } from '../instruction.ts'
import { type QuotedUnit, unitFromQuoted } from '../quoted-unit.ts'
import { candidateAt, changed, type Done, refused } from './done.ts'
import { slotFor } from './locate.ts'
import { type NewId, restated } from './restate.ts'
import { slotIn } from './slot.ts'
import { unitFor } from './spot.ts'
import { inserted, nodeAt, type Path, removed, replaced, withChildren } from './tree.ts'

export function insertUnit(act: Act, { into, unit: named, place }: InsertUnit, newId: NewId): Done {
  const found = unitFor(act, into)
  if (!found.ok) return found
  const { path, loose } =
    place.by === 'number' ? holderOf(act, found.place.path, named) : exactly(found.place.path)
  const quoted = { ...named, kind: kindAmong(act, path, named) }
  const slot = slotIn(act, path, quoted, place)
  if (!('index' in slot)) return slot
  const { parent, index, taken, doubt } = slot
  const existing = taken === undefined ? undefined : nodeAt(act, [...parent, taken])
  if (existing && unitAttrs(existing).state !== 'repealed')
    return refused(
      'taken',
      problem('amend/number-taken', { number: quoted.label ?? '' }),
      [candidateAt(act, [...parent, taken ?? 0])],
      [unitAttrs(existing).id],
    )
  if (existing && taken !== undefined) {
    const unit = restated(existing, { ...quoted, kind: unitAttrs(existing).kind }, newId)
    return changed(
      replaced(act, [...parent, taken], unit),
      [unitAttrs(existing).id],
      found.doubt ?? loose,
    )
  }
  const unit = unitFromQuoted(quoted, newId)
  return changed(
    inserted(act, parent, index, unit),
    [unitAttrs(unit).id],
    found.doubt ?? loose ?? doubt,
  )
}

interface Holder {
  readonly path: Path
  /** Why a person should look, where units of its sort stand elsewhere. */
  readonly loose: Saying | undefined
}

function exactly(path: Path): Holder {
  return { path, loose: undefined }
}

/** "A new paragraph (4)" of a section that has (a) and (b): it goes where (1) to (3) are, if that is one place. */
function holderOf(act: Act, path: Path, { label }: QuotedUnit): Holder {
  const sorts = (at: Path) =>
    (nodeAt(act, at)?.children ?? []).flatMap((child) =>
      isUnit(child) ? (unitAttrs(child).label ?? []) : [],
    )
  const own = sorts(path)
  const isLike = (one: string) => label !== null && sortOf(one) === sortOf(label)
  if (path.length === 0 || label === null || own.length === 0 || own.some(isLike))
    return exactly(path)
  const inner = (nodeAt(act, path)?.children ?? []).flatMap((child, i) =>
    isUnit(child) && sorts([...path, i]).some(isLike) ? [[...path, i]] : [],
  )
  const [only] = inner
  if (only && inner.length === 1) return { path: only, loose: problem('amend/numbers-elsewhere') }
  return { path, loose: problem('amend/numbered-otherwise') }
}

/** Figures, small letters and capitals number different levels. */
function sortOf(label: string): string {
  if (/^\d/u.test(label)) return 'figure'
  return /^\p{Lu}/u.test(label) ? 'capital' : 'small'
}

/** Where numbers alone tell units apart ("(1A)" in a section), a new unit is of the kind of its siblings. */
function kindAmong(act: Act, path: Path, { kind, label }: QuotedUnit): UnitKind {
  const profile = profileOf(act)
  const print = (one: UnitKind) => styleOf(profile, one)?.print ?? '({n})'
  const siblings = (nodeAt(act, path)?.children ?? []).filter(isUnit).map(unitAttrs)
  if (label === null || siblings.some((one) => one.kind === kind)) return kind
  const kinds = new Set(siblings.flatMap((one) => (one.label === null ? [] : [one.kind])))
  const [only] = kinds
  return only && kinds.size === 1 && print(kind) === '({n})' && print(only) === '({n})'
    ? only
    : kind
}

/** «Исключить» takes a unit out; what loses force stays as a marker under its number. */
export function repealUnit(act: Act, { at, how }: RepealUnit): Done {
  const found = unitFor(act, at)
  if (!found.ok) return found
  const { path, own } = found.place
  const unit = nodeAt(act, path)
  if (!unit || path.length === 0) return refused('not-found', problem('amend/no-such-unit'))
  const { id, state } = unitAttrs(unit)
  if (state === 'repealed' && !own)
    return refused('not-found', problem('amend/repealed-already'), [candidateAt(act, path)], [id])
  if (own) {
    const kept = unit.children.filter(
      (child) => !(child.type === schema.nodes.paragraph || child.type === schema.nodes.table),
    )
    return changed(
      replaced(act, path, unit.copy(Fragment.from(kept))),
      [id],
      problem('amend/own-words-out'),
    )
  }
  if (how === 'exclude') return changed(removed(act, path), [id], found.doubt)
  const marked = unit.type.create({ ...unit.attrs, state: 'repealed' }, unit.content)
  return changed(replaced(act, path, marked), [id], found.doubt)
}

export function renumberUnit(act: Act, { at, to }: RenumberUnit): Done {
  const found = unitFor(act, at)
  if (!found.ok) return found
  const { path, own } = found.place
  const unit = nodeAt(act, path)
  if (!unit || own || path.length === 0) return refused('not-found', problem('amend/no-number'))
  const { id, kind } = unitAttrs(unit)
  const parent = path.slice(0, -1)
  const siblings = nodeAt(act, parent)?.children ?? []
  const taken = siblings.some(
    (one) =>
      one !== unit &&
      isUnit(one) &&
      one.attrs['kind'] === kind &&
      one.attrs['label'] === to &&
      one.attrs['state'] !== 'repealed',
  )
  const renamed = unit.type.create({ ...unit.attrs, label: to, num: null }, unit.content)
  const without = siblings.filter((one) => one !== unit)
  const rest = withChildren(act, parent, without)
  const node = nodeAt(rest, parent)
  const index = node ? slotFor(node, kind, to).index : 0
  const inOrder = isOrdered(siblings, path.at(-1) ?? 0, renamed)
  const result = inOrder ? replaced(act, path, renamed) : inserted(rest, parent, index, renamed)
  return changed(
    result,
    [id],
    found.doubt ?? (taken ? problem('amend/number-twice', { number: to }) : undefined),
  )
}

/** Whether the unit under its new number still stands between its neighbors. */
function isOrdered(siblings: readonly Node[], at: number, unit: Unit): boolean {
  const { kind, label } = unitAttrs(unit)
  const renamed = siblings
    .map((one, i) => (i === at ? unit : one))
    .filter((one) => isUnit(one) && unitAttrs(one).kind === kind && unitAttrs(one).label !== null)
  const parent = unit.copy(Fragment.from(renamed.filter((one) => one !== unit)))
  return label === null || slotFor(parent, kind, label).index === renamed.indexOf(unit)
}

export function moveUnit(act: Act, { at, into, place, to }: MoveUnit): Done {
  const found = unitFor(act, at)
  if (!found.ok) return found
  const { path, own } = found.place
  const unit = nodeAt(act, path)
  if (!unit || own || path.length === 0) return refused('not-found', problem('amend/no-such-unit'))
  const { id, kind, label, num } = unitAttrs(unit)
  const moved =
    to === null ? unit : unit.type.create({ ...unit.attrs, label: to, num: null }, unit.content)
  const rest = removed(act, path)
  const target = unitFor(rest, into)
  if (!target.ok) return target
  const slot = slotIn(rest, target.place.path, { kind, label: to ?? label }, place)
  if (!('index' in slot)) return slot
  if (slot.taken !== undefined)
    return refused(
      'taken',
      problem('amend/number-taken', { number: to ?? label ?? num ?? '' }),
      [candidateAt(rest, [...slot.parent, slot.taken])],
      [id],
    )
  return changed(inserted(rest, slot.parent, slot.index, moved), [id], found.doubt ?? target.doubt)
}
