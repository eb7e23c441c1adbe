import type { Node } from 'prosemirror-model'
import { problem, type Saying } from '../../base/problem.ts'
import { countedPart, ownParts } from '../../citation/ordinal.ts'
import { type Act, bodyOf, isUnit, type Unit, unitAttrs } from '../../schema/act.ts'
import { profileOf } from '../../tradition/profiles.ts'
import type { UnitPlace } from '../instruction.ts'
import type { QuotedUnit } from '../quoted-unit.ts'
import { candidateAt, idAt, type Refused, refused } from './done.ts'
import { locate, sameLabel, slotFor } from './locate.ts'
import { nodeAt, type Path } from './tree.ts'

export interface Slot {
  readonly parent: Path
  readonly index: number
  readonly taken?: number | undefined
  readonly doubt: Saying | undefined
}

/** Where among the units of `path` a new one goes. */
export function slotIn(
  act: Act,
  path: Path,
  unit: Pick<QuotedUnit, 'kind' | 'label'>,
  place: UnitPlace,
): Slot | Refused {
  const parent = nodeAt(act, path)
  if (!parent) return refused('not-found', problem('amend/no-such-unit'))
  switch (place.by) {
    case 'start':
      return { parent: path, index: firstUnit(parent), doubt: undefined }
    case 'end':
      return { parent: path, index: parent.childCount, doubt: undefined }
    case 'number':
      return byNumber(act, path, unit)
    case 'ordinal':
      return byOrdinal(act, path, parent, unit, place.n)
    case 'after':
    case 'before': {
      const beside = locate(act, [], profileOf(act)) && besideIn(act, path, place)
      if (!beside)
        return refused(
          'not-found',
          problem('amend/no-unit-beside'),
          [candidateAt(act, path)],
          [idAt(act, path)],
        )
      const index = beside.at(-1) ?? 0
      return {
        parent: beside.slice(0, -1),
        index: place.by === 'after' ? index + 1 : index,
        doubt: undefined,
        taken: takenIn(act, beside.slice(0, -1), unit),
      }
    }
  }
}

function takenIn(
  act: Act,
  parent: Path,
  { kind, label }: Pick<QuotedUnit, 'kind' | 'label'>,
): number | undefined {
  const node = nodeAt(act, parent)
  return node && label !== null ? slotFor(node, kind, label).taken : undefined
}

function besideIn(
  act: Act,
  path: Path,
  place: Extract<UnitPlace, { by: 'after' | 'before' }>,
): Path | undefined {
  const profile = profileOf(act)
  const parent = nodeAt(act, path)
  if (!parent) return undefined
  const { step } = place
  if ('ordinal' in step) {
    const part = countedPart(parent, step.ordinal, [step.kind])
    const index = part && part !== parent ? parent.children.indexOf(part) : -1
    return index >= 0 ? [...path, index] : part === parent ? [...path, lastOwn(parent)] : undefined
  }
  const named = parent.children.flatMap((child, i) =>
    isUnit(child) && sameLabel(unitAttrs(child).label ?? '', step.label)
      ? [{ i, kind: unitAttrs(child).kind }]
      : [],
  )
  // Right in the act the number alone might be that of a chapter.
  const direct =
    named.find(({ kind }) => kind === step.kind) ?? (path.length > 0 ? named[0] : undefined)
  if (direct) return [...path, direct.i]
  const [only, ...more] = locate(act, path.length === 0 ? [step] : [], profile).places
  return only && more.length === 0 && only.path.length > 0 ? only.path : undefined
}

/** The child before the first unit: the end of a unit's own words. */
function lastOwn(unit: Unit): number {
  return firstUnit(unit) - 1
}

function firstUnit(parent: Node): number {
  const index = parent.children.findIndex(isUnit)
  return index < 0 ? parent.childCount : index
}

/** Through chapters an article goes behind the one before it, wherever that stands. */
function byNumber(
  act: Act,
  path: Path,
  { kind, label }: Pick<QuotedUnit, 'kind' | 'label'>,
): Slot | Refused {
  if (label === null)
    return { parent: path, index: nodeAt(act, path)?.childCount ?? 0, doubt: undefined }
  let best: { parent: Path; slot: ReturnType<typeof slotFor> } | undefined
  for (const holder of holders(act, path, kind)) {
    const node = nodeAt(act, holder)
    if (!node) continue
    const slot = slotFor(node, kind, label)
    if (slot.taken !== undefined)
      return { parent: holder, index: slot.index, taken: slot.taken, doubt: undefined }
    const first = node.children.findIndex(
      (child) => isUnit(child) && unitAttrs(child).kind === kind,
    )
    if (!best || slot.index > first) best = { parent: holder, slot }
  }
  if (best)
    return {
      parent: best.parent,
      index: best.slot.index,
      doubt: listEnd(act, best.parent, best.slot.index, kind),
    }
  const parent = nodeAt(act, path)
  if (!parent) return refused('not-found', problem('amend/no-such-unit'))
  const { index } = slotFor(parent, kind, label)
  return { parent: path, index, doubt: undefined }
}

/** The units at or below the path that hold units of the kind. */
function holders(act: Act, path: Path, kind: string): readonly Path[] {
  const found: Path[] = []
  const visit = (node: Node, at: Path): void => {
    if (node.children.some((child) => isUnit(child) && child.attrs['kind'] === kind)) {
      found.push(at)
      return
    }
    for (let i = 0; i < node.childCount; i++) {
      const child = node.child(i)
      if (isUnit(child) && (at.length === 0 || isDivision(node) || child.attrs['label'] === null))
        visit(child, [...at, i])
    }
  }
  const start = nodeAt(act, path)
  if (start) visit(start, path)
  return found
}

const DIVISIONS: ReadonlySet<string> = new Set([
  'book',
  'title',
  'part',
  'subpart',
  'chapter',
  'subchapter',
  'section',
  'act',
])

function isDivision(node: Node): boolean {
  return DIVISIONS.has(String(node.attrs['kind'] ?? 'act'))
}

/** A point added behind one that ends the list with a full stop wants a person's eye. */
function listEnd(act: Act, parent: Path, index: number, kind: string): Saying | undefined {
  if (kind !== 'point') return undefined
  const node = nodeAt(act, parent)
  const before = node?.maybeChild(index - 1)
  const after = node?.maybeChild(index)
  if (!before || !isUnit(before) || (after && isUnit(after) && after.attrs['kind'] === kind))
    return undefined
  return /\.\s*$/u.test(bodyOf(before).at(-1)?.textContent ?? '')
    ? problem('amend/ends-list')
    : undefined
}

function byOrdinal(
  act: Act,
  path: Path,
  parent: Node,
  { kind }: Pick<QuotedUnit, 'kind'>,
  n: number,
): Slot | Refused {
  if (kind === 'annex') {
    const has = parent.children.some((child) => isUnit(child) && unitAttrs(child).kind === kind)
    return {
      parent: path,
      index: parent.childCount,
      doubt: has ? problem('amend/has-annex') : undefined,
    }
  }
  const next = countedPart(parent, n, [kind])
  if (next === parent)
    return {
      parent: path,
      index: firstUnit(parent),
      doubt: problem('amend/before-first-part'),
    }
  if (next) return { parent: path, index: parent.children.indexOf(next), doubt: undefined }
  const before = countedPart(parent, n - 1, [kind])
  if (!before && n > 1)
    return refused(
      'not-found',
      problem('amend/no-part-before', { n: n - 1 }),
      [candidateAt(act, path)],
      [idAt(act, path)],
    )
  if (!before || before === parent)
    return {
      parent: path,
      index: ownParts(parent) > 0 ? parent.childCount : firstUnit(parent),
      doubt: undefined,
    }
  return { parent: path, index: parent.childCount, doubt: undefined }
}
