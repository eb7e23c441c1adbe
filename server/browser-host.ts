import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { contentPolicy, guardHeaders } from '#shared/bridge/content-policy.ts'
import type { Bridge } from '#shared/bridge/contract.ts'
import { type Report, serveBridge } from '#shared/bridge/serve.ts'
import { listen } from './listen.ts'
import { LOOPBACK, type Loopback, placeAt } from './place.ts'
import { type Asked, refusal, replyTo, type Served } from './reply.ts'
import { newSession } from './session.ts'
import { socketPort } from './socket-port.ts'
import { windowFiles } from './window-files.ts'

export interface BrowserHostOptions {
  readonly desk: { connect(): Bridge & { close(): unknown } }
  /** The folder of the built window. */
  readonly rendererDir: string
  /** 0 is any free port; left out, the first free one from 4460. */
  readonly port?: number | undefined
  readonly host?: Loopback
  /** Takes the host's own faults; they are printed on stderr when left out. */
  readonly report?: Report
}

export interface BrowserHost {
  /** Opens the window once: it carries the token. */
  readonly url: string
  readonly origin: string
  close(): Promise<void>
}

/** The largest message taken: an imported file of 200 MB, and what is around it. */
const MAX_FRAME_BYTES = 201_000_000

/**
 * Serves the window and the bridge to the browsers of this computer. Rejects with a sentence for the
 * user when the port is taken or the window is not built.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { desk, host = '127.0.0.1', report = printFault } = options
  if (!LOOPBACK.includes(host))
    throw new Error(`Bapta listens on this computer only (${LOOPBACK.join(', ')}), not on ${host}.`)
  const files = windowFiles(options.rendererDir)

  const server = createServer()
  const port = await listen(server, host, options.port)
  const place = placeAt(host, port)
  const session = newSession(`bapta-${port}`)
  const served: Served = { files, place, session }
  const policy = contentPolicy({ connect: [place.origin.replace('http:', 'ws:')] })
  const guards = guardHeaders(policy)

  server.on('request', (request, response) => {
    const { status, headers, body } = replyTo(served, askedBy(request))
    response.writeHead(status, { ...guards, ...headers })
    response.end(request.method === 'HEAD' ? undefined : body)
  })

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request, socket, head) => {
    const status = refusal(served, askedBy(request), sockets.clients.size)
    if (status !== undefined) {
      refuse(socket, status)
      return
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      const connection = desk.connect()
      accepted.on('close', () => connection.close())
      serveBridge(socketPort(accepted), connection, report)
    })
  })

  return {
    url: `${place.origin}/?token=${session.token}`,
    origin: place.origin,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await closed
    },
  }
}

function askedBy({ method = '', url = '', headers }: IncomingMessage): Asked {
  return { method, target: url, headers }
}

function refuse(socket: Duplex, status: number): void {
  // The other end may be gone already; there is nobody to tell.
  socket.on('error', () => {})
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function printFault(where: string, fault: unknown): void {
  const told = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  process.stderr.write(`bapta: fault in ${where}: ${told}\n`)
}
