import type { Saying } from '#shared/base/problem.ts'
import type { Bridge } from '#shared/bridge/contract.ts'

/**
 * Tells what was found damaged when the library was opened and what was done about it, once each: when
 * the window opens, and when a desk that died was replaced by one that opened the library again.
 */
export function tellDamage(
  bridge: Pick<Bridge, 'libraryHealth' | 'subscribe'>,
  tell: (found: Saying) => void,
): void {
  const told = new Set<string>()
  void look()
  bridge.subscribe((event) => {
    if (event.kind === 'connection' && event.state === 'restored') void look()
  })

  async function look(): Promise<void> {
    const health = await bridge.libraryHealth()
    if (!health.ok) return
    for (const found of health.value.filter(({ message }) => !told.has(message))) {
      told.add(found.message)
      tell(found)
    }
  }
}
