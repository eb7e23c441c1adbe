import { createStore, type Store } from '../host/store.ts'

export type PanelName =
  | 'references'
  | 'changes'
  | 'law'
  | 'comparison'
  | 'problems'
  | 'history'
  | 'comments'
  | 'merge'

/** What stands over or beside the text and was asked for. */
export type Shown =
  | 'none'
  | 'find'
  | 'replace'
  | 'goTo'
  | 'insertReference'
  | 'comment'
  | 'suggest'
  | 'takeComments'
  | 'renumber'
  | 'palette'
  | 'export'
  | 'applyLaw'
  | 'share'
  | 'settings'
  | 'nameVersion'
  | 'shortcuts'

export interface ShellState {
  readonly outline: boolean
  readonly redline: boolean
  /** Whether both texts stand beside each other in place of the editor. */
  readonly sideBySide: boolean
  /** Whether who wrote the words is marked in the text. */
  readonly writers: boolean
  readonly panel: PanelName | 'none'
  readonly shown: Shown
}

/** Whether a window has room for both panels beside the text; where it has not, the last asked for stands. */
export type Room = 'both' | 'one'

/** The frame around the text: which panels stand, which dialog is open. */
export interface Shell {
  readonly state: Store<ShellState>
  show(shown: Shown): void
  toggle(part: 'outline' | 'redline' | 'sideBySide' | 'writers'): void
  /** Shows a panel; puts it away when it stood already. */
  showPanel(panel: PanelName): void
  selectPanel(panel: PanelName): void
  /** The window is as wide as that: what gave way comes back when there is room. */
  fit(room: Room): void
  leave(): void
  /** Shows who cites whom around a document. */
  showGraph(document: string): void
}

export function createShell(leave: () => void, showGraph: (document: string) => void): Shell {
  const state = createStore<ShellState>({
    outline: true,
    redline: false,
    sideBySide: false,
    writers: false,
    panel: 'changes',
    shown: 'none',
  })
  let room: Room = 'both'
  /** What gave way. */
  let away: Partial<ShellState> = {}
  const change = (part: Partial<ShellState>) => {
    const asked = { ...state.get(), ...part }
    const isCrowded = room === 'one' && asked.outline && asked.panel !== 'none'
    if (!isCrowded) state.set(asked)
    else if (part.outline) giveWay(asked, { panel: 'none' })
    else giveWay(asked, { outline: false })
  }
  return {
    state,
    show: (shown) => change({ shown }),
    toggle: (part) => change({ [part]: !state.get()[part] }),
    showPanel: (panel) => change({ panel: state.get().panel === panel ? 'none' : panel }),
    selectPanel: (panel) => change({ panel }),
    fit(next) {
      room = next
      if (next === 'one') return change({})
      const { panel } = state.get()
      change(panel === 'none' ? away : { ...away, panel })
      away = {}
    },
    leave,
    showGraph,
  }

  function giveWay(asked: ShellState, gone: Partial<ShellState>): void {
    away = gone.outline === false ? { outline: true } : { panel: asked.panel }
    state.set({ ...asked, ...gone })
  }
}
