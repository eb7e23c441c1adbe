import type { MessagePortMain } from 'electron'
import type { Port } from '#shared/bridge/wire.ts'

/** Electron's own message port as a {@link Port}: open until the page at its other end is gone. */
export function mainPort(carrier: MessagePortMain): Port {
  let open = true
  const onClosed: (() => void)[] = []
  carrier.on('close', () => {
    open = false
    for (const listener of onClosed) listener()
  })
  return {
    send(message) {
      if (open) carrier.postMessage(message)
    },
    onMessage(listener) {
      carrier.on('message', ({ data }) => listener(data))
      carrier.start()
    },
    onState(listener) {
      onClosed.push(() => listener('closed'))
      listener(open ? 'open' : 'closed')
    },
    close: () => carrier.close(),
  }
}
