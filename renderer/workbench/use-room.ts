import { useLayoutEffect } from 'react'
import type { Shell } from './shell.ts'

/** Beside both panels, 220 and 300 pixels at least, a window below this leaves the text less than 380. */
const ROOM_FOR_BOTH = 900

/** Tells the shell whether the window has room for both panels, before it is painted and as it changes. */
export function useRoom(shell: Shell): void {
  useLayoutEffect(() => {
    const crowded = window.matchMedia(`(width < ${ROOM_FOR_BOTH}px)`)
    const tell = () => shell.fit(crowded.matches ? 'one' : 'both')
    tell()
    crowded.addEventListener('change', tell)
    return () => crowded.removeEventListener('change', tell)
  }, [shell])
}
