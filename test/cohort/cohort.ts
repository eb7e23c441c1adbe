import { EditorState, type Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import { type Act, headingOf, isUnit, type UnitId, unitId } from '#shared/schema/act.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { draftPlugins, holdsWords, settle } from '../../renderer/editor/binding/plugins.ts'
import { type BoundSession, createDraftSession } from '../../renderer/editor/binding/session.ts'
import { createMail, type Mail } from './mail.ts'

/** One drafter: a replica, its session and an editor without a page. */
export interface Peer {
  readonly name: string
  readonly doc: Y.Doc
  readonly session: BoundSession
  readonly state: EditorState
  /** Does a transaction in the editor, as the page would. */
  dispatch(tr: Transaction): void
  /** Types words into a unit's paragraph (its heading at block -1), `offset` characters from its start. */
  type(unit: string, words: string, offset?: number, block?: number): void
  /** Leaves the draft and opens it again from what was saved: undo is forgotten, words are not. */
  reopen(): void
}

export interface Cohort {
  readonly peers: readonly Peer[]
  /** What the draft began with. */
  readonly seed: Uint8Array
  readonly mail: Mail<Peer>
  /** Everything that was said reaches everyone; what was lost on its way they ask each other for. */
  meet(random?: () => number): void
  /** Some of what was said reaches some, in any order, some of it twice. */
  deliverSome(random: () => number): void
  /** Two compare what they have, and have the same. */
  compare(one: Peer, other: Peer): void
}

interface CohortOptions {
  readonly now?: () => number
  /** Whose words typed are written only when something else touches the draft: the page may show them first. */
  readonly holdBack?: readonly string[]
}

/** What a draft of an act begins with; made once for all cohorts of it. */
const seeds = new WeakMap<Act, Uint8Array>()

/** Drafters of one act who hear of each other only when told to. */
export function cohort(
  act: Act,
  names: readonly string[],
  { now = () => 0, holdBack = [] }: CohortOptions = {},
): Cohort {
  const seed = seeds.get(act) ?? seedDraft(act)
  seeds.set(act, seed)
  const peers: readonly Peer[] = names.map((name, index) =>
    createPeer({
      name,
      client: index + 1,
      seed,
      say: (update) => {
        const peer = peers[index]
        if (peer) mail.send(peer, update)
      },
      now,
      holdsBack: holdBack.includes(name),
    }),
  )
  const mail = createMail((peer, update) => void peer.session.receive(update), peers)
  return { peers, seed, mail, meet, deliverSome: mail.deliverSome, compare }

  function meet(random?: () => number): void {
    for (const { session } of peers) session.gather()
    mail.deliverAll(random)
    if (!mail.lostSome()) return
    const [first, ...others] = peers
    for (const side of [others, others.toReversed()])
      for (const other of side) if (first) compare(first, other)
    mail.deliverAll(random)
  }

  function compare(one: Peer, other: Peer): void {
    for (const { session } of [one, other]) session.gather()
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      to.session.receive(Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)))
    }
  }
}

interface Newcomer {
  readonly name: string
  readonly client: number
  readonly seed: Uint8Array
  readonly say: (update: Uint8Array) => void
  readonly now: () => number
  readonly holdsBack: boolean
}

/** Yjs clients of one drafter are this far apart: each opening of a draft has one of its own. */
const OPENINGS = 100

function createPeer({ name, client, seed, say, now, holdsBack }: Newcomer): Peer {
  let made = 0
  let openings = 0
  const newId = () => unitId(`${name}${++made}`)
  let isSettling = false
  const settleState = () => {
    if (isSettling) return
    isSettling = true
    const tr = settle(session, state)
    if (tr) state = state.apply(tr)
    isSettling = false
  }
  const open = (saved: Uint8Array) => {
    // A name of its own costs a draw of chance, and none here is looked for by it.
    doc = new Y.Doc({ gc: false, guid: name })
    doc.clientID = client + OPENINGS * openings++
    Y.applyUpdate(doc, saved)
    session = createDraftSession({ doc, newId, person: () => ({ id: name, name }), now })
    state = EditorState.create({ doc: session.act, plugins: [...draftPlugins(session, never)] })
    session.subscribe(settleState)
    session.onGather(settleState)
    session.onUpdate(say)
  }
  let doc: Y.Doc
  let session: BoundSession
  let state: EditorState
  open(seed)
  return {
    name,
    get doc() {
      return doc
    },
    get session() {
      return session
    },
    get state() {
      return state
    },
    dispatch(tr) {
      state = state.apply(tr)
      if (!holdsBack || !holdsWords(session, state)) settleState()
    },
    type(unit, words, offset = 0, block = 0) {
      this.dispatch(state.tr.insertText(words, textStart(state.doc, unit, block) + offset))
    },
    reopen() {
      session.gather()
      session.close()
      open(Y.encodeStateAsUpdate(doc))
    },
  }
}

const never = () => () => {}

/** The position of the first character of a unit's block; -1 is the heading. */
export function textStart(doc: Act, unit: string, block = 0): number {
  let found: number | undefined
  doc.descendants((node, position) => {
    if (!isUnit(node)) return false
    if (node.attrs['id'] !== unit) return true
    const index = headingOf(node) ? block + 1 : block
    let offset = position + 1
    for (let i = 0; i < index; i++) offset += node.child(i).nodeSize
    if (node.maybeChild(index)?.isTextblock) found = offset + 1
    return false
  })
  if (found === undefined) throw new Error(`no text block ${block} in unit ${unit}`)
  return found
}

export function standingUnits(act: Act): readonly UnitId[] {
  const ids: UnitId[] = []
  act.descendants((node) => {
    if (isUnit(node)) ids.push(unitId(String(node.attrs['id'])))
    return isUnit(node)
  })
  return ids
}
