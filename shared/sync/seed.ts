import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { assert } from '../base/assert.ts'
import {
  type Act,
  actAttrs,
  bodyOf,
  headingOf,
  type Unit,
  type UnitId,
  unitAttrs,
  unitsOf,
} from '../schema/act.ts'
import { SCHEMA_VERSION } from '../schema/schema.ts'
import { sourceOf } from '../schema/source.ts'
import { ordersFor } from './order.ts'
import { BIRTH, birthText, digest, type UnitMap } from './shape.ts'
import {
  type Clock,
  createUpdateWriter,
  type Standing,
  type UpdateWriter,
} from './update-writer.ts'
import { elementAttrs, embedOf, formatOf, nameOf, newElement, newText } from './write-body.ts'

/** Bumped when the same act would seed other bytes: then the seeds must not share a client id. */
export const SEED_FORM = 2

/**
 * The first state of a draft: an act as one Yjs update, version 1 encoding. The same act gives the
 * same bytes, whoever seeds it, so that two seeds merge into one draft and not into two. `json` is the
 * act as JSON, where it is known.
 */
export function seedDraft(act: Act, json = JSON.stringify(act)): Uint8Array {
  const writer = createUpdateWriter(seedClient(json))
  const { id, language, tradition, profile } = actAttrs(act)
  const attrs = { schemaVersion: SCHEMA_VERSION, actId: id, language, tradition, profile }
  for (const [key, value] of Object.entries(attrs)) writer.value({ in: 'meta', key }, value)
  const source = sourceOf(act)
  if (source !== null) writer.value({ in: 'meta', key: 'source' }, source)
  seedUnits(writer, act, null, new Set())
  return writer.update()
}

/** The shared form of one unit, without the units in it. */
export function newUnitMap(unit: Unit, parent: UnitId | null, order: string): UnitMap {
  const map: UnitMap = new Y.Map()
  for (const [key, value] of registersOf(unit, parent, order)) map.set(key, value)
  map.set('heading', newText(headingOf(unit) ?? null))
  const body = new Y.XmlFragment()
  body.insert(0, bodyOf(unit).map(newElement))
  map.set('body', body)
  return map
}

/** The registers that keep the foreign markup of a unit and of its heading. */
export function sourcesOf(unit: Unit): {
  readonly source: string | null
  readonly headingSource: string | null
} {
  const heading = headingOf(unit)
  return { source: sourceOf(unit), headingSource: heading ? sourceOf(heading) : null }
}

/** What a new unit keeps beside its text, in order. */
function registersOf(
  unit: Unit,
  parent: UnitId | null,
  order: string,
): readonly (readonly [register: string, value: unknown])[] {
  const { kind, label, num, state } = unitAttrs(unit)
  const titled = headingOf(unit) !== undefined
  const sources = Object.entries(sourcesOf(unit)).filter(([, value]) => value !== null)
  return [
    [BIRTH, birthText({ kind, parent, order, label, num, state, titled })],
    ['live', true],
    ...sources,
  ]
}

function seedUnits(
  writer: UpdateWriter,
  holder: Node,
  parent: UnitId | null,
  seen: Set<UnitId>,
): void {
  const units = unitsOf(holder)
  const ranked = units.map((unit) => ({ id: unitAttrs(unit).id, order: '' }))
  const orders = ordersFor(ranked, new Set())
  for (const unit of units) {
    const { id } = unitAttrs(unit)
    assert(!seen.has(id), `unit ids are unique, ${id} is not`)
    seen.add(id)
    seedUnit(writer, unit, parent, orders.get(id) ?? '')
    seedUnits(writer, unit, id, seen)
  }
}

/** What {@link newUnitMap} makes, written. */
function seedUnit(writer: UpdateWriter, unit: Unit, parent: UnitId | null, order: string): void {
  const map = writer.type({ in: 'units', key: unitAttrs(unit).id }, 'map')
  for (const [key, value] of registersOf(unit, parent, order)) writer.value({ in: map, key }, value)
  seedText(writer, { in: map, key: 'heading' }, headingOf(unit) ?? null)
  const body = writer.type({ in: map, key: 'body' }, 'fragment')
  seedElements(writer, body, bodyOf(unit))
}

function seedElements(writer: UpdateWriter, container: Clock, nodes: readonly Node[]): void {
  let at: Standing = { in: container }
  for (const node of nodes) {
    const element = writer.type(at, { element: nameOf(node) })
    if (node.isTextblock) seedText(writer, { in: element }, node)
    else seedElements(writer, element, node.children)
    writer.value({ in: element, key: 'live' }, 1)
    for (const [key, value] of Object.entries(elementAttrs(node)))
      writer.value({ in: element, key }, value)
    at = { behind: element }
  }
}

function seedText(writer: UpdateWriter, place: Standing, node: Node | null): void {
  let at: Standing = { in: writer.type(place, 'text') }
  const write = (make: (at: Standing) => Clock) => {
    at = { behind: make(at) }
  }
  for (const run of runsOf(node?.children ?? [])) {
    const names = Object.keys(run.format)
    for (const name of names) write((at) => writer.format(at, name, true))
    const { content } = run
    if (typeof content === 'string') write((at) => writer.words(at, content))
    else write((at) => writer.embed(at, content))
    for (const name of names) write((at) => writer.format(at, name, null))
  }
}

interface Run {
  readonly content: string | object
  readonly format: Readonly<Record<string, true>>
}

/** Words and leaves with their marks; plain words beside each other are one, as Yjs makes them. */
function runsOf(inline: readonly Node[]): readonly Run[] {
  const runs: Run[] = []
  for (const node of inline) {
    const content = node.isText ? (node.text ?? '') : embedOf(node)
    const format = formatOf(node)
    const before = runs.at(-1)
    if (typeof content === 'string' && before && isPlain({ content, format }) && isPlain(before))
      runs[runs.length - 1] = { content: before.content + content, format }
    else runs.push({ content, format })
  }
  return runs
}

function isPlain(run: Run): run is Run & { readonly content: string } {
  return typeof run.content === 'string' && Object.keys(run.format).length === 0
}

/** A Yjs client id made from the act: other acts, and other forms of seed, get another. */
function seedClient(json: string): number {
  return Number.parseInt(digest(`${SEED_FORM}/${SCHEMA_VERSION}/${json}`), 16)
}
