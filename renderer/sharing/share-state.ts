import type { Bridge } from '#shared/bridge/contract.ts'
import type { PresentPerson } from '#shared/sync/presence.ts'
import { createStore, type Store } from '../host/store.ts'
import { isTold, type Sharing } from './model.ts'

/** How a document is shared and who else is in it, as its host tells. */
export interface ShareState {
  readonly share: Store<Sharing>
  readonly people: Store<readonly PresentPerson[]>
  /** The host has answered: what is written from then on is signed as whoever is here in the share. */
  readonly told: Promise<void>
  /** The id of our way into the shared draft. */
  way(): string | undefined
  close(): void
}

export function createShareState(
  bridge: Pick<Bridge, 'shareOf' | 'subscribe'>,
  document: string,
): ShareState {
  const share = createStore<Sharing>('asked')
  const people = createStore<readonly PresentPerson[]>([])
  const ask = async () => {
    const answer = await bridge.shareOf({ document })
    if (answer.ok) share.set(answer.value ?? 'notShared')
    else if (answer.problem.code !== 'bridge/lost') share.set('unknown')
  }
  const close = bridge.subscribe((event) => {
    if (event.kind === 'share' && event.document === document) share.set(event.share ?? 'notShared')
    if (event.kind === 'presence' && event.document === document) people.set(event.people)
    if (event.kind !== 'connection') return
    if (event.state === 'restored') void ask()
    // Where the others are now, nobody tells.
    else people.set([])
  })
  return {
    share,
    people,
    told: ask(),
    way() {
      const sharing = share.get()
      return isTold(sharing) ? sharing.member : undefined
    },
    close,
  }
}
