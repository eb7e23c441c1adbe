import { createServer, type IncomingMessage } from 'node:http'
import { Hocuspocus } from '@hocuspocus/server'
import { type WebSocket, WebSocketServer } from 'ws'
import { SERVER_OWNER } from '#shared/sync/server-owner.ts'
import type { SyncDatabase } from '#store/sync/database.ts'
import { listen } from '../listen.ts'
import { admission } from './admission.ts'
import { createSyncCommits } from './commit-group.ts'
import { durableLog } from './durable-log.ts'
import type { Identity } from './identity.ts'
import { openInvitations } from './invitations.ts'
import { limitSocket, MAX_MESSAGE_BYTES, MAX_SOCKETS } from './limits.ts'
import { createMetrics } from './metrics.ts'
import { ownAddress } from './own-address.ts'
import { createPresentPeople } from './present-people.ts'
import { redisOf } from './redis.ts'
import { CLOSE_CODES } from './refusal.ts'
import { createRequests } from './requests.ts'
import { createRoomCompactor, type RoomLimits } from './room-compactor.ts'
import type { Visit } from './visit.ts'

export interface SyncServerOptions {
  readonly db: SyncDatabase
  readonly host: string
  /** 0 is any free port; left out, the first free one from 4460. */
  readonly port?: number | undefined
  /** Where people reach the server, if not at its own host and port: `https://drafts.example.org`. */
  readonly address?: string | undefined
  /** Lets documents fail over between nodes: `redis://host:port`. */
  readonly redis?: string | undefined
  /** A directory's; left out, the server's own invitations. */
  readonly identity?: Identity
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly newId: () => string
  /** Takes the server's own faults. */
  readonly log: (where: string, fault: unknown) => void
  readonly compactAt?: RoomLimits
  /** Milliseconds that an update waits for a database that is away. */
  readonly patience?: number
}

export interface SyncServer {
  /** `http://host:port`, or the public address it was given. */
  readonly address: string
  /** The owner's invitation on the first start of a server; undefined later. */
  readonly ownerToken: string | undefined
  /** Ends it within {@link STOP_DEADLINE}: what waits is committed if the database is there. */
  close(): Promise<void>
}

/** Milliseconds between two looks at who was revoked. */
const WATCH = 1000

/** Milliseconds that stopping may take before sockets are cut. */
const STOP_DEADLINE = 5000

/** Milliseconds over which updates to the same people go out as one: a third less work, and unseen. */
const FLUSH_DELAY = 20

/** Days that the owner's first invitation holds: ten years. */
const OWNER_DAYS = 3650

/** Serves shared drafts over a database. Rejects with a sentence when the port is taken. */
export async function startSyncServer(options: SyncServerOptions): Promise<SyncServer> {
  const { db, host, now, newId, log } = options
  const metrics = createMetrics()
  const invitations = await openInvitations(db, { now, newId })
  const identity = options.identity ?? invitations
  const commits = createSyncCommits({ ...options, metrics })
  const compactor = createRoomCompactor({ db, metrics, now, log, limits: options.compactAt })
  const hocuspocus = new Hocuspocus<Visit>({
    quiet: true,
    flushDelay: FLUSH_DELAY,
    // What was deleted is kept: named versions and who wrote what are read from it.
    yDocOptions: { gc: false, gcFilter: () => false },
    extensions: [
      ...(options.redis === undefined ? [] : [await redisOf(options.redis, log)]),
      admission(identity, metrics),
      durableLog({ db, commits, compactor, metrics, now, log }),
    ],
  })
  const people = createPresentPeople(hocuspocus, identity, log)
  const server = createServer()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  })
  const port = await listen(server, host, options.port)
  const address = options.address?.replace(/\/+$/, '') ?? `http://${printed(host)}:${port}`
  const requests = createRequests({
    db,
    identity,
    invitations,
    now,
    address: () => address,
    metricsPage: () =>
      metrics.page({
        sockets: sockets.clients.size,
        rooms: hocuspocus.getDocumentsCount(),
        updates_waiting: commits.waiting(),
        resident_bytes: process.memoryUsage.rss(),
      }),
    async revoke(member) {
      await invitations.revoke(member)
      people.close(member, 'revoked')
    },
  })
  server.on('request', (request, response) => {
    requests(request, response).catch((fault) => {
      log('request', fault)
      if (!response.headersSent) response.writeHead(503)
      response.end()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    // Only desks come here, which send no origin: a page of any site would.
    const status =
      request.headers.origin !== undefined
        ? 403
        : sockets.clients.size >= MAX_SOCKETS
          ? 503
          : undefined
    if (status !== undefined) {
      metrics.refused(status === 403 ? 'origin' : 'too-many')
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => carry(accepted, request))
  })
  const watch = setInterval(() => void people.sendEndedAway(), WATCH)
  const ownerToken =
    options.identity === undefined && (await invitations.isNew())
      ? (
          await invitations.invite({
            name: SERVER_OWNER,
            role: 'owner',
            document: '*',
            days: OWNER_DAYS,
          })
        ).token
      : undefined
  let closing: Promise<void> | undefined
  return {
    address,
    ownerToken,
    close() {
      closing ??= close()
      return closing
    },
  }

  function carry(socket: WebSocket, request: IncomingMessage): void {
    const count = limitSocket(socket, metrics, now)
    const url = `http://sync${request.url ?? '/'}`
    const client = hocuspocus.handleConnection(socket, new Request(url))
    socket.on('message', (data: Buffer, isBinary) => {
      count()
      if (isBinary) client.handleMessage(new Uint8Array(data))
      else socket.close(1003)
    })
    socket.on('close', (code, reason) => client.handleClose({ code, reason: reason.toString() }))
    // A broken frame or one too large is followed by `close`.
    socket.on('error', () => metrics.refused('frame'))
  }

  async function close(): Promise<void> {
    clearInterval(watch)
    server.close()
    const late = new Promise<void>((resolve) => setTimeout(resolve, STOP_DEADLINE).unref())
    await Promise.race([commits.settled(), late])
    commits.stop()
    for (const socket of sockets.clients) socket.close(CLOSE_CODES.stopping, 'stopping')
    await Promise.race([Promise.all([compactor.stop(), emptied()]), late])
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
    await Promise.race([hocuspocus.hooks('onDestroy', { instance: hocuspocus }), late])
  }

  /** Ends when every socket is closed and every room left. */
  async function emptied(): Promise<void> {
    while (sockets.clients.size > 0 || hocuspocus.getDocumentsCount() > 0)
      await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** An address that a person can use: of a host that listens everywhere, one of this computer's. */
function printed(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host
  return ownAddress() ?? 'localhost'
}
