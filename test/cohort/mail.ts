import * as Y from 'yjs'
import { pick, shuffled } from './chance.ts'

/** Updates on their way: each waits for everyone but its author until it is delivered. */
export interface Mail<Member> {
  /** All that was ever said. */
  readonly said: readonly Uint8Array[]
  /** Whether an update was lost on its way since the last time this was asked. */
  lostSome(): boolean
  send(from: Member, update: Uint8Array): void
  /** Everything reaches everyone, also what is said in answer: one by one, or merged if `random` says so. */
  deliverAll(random?: () => number): void
  /** Some reaches some, in any order, some of it twice, and none of it the other side. */
  deliverSome(random: () => number): void
  /** From now on two sides hear nothing of each other, until everything is delivered. */
  part(random: () => number): void
  /** Some of what waits for one of them never comes. */
  lose(random: () => number): void
}

interface Letter<Member> {
  readonly from: Member
  readonly update: Uint8Array
}

export function createMail<Member>(
  receive: (member: Member, update: Uint8Array) => void,
  members: readonly Member[],
): Mail<Member> {
  const inboxes = new Map<Member, Letter<Member>[]>(members.map((member) => [member, []]))
  const said: Uint8Array[] = []
  let away = new Set<Member>()
  let hasLost = false
  return { said, lostSome, send, deliverAll, deliverSome, part, lose }

  function lostSome(): boolean {
    const had = hasLost
    hasLost = false
    return had
  }

  function send(from: Member, update: Uint8Array): void {
    said.push(update)
    for (const [member, inbox] of inboxes) if (member !== from) inbox.push({ from, update })
  }

  /** Yjs answers some changes of marks with a clean-up that the others must hear of too. */
  function deliverAll(random?: () => number): void {
    away = new Set()
    for (let round = 1; [...inboxes.values()].some((inbox) => inbox.length > 0); round++) {
      if (round > 20) throw new Error('the replicas never stop talking')
      for (const [member, inbox] of inboxes) {
        const updates = inbox.splice(0).map(({ update }) => update)
        const isMerged = updates.length > 1 && random !== undefined && random() < 0.7
        for (const update of isMerged ? [Y.mergeUpdates(updates)] : updates) receive(member, update)
      }
    }
  }

  function deliverSome(random: () => number): void {
    for (const [member, inbox] of inboxes) {
      const kept: Letter<Member>[] = []
      for (const letter of shuffled(inbox.splice(0), random)) {
        const isCut = away.has(letter.from) !== away.has(member)
        const fate = isCut ? 0 : random()
        if (fate < 0.4) kept.push(letter)
        else receive(member, letter.update)
        if (fate > 0.9) kept.push(letter)
      }
      inbox.push(...kept)
    }
  }

  function part(random: () => number): void {
    away = new Set(members.filter(() => random() < 0.5))
  }

  function lose(random: () => number): void {
    const inbox = inboxes.get(pick(members, random) ?? ({} as Member))
    if (!inbox || inbox.length === 0) return
    const kept = inbox.splice(0).filter(() => random() < 0.5)
    inbox.push(...kept)
    hasLost = true
  }
}
