import { leastSafe, type SaveState } from '../host/save-queue.ts'
import { useLateStore } from '../host/store.ts'
import type { Bench } from './bench.ts'

/** How safe words and comments are: as safe as the less safe of them. */
export function useSaved({ saves, commentSaves }: Bench): SaveState {
  return leastSafe(useLateStore(saves.state), useLateStore(commentSaves.state))
}
