import type { Result } from '../base/result.ts'
import {
  type Bridge,
  type BridgeEvent,
  type CallName,
  contract,
  type Input,
  type Output,
} from './contract.ts'

/** Every call of the contract, in its order. */
export const CALL_NAMES = Object.keys(contract) as readonly CallName[]

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name)
}

/** Carries any call of the contract. */
export type Ask = <K extends CallName>(call: K, input: Input<K>) => Promise<Result<Output<K>>>

/** The bridge with a function for each call of the contract, all of them carried by `ask`. */
export function deriveBridge(ask: Ask, subscribe: Bridge['subscribe']): Bridge {
  const calls = CALL_NAMES.map((name) => [name, (input: never) => ask(name, input)] as const)
  // TypeScript cannot see that mapping the contract's own keys yields one function for each.
  return { ...Object.fromEntries(calls), subscribe } as unknown as Bridge
}

/** Listeners of events, called in the order in which they came. */
export interface Listeners {
  readonly subscribe: Bridge['subscribe']
  emit(event: BridgeEvent): void
}

export function listeners(): Listeners {
  const all = new Set<{ hear(event: BridgeEvent): void }>()
  return {
    subscribe(hear) {
      const listener = { hear }
      all.add(listener)
      return () => all.delete(listener)
    },
    emit(event) {
      for (const listener of [...all]) if (all.has(listener)) listener.hear(event)
    },
  }
}
