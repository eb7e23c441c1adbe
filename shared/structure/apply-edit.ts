import type { Node } from 'prosemirror-model'
import { present } from '../base/assert.ts'
import { problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import {
  type Act,
  bodyOf,
  headingOf,
  isUnit,
  type Unit,
  type UnitId,
  unitId,
  unitsOf,
  walkUnits,
} from '../schema/act.ts'
import { schema } from '../schema/schema.ts'
import type { Place, UnitEdit } from './edit.ts'

/** What an edit may need beside the act. */
export interface EditContext {
  /** The act before the removal that `restore` undoes: where the removed unit and its place are found. */
  readonly before?: Act
}

/**
 * The act after one edit; the act given stays as it is. An edit that cannot be done fails with a
 * problem and changes nothing.
 */
export function applyEditToAct(act: Act, edit: UnitEdit, context: EditContext = {}): Result<Act> {
  switch (edit.kind) {
    case 'insert':
      return insert(act, edit.unit, edit.at)
    case 'remove':
      return onUnit(act, edit.unit, (path) => ok(put(path, [])))
    case 'restore':
      return restore(act, edit.unit, context)
    case 'move':
      return move(act, edit.unit, edit.to)
    case 'split':
      return onUnit(act, edit.unit, (path) => split(act, path, edit))
    case 'join':
      return join(act, edit.unit, edit.into)
    case 'setText':
      return onUnit(act, edit.unit, (path) => setText(path, edit.heading, edit.body))
    case 'setLabel':
      return setAttrs(act, edit.unit, { label: edit.label, num: edit.num })
    case 'setKind':
      return setAttrs(act, edit.unit, { kind: edit.to })
    case 'setState':
      return setAttrs(act, edit.unit, { state: edit.state })
  }
}

/** The act after all edits, in order; the first that fails is the answer. */
export function applyEditsToAct(
  act: Act,
  edits: readonly UnitEdit[],
  context: EditContext = {},
): Result<Act> {
  let current = act
  for (const edit of edits) {
    const next = applyEditToAct(current, edit, context)
    if (!next.ok) return next
    current = next.value
  }
  return ok(current)
}

/** A unit and what holds it, from the act down to the unit. */
export interface UnitPath {
  readonly unit: Unit
  /** The act first, the unit's own parent last. */
  readonly parents: readonly Node[]
  /** Index of the next node down in each of `parents`. */
  readonly indexes: readonly number[]
}

/** Where the first unit of this id stands. */
export function findUnit(act: Act, id: UnitId): UnitPath | undefined {
  return search(act, id, [act], [])
}

function search(
  parent: Node,
  id: UnitId,
  parents: readonly Node[],
  indexes: readonly number[],
): UnitPath | undefined {
  for (const [index, child] of parent.children.entries()) {
    if (!isUnit(child)) continue
    if (child.attrs['id'] === id) return { unit: child, parents, indexes: [...indexes, index] }
    const found = search(child, id, [...parents, child], [...indexes, index])
    if (found) return found
  }
  return undefined
}

function onUnit(act: Act, id: UnitId, edit: (path: UnitPath) => Result<Act>): Result<Act> {
  const path = findUnit(act, id)
  return path ? edit(path) : missing(id)
}

/** The act with other nodes where the unit of the path stood. */
function put(path: UnitPath, nodes: readonly Node[]): Act {
  let replacement = nodes
  for (let depth = path.parents.length - 1; depth >= 0; depth--) {
    const parent = present(path.parents[depth], 'a path has a parent at each depth')
    const index = present(path.indexes[depth], 'a path has an index at each depth')
    const children = parent.children
    replacement = [
      withChildren(parent, [
        ...children.slice(0, index),
        ...replacement,
        ...children.slice(index + 1),
      ]),
    ]
  }
  return present(replacement[0], 'the act is on top of every path')
}

function withChildren(parent: Node, children: readonly Node[]): Node {
  return parent.type.create(parent.attrs, children)
}

function insert(act: Act, unit: Unit, at: Place): Result<Act> {
  if (!isUnit(unit)) return fail(problem('edit/not-a-unit'))
  const fresh = new Set<string>()
  const repeated: string[] = []
  const note = (id: string) => (fresh.has(id) ? repeated.push(id) : fresh.add(id))
  note(String(unit.attrs['id']))
  walkUnits(unit, (inner) => note(String(inner.attrs['id'])))
  walkUnits(act, (standing) => {
    if (fresh.has(standing.attrs['id'])) repeated.push(String(standing.attrs['id']))
  })
  const [taken] = repeated
  if (taken !== undefined) {
    return fail(problem('edit/id-taken', {}, { unit: taken }))
  }
  return insertAt(act, unit, at)
}

function insertAt(act: Act, unit: Unit, { parent, after }: Place): Result<Act> {
  const path = parent === null ? undefined : findUnit(act, parent)
  if (parent !== null && !path) return missing(parent)
  const holder = path?.unit ?? act
  const children = holder.children
  const own = children.findIndex(isUnit)
  const first = own < 0 ? children.length : own
  const behind =
    after === null ? first - 1 : children.findIndex((c) => isUnit(c) && c.attrs['id'] === after)
  if (after !== null && behind < 0) {
    return fail(problem('edit/no-such-place', {}, { unit: after }))
  }
  const grown = withChildren(holder, [
    ...children.slice(0, behind + 1),
    unit,
    ...children.slice(behind + 1),
  ])
  return ok(path ? put(path, [grown]) : grown)
}

function restore(act: Act, id: UnitId, { before }: EditContext): Result<Act> {
  if (findUnit(act, id)) {
    return fail(problem('edit/id-taken:stands', {}, { unit: id }))
  }
  const path = before && findUnit(before, id)
  if (!path) {
    return fail(problem('edit/not-removed', {}, { unit: id }))
  }
  const parent = present(path.parents.at(-1), 'a unit stands in something')
  const siblings = unitsOf(parent)
  const place = siblings.indexOf(path.unit)
  const parentId = isUnit(parent) ? unitId(String(parent.attrs['id'])) : null
  const holder = parentId === null ? act : findUnit(act, parentId)?.unit
  if (!holder) {
    return fail(problem('edit/parent-removed', {}, { unit: id }))
  }
  const standing = new Set(unitsOf(holder).map((unit) => unit.attrs['id']))
  const anchor = siblings.slice(0, place).findLast((unit) => standing.has(unit.attrs['id']))
  const after = anchor ? unitId(String(anchor.attrs['id'])) : null
  return insert(act, path.unit, { parent: parentId, after })
}

function move(act: Act, id: UnitId, to: Place): Result<Act> {
  const path = findUnit(act, id)
  if (!path) return missing(id)
  const into = to.parent
  if (into !== null && (into === id || holds(path.unit, into))) {
    return fail(problem('edit/into-itself', {}, { unit: id }))
  }
  if (to.after === id) {
    return fail(problem('edit/no-such-place:itself', {}, { unit: id }))
  }
  return insertAt(put(path, []), path.unit, to)
}

function holds(unit: Unit, id: UnitId): boolean {
  return unitsOf(unit).some((child) => child.attrs['id'] === id || holds(child, id))
}

type Split = Extract<UnitEdit, { kind: 'split' }>

/** The head keeps id, number and heading; the tail takes what follows the cut, the units included. */
function split(act: Act, path: UnitPath, edit: Split): Result<Act> {
  if (findUnit(act, edit.newUnit)) {
    return fail(problem('edit/id-taken:new', {}, { unit: edit.newUnit }))
  }
  const body = bodyOf(path.unit)
  const block = body[edit.block]
  if (!block?.isTextblock) {
    return fail(problem('edit/no-such-block', {}, { unit: edit.unit }))
  }
  if (edit.offset < 0 || edit.offset > block.content.size) {
    return fail(problem('edit/no-such-offset', {}, { unit: edit.unit }))
  }
  const heading = headingOf(path.unit)
  const head = [
    ...(heading ? [heading] : []),
    ...body.slice(0, edit.block),
    block.cut(0, edit.offset),
  ]
  const tail = [block.cut(edit.offset), ...body.slice(edit.block + 1), ...unitsOf(path.unit)]
  const { kind } = path.unit.attrs
  const attrs = { id: edit.newUnit, kind, label: edit.newLabel, num: null, state: 'draft' }
  return ok(put(path, [withChildren(path.unit, head), schema.nodes.unit.create(attrs, tail)]))
}

function join(act: Act, id: UnitId, into: UnitId): Result<Act> {
  const path = findUnit(act, id)
  if (!path) return missing(id)
  if (id === into || holds(path.unit, into)) {
    return fail(problem('edit/into-itself:joined', {}, { unit: id }))
  }
  const intoParent = path.parents.at(-1)?.attrs['id'] === into && path.parents.length > 1
  const kept = intoParent ? unitsOf(path.unit) : []
  const moved = intoParent ? [] : unitsOf(path.unit)
  const without = put(path, kept)
  return onUnit(without, into, (target) =>
    ok(put(target, [appended(target.unit, path.unit, moved)])),
  )
}

/** The first paragraph of the joined unit runs on in the last of the other; a heading stays a line. */
function appended(into: Unit, unit: Unit, units: readonly Unit[]): Unit {
  const heading = headingOf(unit)
  const ownHeading = headingOf(into)
  const body = bodyOf(into)
  const isEmpty = ownHeading === undefined && body.length === 0
  const head = ownHeading ?? (isEmpty ? heading : undefined)
  const line =
    heading && head !== heading ? [schema.nodes.paragraph.create(null, heading.content)] : []
  const blocks = runOn(body, [...line, ...bodyOf(unit)], heading ? 'line' : 'run')
  return withChildren(into, [...(head ? [head] : []), ...blocks, ...unitsOf(into), ...units])
}

function runOn(
  blocks: readonly Node[],
  more: readonly Node[],
  seam: 'line' | 'run',
): readonly Node[] {
  const last = blocks.at(-1)
  const first = more[0]
  const runs = seam === 'run' && last?.isTextblock && first?.isTextblock && last.type === first.type
  if (!runs) return [...blocks, ...more]
  return [...blocks.slice(0, -1), last.copy(last.content.append(first.content)), ...more.slice(1)]
}

function setText(path: UnitPath, heading: Node | null, body: readonly Node[]): Result<Act> {
  const isText =
    (heading === null || heading.type === schema.nodes.heading) &&
    body.every((block) => block.type.isInGroup('block'))
  if (!isText) {
    const id = String(path.unit.attrs['id'])
    return fail(problem('edit/not-text', {}, { unit: id }))
  }
  const nodes = [...(heading ? [heading] : []), ...body, ...unitsOf(path.unit)]
  return ok(put(path, [withChildren(path.unit, nodes)]))
}

function setAttrs(act: Act, id: UnitId, attrs: Readonly<Record<string, unknown>>): Result<Act> {
  return onUnit(act, id, ({ unit, ...path }) =>
    ok(put({ unit, ...path }, [unit.type.create({ ...unit.attrs, ...attrs }, unit.content)])),
  )
}

function missing(id: UnitId): Result<Act> {
  return fail(problem('edit/no-such-unit', {}, { unit: id }))
}
