import type { afterLoadDocumentPayload, Document, Extension } from '@hocuspocus/server'

/**
 * Passes updates and presence on between the nodes that have the same room open: while one fails
 * over to another, both may. Durability does not rest on it; each node logs what it receives.
 */
export async function redisOf(
  url: string,
  log: (where: string, fault: unknown) => void,
): Promise<Extension> {
  // Loaded by the few servers that have one.
  const { Redis } = await import('@hocuspocus/extension-redis')
  const { hostname, port, password, username } = new URL(url)
  const redis = new Redis({
    host: hostname,
    port: Number(port || 6379),
    options: {
      ...(username === '' ? {} : { username }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    },
  })
  // It connects again by itself; meanwhile a room is served by this node alone.
  for (const client of [redis.pub, redis.sub])
    client.on('error', (fault: unknown) => log('redis', fault))
  // What others passed on meanwhile is lost to a subscriber: each node says anew what it has.
  redis.sub.on('ready', () => {
    for (const [documentName, document] of redis.instance.documents)
      announce(documentName, document).catch((fault: unknown) => log('redis', fault))
  })
  return redis

  async function announce(documentName: string, document: Document): Promise<void> {
    // Of all that Hocuspocus gives a hook, the extension reads these two.
    const loaded = { documentName, document } as afterLoadDocumentPayload
    await redis.afterLoadDocument(loaded)
  }
}
