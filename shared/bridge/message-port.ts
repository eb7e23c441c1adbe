import type { Port } from './wire.ts'

/** What the `MessagePort`s of a page and of a Node worker have in common. */
export interface MessagePortLike {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: () => void): void
  start(): void
  close(): void
}

/** A message port as a {@link Port}: open until either end closes it. */
export function messagePort(carrier: MessagePortLike): Port {
  let open = true
  const onClosed: (() => void)[] = []
  function end(): void {
    if (!open) return
    open = false
    for (const listener of onClosed) listener()
  }
  carrier.addEventListener('close', end)
  return {
    send(message) {
      if (open) carrier.postMessage(message)
    },
    onMessage(listener) {
      carrier.addEventListener('message', ({ data }) => listener(data))
      carrier.start()
    },
    onState(listener) {
      onClosed.push(() => listener('closed'))
      listener(open ? 'open' : 'closed')
    },
    close() {
      carrier.close()
      end()
    },
  }
}
