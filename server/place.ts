/** The addresses at which a host may listen: those that only this computer reaches. */
export const LOOPBACK = ['127.0.0.1', '::1', 'localhost'] as const
export type Loopback = (typeof LOOPBACK)[number]

/**
 * The names under which this host is asked for. A page of the web that has its own name point to this
 * computer (DNS rebinding) sends its name as `Host`, and a page elsewhere its own origin.
 */
export interface Place {
  /** E.g. `http://127.0.0.1:4460`. */
  readonly origin: string
  isHost(header: string | undefined): boolean
  isOrigin(header: string | undefined): boolean
}

export function placeAt(host: Loopback, port: number): Place {
  const hosts = LOOPBACK.map((name) => `${name.includes(':') ? `[${name}]` : name}:${port}`)
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    isHost: (header) => header !== undefined && hosts.includes(header.toLowerCase()),
    isOrigin: (header) => header !== undefined && hosts.some((name) => header === `http://${name}`),
  }
}
