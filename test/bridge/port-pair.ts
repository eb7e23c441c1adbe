import type { Port, PortState } from '#shared/bridge/wire.ts'

/** One end of a {@link portPair}, and the means to trouble it. */
export interface TestPort extends Port {
  /** What the other end was sent, in order. */
  readonly sent: readonly unknown[]
  enter(state: PortState): void
}

/** Two ports joined in memory, without a copy and without delay; both start open. */
export function portPair({ state = 'open' as PortState } = {}): readonly [TestPort, TestPort] {
  const heardA: ((message: unknown) => void)[] = []
  const heardB: ((message: unknown) => void)[] = []
  return [testPort(heardA, heardB, state), testPort(heardB, heardA, state)]
}

function testPort(
  own: ((message: unknown) => void)[],
  far: ((message: unknown) => void)[],
  first: PortState,
): TestPort {
  const onState: ((state: PortState) => void)[] = []
  const sent: unknown[] = []
  let state = first
  function enter(next: PortState): void {
    state = next
    for (const listener of onState) listener(next)
  }
  return {
    sent,
    enter,
    send(message) {
      if (state !== 'open') return
      sent.push(message)
      for (const listener of far) listener(message)
    },
    onMessage: (listener) => void own.push(listener),
    onState(listener) {
      onState.push(listener)
      listener(state)
    },
    close: () => enter('closed'),
  }
}
