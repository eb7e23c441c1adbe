import { networkInterfaces } from 'node:os'

/** This computer's address in its network, for others to connect to; undefined: it is in none. */
export function ownAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}
