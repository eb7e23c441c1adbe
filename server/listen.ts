import type { Server } from 'node:http'

/** Where a host listens when no port was asked for; free of well-known services. */
const FIRST_PORT = 4460
/** Hosts that one computer plausibly runs side by side. */
const PORTS_TRIED = 20

/**
 * Has `server` listen and gives the port: the one asked for (0 is any), else the first free one from
 * {@link FIRST_PORT}. Rejects with a sentence for the user when there is none.
 */
export async function listen(
  server: Server,
  host: string,
  asked: number | undefined,
): Promise<number> {
  if (asked !== undefined) {
    if (await listenOn(server, host, asked)) return portOf(server)
    throw new Error(
      `Port ${asked} is in use by another program: name another with --port, or leave it out.`,
    )
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++)
    if (await listenOn(server, host, port)) return port
  throw new Error(
    `Ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are all in use: name a free one with --port.`,
  )
}

/** Whether the port was free. */
function listenOn(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    function handleError(error: NodeJS.ErrnoException): void {
      server.off('listening', handleListening)
      if (error.code === 'EADDRINUSE') resolve(false)
      else if (error.code === 'EACCES')
        reject(new Error(`Port ${port} needs the rights of an administrator.`))
      else reject(error)
    }
    function handleListening(): void {
      server.off('error', handleError)
      resolve(true)
    }
    server.once('error', handleError)
    server.once('listening', handleListening)
    server.listen({ host, port, exclusive: true })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
