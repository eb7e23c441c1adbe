import { useEffect, useState, useSyncExternalStore } from 'react'

/** A value that changes, and the means to hear of it. */
export interface Store<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

export interface WritableStore<T> extends Store<T> {
  set(value: T): void
}

export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** Milliseconds that {@link useLateStore} may lag: less than an eye needs to read a word. */
const LAG = 80

/** The value, drawn a moment after it changes and once for many changes: for what changes at each key. */
export function useLateStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get)
  useEffect(() => {
    let timer: number | undefined
    const stop = store.subscribe(() => {
      timer ??= window.setTimeout(() => {
        timer = undefined
        setValue(() => store.get())
      }, LAG)
    })
    setValue(() => store.get())
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [store])
  return value
}
