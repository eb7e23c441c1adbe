import * as Y from 'yjs'
import { type Act, isUnit, type Unit, type UnitId, unitAttrs, unitId } from '#shared/schema/act.ts'
import { projectAct, unitWords } from '#shared/sync/project.ts'
import { recordOf, unitMaps } from '#shared/sync/shape.ts'
import { dump } from '#test/builders/act.ts'
import { shuffled } from './chance.ts'
import { type Cohort, type Peer, standingUnits } from './cohort.ts'
import type { Deed } from './deeds.ts'
import { type Record, reach, WORD } from './record.ts'
import type { ReviewDeed } from './review-deeds.ts'

/** Deeds that may take units out of the text. */
const TAKING: ReadonlySet<string> = new Set<Deed | ReviewDeed>([
  'remove',
  'join',
  'undo',
  'redo',
  'enter',
  'backspace',
  'forward',
  'accept',
  'accept-all',
])

/**
 * Watches the deeds of a cohort. Of each: it takes no unit out of its drafter's text unless it is one
 * that takes, and no word of another. At the end {@link Watch.faults} is law 7.
 */
export interface Watch {
  does(peer: Peer, deed: Deed | ReviewDeed, work: () => void): void
  faults(group: Cohort, random: () => number): readonly string[]
}

export function watch(base: Act, record: Record): Watch {
  const gone = new Set<UnitId>()
  const known = new Set(ownWordsIn(base).keys())
  const noted: string[] = []
  return { does, faults }

  function does(peer: Peer, deed: Deed | ReviewDeed, work: () => void): void {
    const before = ownWordsIn(peer.state.doc)
    work()
    const after = ownWordsIn(peer.state.doc)
    for (const id of after.keys()) known.add(id)
    for (const [id, words] of before) {
      const now = after.get(id)
      // A unit that was joined stands for the words in it alone, and goes with them.
      const mayGo = TAKING.has(deed) || gone.has(id)
      if (now === undefined && mayGo) gone.add(id)
      else if (now === undefined) noted.push(`${deed} of ${peer.name} takes ${id} out of the text`)
      else if (now !== words && !record.touched.get(peer.name)?.has(id)) {
        noted.push(`${deed} of ${peer.name} changes the words of ${id}: «${words}» → «${now}»`)
      }
    }
  }

  function faults(group: Cohort, random: () => number): readonly string[] {
    const [first] = group.peers
    if (!first) return ['there is nobody']
    return [
      ...noted,
      ...disagreements(group),
      ...newcomerFaults(group, random),
      ...unitFaults(first, known, gone),
      ...wordFaults(first, record),
      ...untouchedFaults(base, first, record),
    ]
  }
}

/** The own words of each unit that stands: its heading and blocks, not those of units in it. */
export function ownWordsIn(act: Act): ReadonlyMap<UnitId, string> {
  const words = new Map<UnitId, string>()
  act.descendants((node) => {
    if (!isUnit(node)) return false
    const own = node.children.filter((child) => !isUnit(child))
    words.set(unitAttrs(node).id, own.map((child) => child.textContent).join('\n'))
    return true
  })
  return words
}

/** What differs between replicas that saw the same. */
export function disagreements({ peers }: Cohort): readonly string[] {
  const [first] = peers
  if (!first) return []
  const { act } = first.session
  act.check()
  const found = twice(act).map((id) => `${id} stands twice`)
  const all = Y.snapshot(first.doc)
  const conflicts = JSON.stringify(first.session.conflicts)
  for (const { name, doc, session, state } of peers) {
    if (!session.act.eq(act)) found.push(`${name} shows\n${dump(session.act)}\nnot\n${dump(act)}`)
    if (!state.doc.eq(session.act)) found.push(`the page of ${name} is not its act`)
    if (!Y.equalSnapshots(Y.snapshot(doc), all)) found.push(`${name} does not hold all updates`)
    if (JSON.stringify(session.conflicts) !== conflicts) found.push(`${name} reports otherwise`)
    if (session.readOnly !== null) found.push(`${name} may not edit: ${session.readOnly.code}`)
  }
  const scratch = projectAct(first.doc)
  if (!scratch.eq(act)) found.push(`from scratch:\n${dump(scratch)}\nnot\n${dump(act)}`)
  return found
}

/** One who comes last and hears of everything at once, in any order. */
function newcomerFaults({ peers, mail, seed }: Cohort, random: () => number): readonly string[] {
  const [first] = peers
  if (!first) return []
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, Y.mergeUpdates([...shuffled([seed, ...mail.said], random)]))
  const act = projectAct(doc)
  return act.eq(first.session.act) ? [] : [`a newcomer sees\n${dump(act)}`]
}

/** Each unit that nobody took out of the text stands. */
function unitFaults(
  { doc, session }: Peer,
  known: ReadonlySet<UnitId>,
  gone: ReadonlySet<UnitId>,
): readonly string[] {
  const found: string[] = []
  const standing = new Set(standingUnits(session.act))
  for (const id of known)
    if (!gone.has(id) && !standing.has(id)) found.push(`${id}, which nobody removed, is gone`)
  for (const [id, map] of unitMaps(doc)) {
    const { live, joinedInto } = recordOf(id, map)
    if (live && joinedInto === null && !standing.has(unitId(id)))
      found.push(`${id} counts as standing and is not in the act`)
  }
  return found
}

function twice(act: Act): readonly UnitId[] {
  const ids = standingUnits(act)
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

/** Words in a unit they were not typed into, twice, and nowhere. */
function wordFaults({ doc, session }: Peer, record: Record): readonly string[] {
  const found: string[] = []
  const own = ownWordsIn(session.act)
  const places = new Map<string, UnitId[]>()
  for (const [id, map] of unitMaps(doc)) {
    const words = own.get(unitId(id)) ?? unitWords(map)
    for (const [word] of words.matchAll(WORD)) {
      const units = places.get(word)
      if (units) units.push(unitId(id))
      else places.set(word, [unitId(id)])
    }
  }
  for (const [word, unit] of record.typed) {
    const home = reach(record, unit)
    const at = places.get(word) ?? []
    for (const id of at)
      if (!home.has(id)) found.push(`${word}, typed into ${unit}, stands in ${id}`)
    if (record.undone.has(word)) continue
    if (at.length > 0 && at.every((id) => !own.has(id) && !isRemoved(doc, id)))
      found.push(`${word} is hidden in ${at.join(', ')}, which nobody removed`)
    if (at.length === 0) found.push(`${word}, typed into ${unit}, is lost`)
    const cuts = [...home].reduce((sum, id) => sum + (record.cuts.get(id) ?? 0), 0)
    if (at.length > 1 && cuts < 2) found.push(`${word}, typed once, stands in ${at.join(', ')}`)
    if (home.size === 1 && own.has(unit) && !at.includes(unit))
      found.push(`${word} is not in ${unit}, which stands`)
  }
  return found
}

function isRemoved(doc: Y.Doc, id: UnitId): boolean {
  const map = unitMaps(doc).get(id)
  return map !== undefined && !recordOf(id, map).live
}

/** The law as it was, wherever nobody edited it. */
function untouchedFaults(base: Act, { doc }: Peer, { touched }: Record): readonly string[] {
  const edited = new Set([...touched.values()].flatMap((units) => [...units]))
  const found: string[] = []
  const maps = unitMaps(doc)
  base.descendants((node) => {
    if (!isUnit(node)) return false
    const { id } = unitAttrs(node)
    const words = unitWords(maps.get(id)).trim()
    if (!edited.has(id) && words !== ownWordsOf(node))
      found.push(`${id}, which nobody edited, reads «${words}»`)
    return true
  })
  return found
}

function ownWordsOf(unit: Unit): string {
  const own = unit.children.filter((child) => !isUnit(child))
  return own
    .map((child) => child.textContent)
    .join('\n')
    .trim()
}
