/** Runs in the page before its scripts: the sandboxed preload's world, as far as a page can be one. */
export function preloadWorld(source: string): string {
  return `(${enterWorld.toString()})(function (require, module, exports) {\n${source}\n})`
}

interface Said {
  readonly kind: string
  readonly [key: string]: unknown
}

interface Heard extends Said {
  readonly channel: string
  readonly message: unknown
  readonly ports: readonly number[]
  readonly port: number
  readonly data: unknown
}

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void

function enterWorld(preload: Preload): void {
  if (window !== window.top || window.location.origin !== 'https://bapta.app') return
  const world = window as unknown as {
    __standInSay(message: Said): Promise<void>
    __standInHear(message: Heard): void
  }
  const say = (message: Said) => void world.__standInSay(message)
  const heard = new Map<string, ((event: object, ...args: unknown[]) => void)[]>()
  const ports = new Map<number, MessagePort>()

  world.__standInHear = (message) => {
    if (message.kind === 'port') ports.get(message.port)?.postMessage(message.data)
    if (message.kind === 'port-closed') ports.get(message.port)?.close()
    if (message.kind !== 'message') return
    const event = { ports: message.ports.map(openPort) }
    for (const listener of heard.get(message.channel) ?? []) listener(event, message.message)
  }

  function openPort(port: number): MessagePort {
    const { port1, port2 } = new MessageChannel()
    ports.set(port, port2)
    port2.onmessage = ({ data }) => say({ kind: 'port', port, data })
    return port1
  }

  const ipcRenderer = {
    on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
      heard.set(channel, [...(heard.get(channel) ?? []), listener])
    },
    send: (channel: string, ...args: unknown[]) => say({ kind: 'send', channel, args }),
  }
  const contextBridge = {
    exposeInMainWorld(key: string, api: object) {
      Object.defineProperty(window, key, { value: cross(api), enumerable: true })
    },
  }

  /** As values cross between worlds: copied, functions as proxies, whatever else refused. */
  function cross(value: unknown): unknown {
    if (typeof value === 'function') return (...args: unknown[]) => cross(value(...args.map(cross)))
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise) return value.then(cross)
    if (Array.isArray(value)) return value.map(cross)
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value)
    return Object.freeze(
      Object.fromEntries(Object.entries(value).map(([key, own]) => [key, cross(own)])),
    )
  }

  const electron = new Proxy(
    { contextBridge, ipcRenderer },
    {
      get(own, key) {
        if (!(key in own)) throw new Error(`the stand-in's preload has no electron.${String(key)}`)
        return Reflect.get(own, key)
      },
    },
  )
  function require(name: string): unknown {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return electron
  }
  preload(require, { exports: {} }, {})
}
