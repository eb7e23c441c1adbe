import { EditorState, type Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import { type Act, headingOf, isUnit, type UnitId, unitId } from '#shared/schema/act.ts'
import { seedDraft } from '#shared/sync/seed.ts'
import { draftPlugins, holdsWords, settle } from '../../renderer/editor/binding/plugins.ts'
import { type BoundSession, createDraftSession } from '../../renderer/editor/binding/session.ts'

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
}

export interface Cohort {
  readonly peers: readonly Peer[]
  /** Everything that was said reaches everyone. */
  meet(): void
  /** Some of what was said reaches some, in any order, some of it twice. */
  deliverSome(random: () => number): void
}

interface CohortOptions {
  readonly now?: () => number
  /** Whose words typed are written only when something else touches the draft: the page may show them first. */
  readonly holdBack?: readonly string[]
}

/** Drafters of one act who hear of each other only when told to. */
export function cohort(
  act: Act,
  names: readonly string[],
  { now = () => 0, holdBack = [] }: CohortOptions = {},
): Cohort {
  const seed = seedDraft(act)
  const inboxes = new Map<Peer, Uint8Array[]>()
  const peers = names.map((name, index) => {
    const say = (update: Uint8Array) => {
      for (const [other, inbox] of inboxes) if (other !== peer) inbox.push(update)
    }
    const holdsBack = holdBack.includes(name)
    const peer = createPeer({ name, client: index + 1, seed, say, now, holdsBack })
    inboxes.set(peer, [])
    return peer
  })
  return { peers, meet, deliverSome }

  /** Yjs answers some changes of marks with a clean-up that the others must hear of too. */
  function meet(): void {
    for (const { session } of peers) session.gather()
    for (let round = 1; [...inboxes.values()].some((inbox) => inbox.length > 0); round++) {
      if (round > 20) throw new Error('the replicas never stop talking')
      for (const [peer, inbox] of inboxes) {
        for (const update of inbox.splice(0)) peer.session.receive(update)
      }
    }
  }

  function deliverSome(random: () => number): void {
    for (const [peer, inbox] of inboxes) {
      const kept: Uint8Array[] = []
      for (const update of shuffled(inbox.splice(0), random)) {
        const fate = random()
        if (fate < 0.4) kept.push(update)
        else peer.session.receive(update)
        if (fate > 0.9) kept.push(update)
      }
      inbox.push(...kept)
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

function createPeer({ name, client, seed, say, now, holdsBack }: Newcomer): Peer {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = client
  Y.applyUpdate(doc, seed)
  let made = 0
  const newId = () => unitId(`${name}${++made}`)
  const session = createDraftSession({ doc, newId, person: () => ({ id: name, name }), now })
  let state = EditorState.create({ doc: session.act, plugins: [...draftPlugins(session, never)] })
  let isSettling = false
  const settleState = () => {
    if (isSettling) return
    isSettling = true
    const tr = settle(session, state)
    if (tr) state = state.apply(tr)
    isSettling = false
  }
  session.subscribe(settleState)
  session.onGather(settleState)
  session.onUpdate(say)
  const peer: Peer = {
    name,
    doc,
    session,
    get state() {
      return state
    },
    dispatch(tr) {
      state = state.apply(tr)
      if (!holdsBack || !holdsWords(session, state)) settleState()
    },
    type(unit, words, offset = 0, block = 0) {
      peer.dispatch(state.tr.insertText(words, textStart(state.doc, unit, block) + offset))
    },
  }
  return peer
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

/** Numbers from 0 to 1 that a seed decides. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
