import { type Act, type Unit, type UnitId, unitAttrs, unitsOf } from '#shared/schema/act.ts'
import type { Place } from '#shared/structure/edit.ts'
import { profileOf } from '#shared/tradition/profiles.ts'
import { type Profile, styleOf } from '#shared/tradition/tradition.ts'
import { type UnitName, unitName } from '../../editor/queries/place-words.ts'

/** One line of the outline, with the lines in it. The same object as long as nothing in it changes. */
export interface OutlineNode {
  readonly id: UnitId
  readonly kind: string
  readonly name: UnitName
  readonly repealed: boolean
  readonly children: readonly OutlineNode[]
}

/** Makes outlines of successive texts of one act, and asks each unchanged unit only once. */
export interface OutlineMaker {
  outline(act: Act): readonly OutlineNode[]
  /** {@link OutlineMaker.outline} a unit at a time, so that a caller may do other work between. */
  steps(act: Act): Generator<undefined, readonly OutlineNode[]>
}

export function outlineMaker(): OutlineMaker {
  const ofUnit = new WeakMap<Unit, OutlineNode>()
  let last = new Map<UnitId, OutlineNode>()
  let profile: Profile | undefined
  let nodes: readonly OutlineNode[] = []

  return {
    outline,
    *steps(act) {
      const current = within(act)
      for (const unit of unitsOf(act)) {
        entry(current, unit)
        yield
      }
      return outline(act)
    },
  }

  function outline(act: Act): readonly OutlineNode[] {
    const current = within(act)
    const next = unitsOf(act).map((unit) => entry(current, unit))
    if (!sameList(nodes, next)) nodes = next
    return nodes
  }

  function within(act: Act): Profile {
    const current = profileOf(act)
    if (current !== profile) last = new Map()
    profile = current
    return current
  }

  function entry(current: Profile, unit: Unit): OutlineNode {
    const known = ofUnit.get(unit)
    if (known) return known
    const { id, kind, state } = unitAttrs(unit)
    const made: OutlineNode = {
      id,
      kind,
      name: unitName(current, unit),
      repealed: state === 'repealed',
      children: unitsOf(unit).map((child) => entry(current, child)),
    }
    const before = last.get(id)
    const node = before && sameNode(before, made) ? before : made
    ofUnit.set(unit, node)
    last.set(id, node)
    return node
  }
}

function sameNode(a: OutlineNode, b: OutlineNode): boolean {
  return (
    a.kind === b.kind &&
    a.repealed === b.repealed &&
    sameName(a.name, b.name) &&
    sameList(a.children, b.children)
  )
}

/** Whether two outlines have the same units in the same places, whatever their words. */
export function sameUnits(a: readonly OutlineNode[], b: readonly OutlineNode[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every((node, index) => {
      const other = b[index]
      return node === other || (node.id === other?.id && sameUnits(node.children, other.children))
    })
  )
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

/** What the outline shows of a unit. The same object as long as nothing shown changes. */
export interface OutlineLine {
  readonly id: UnitId
  readonly name: UnitName
  readonly repealed: boolean
  /** Whether it is, or while it is closed a unit in it. */
  readonly changed: boolean
  readonly hasLines: boolean
  /** The lines in it, when it is open. */
  readonly lines: readonly OutlineLine[]
}

export interface Shown {
  readonly nodes: readonly OutlineNode[]
  readonly open: ReadonlySet<unknown>
  readonly changed: ReadonlySet<UnitId>
}

/** Makes the lines that are shown; what is closed costs nothing and changes nothing. */
export function lineMaker(): (shown: Shown) => readonly OutlineLine[] {
  let last: ReadonlyMap<UnitId, OutlineLine> = new Map()
  let lines: readonly OutlineLine[] = []

  return ({ nodes, open, changed }) => {
    const made = new Map<UnitId, OutlineLine>()
    const holdsChange = ({ id, children }: OutlineNode): boolean =>
      changed.has(id) || children.some(holdsChange)
    const lineOfNode = (node: OutlineNode): OutlineLine => {
      const { id, name, repealed, children } = node
      const inIt = open.has(id) ? children.map(lineOfNode) : []
      const hasLines = children.length > 0
      const isChanged = open.has(id) ? changed.has(id) : holdsChange(node)
      const next = { id, name, repealed, changed: isChanged, hasLines, lines: inIt }
      const before = last.get(id)
      const line = before && sameLine(before, next) ? before : next
      made.set(id, line)
      return line
    }
    const next = nodes.map(lineOfNode)
    last = made
    if (!sameList(lines, next)) lines = next
    return lines
  }
}

/**
 * The lines that a tree is made of: as before while the same units stand in the same places, for its rows
 * tell the words by themselves and a tree is dear to draw.
 */
export function heldLines(
  held: readonly OutlineLine[],
  lines: readonly OutlineLine[],
): readonly OutlineLine[] {
  return sameRows(held, lines) ? held : lines
}

function sameRows(a: readonly OutlineLine[], b: readonly OutlineLine[]): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every((line, index) => {
      const other = b[index]
      if (line === other) return true
      return (
        line.id === other?.id &&
        line.repealed === other.repealed &&
        line.hasLines === other.hasLines &&
        sameRows(line.lines, other.lines)
      )
    })
  )
}

export function linesById(lines: readonly OutlineLine[]): ReadonlyMap<UnitId, OutlineLine> {
  const found = new Map<UnitId, OutlineLine>()
  const visit = (line: OutlineLine): void => {
    found.set(line.id, line)
    line.lines.forEach(visit)
  }
  lines.forEach(visit)
  return found
}

function sameLine(a: OutlineLine, b: OutlineLine): boolean {
  return (
    a.repealed === b.repealed &&
    a.changed === b.changed &&
    a.hasLines === b.hasLines &&
    sameName(a.name, b.name) &&
    sameList(a.lines, b.lines)
  )
}

function sameName(a: UnitName, b: UnitName): boolean {
  return a.num === b.num && a.words === b.words
}

/** Lines that hold the query's words, and those on the way to them. */
export function filterOutline(
  nodes: readonly OutlineNode[],
  query: string,
): readonly OutlineNode[] {
  const wanted = query.trim().toLocaleLowerCase()
  if (wanted === '') return nodes
  const keep = (node: OutlineNode): readonly OutlineNode[] => {
    const name = `${node.name.num} ${node.name.words}`.toLocaleLowerCase()
    if (name.includes(wanted)) return [node]
    const children = node.children.flatMap(keep)
    return children.length === 0 ? [] : [{ ...node, children }]
  }
  return nodes.flatMap(keep)
}

/** The units on the way to `unit`, the outermost first, itself last; empty when it is not there. */
export function pathTo(nodes: readonly OutlineNode[], unit: UnitId): readonly OutlineNode[] {
  for (const node of nodes) {
    if (node.id === unit) return [node]
    const below = pathTo(node.children, unit)
    if (below.length > 0) return [node, ...below]
  }
  return []
}

/** The number of a unit's line, from 0, when only units in `open` show the lines in them; -1: not shown. */
export function lineOf(
  nodes: readonly OutlineNode[],
  open: ReadonlySet<unknown>,
  unit: UnitId,
): number {
  let line = 0
  const search = (rows: readonly OutlineNode[]): boolean =>
    rows.some((row) => {
      if (row.id === unit) return true
      line += 1
      return open.has(row.id) && search(row.children)
    })
  return search(nodes) ? line : -1
}

/** Kinds that the outline opens by itself: those that hold articles. */
export function openAtFirst(act: Act): ReadonlySet<UnitId> {
  const profile = profileOf(act)
  const open = new Set<UnitId>()
  const visit = (unit: Unit): void => {
    const { id, kind } = unitAttrs(unit)
    if (!styleOf(profile, kind)?.holds.includes('article')) return
    open.add(id)
    for (const child of unitsOf(unit)) visit(child)
  }
  for (const unit of unitsOf(act)) visit(unit)
  return open
}

export type DropPosition = 'before' | 'after' | 'on'

/** Where a unit dropped at `target` would stand; `undefined` where it may not, as in itself. */
export function placeForDrop(
  nodes: readonly OutlineNode[],
  moved: UnitId,
  target: UnitId,
  position: DropPosition,
): Place | undefined {
  const path = pathTo(nodes, target)
  const node = path.at(-1)
  if (!node || path.some(({ id }) => id === moved)) return undefined
  const parent = path.at(-2)
  if (position === 'on') {
    const last = node.children.filter(({ id }) => id !== moved).at(-1)
    return { parent: node.id, after: last?.id ?? null }
  }
  if (position === 'after') return { parent: parent?.id ?? null, after: target }
  const siblings = (parent?.children ?? nodes).filter(({ id }) => id !== moved)
  const index = siblings.findIndex(({ id }) => id === target)
  return { parent: parent?.id ?? null, after: siblings[index - 1]?.id ?? null }
}

/** Where a unit goes one step up or down among its siblings; `undefined` at the end of the row. */
export function placeForStep(
  nodes: readonly OutlineNode[],
  unit: UnitId,
  step: 'up' | 'down',
): Place | undefined {
  const path = pathTo(nodes, unit)
  if (path.length === 0) return undefined
  const parent = path.at(-2)
  const siblings = parent?.children ?? nodes
  const index = siblings.findIndex(({ id }) => id === unit)
  const target = siblings[step === 'up' ? index - 1 : index + 1]
  return target && placeForDrop(nodes, unit, target.id, step === 'up' ? 'before' : 'after')
}
