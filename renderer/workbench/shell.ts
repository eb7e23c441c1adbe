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

/** The frame around the text: which panels stand, which dialog is open. */
export interface Shell {
  readonly state: Store<ShellState>
  show(shown: Shown): void
  toggle(part: 'outline' | 'redline' | 'sideBySide' | 'writers'): void
  /** Shows a panel; puts it away when it stood already. */
  showPanel(panel: PanelName): void
  selectPanel(panel: PanelName): void
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
  const change = (part: Partial<ShellState>) => state.set({ ...state.get(), ...part })
  return {
    state,
    show: (shown) => change({ shown }),
    toggle: (part) => change({ [part]: !state.get()[part] }),
    showPanel: (panel) => change({ panel: state.get().panel === panel ? 'none' : panel }),
    selectPanel: (panel) => change({ panel }),
    leave,
    showGraph,
  }
}
