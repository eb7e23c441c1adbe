import type { Problem } from '#shared/base/problem.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { Act } from '#shared/schema/act.ts'
import { createStore, type Store } from '../host/store.ts'
import type { TextKey } from './bench-versions.ts'

/** The choice of the text that changes are told from. */
export interface ToldFrom {
  readonly againstKey: Store<TextKey>
  /** Tells changes from another text: the law in force (`base`) or a version. The last choice holds, whichever text comes first. */
  tellFrom(key: TextKey): Promise<Result<unknown>>
  /** Why the text of the last time could not be read, if so: the law in force is in its place. */
  readonly lostText: Store<Problem | undefined>
}

export interface ToldFromParts {
  /** The choice of the last time. */
  readonly remembered: TextKey
  readonly remember: (key: TextKey) => void
  readonly readText: (key: TextKey) => Promise<Result<Act>>
  /** The law in force, once it came. */
  readonly base: Store<Act | undefined>
  readonly setAgainst: (act: Act) => void
}

/** Begins with the choice of the last time. */
export function createToldFrom(parts: ToldFromParts): ToldFrom & { closeToldFrom(): void } {
  const { remembered, remember, readText, base, setAgainst } = parts
  const againstKey = createStore(remembered)
  const lostText = createStore<Problem | undefined>(undefined)
  let turn = 0
  let isTold = false
  const tell = (act: Act) => {
    isTold = true
    setAgainst(act)
  }
  /** What the text was read as; undefined: another was chosen meanwhile. */
  const read = async (key: TextKey): Promise<Result<Act> | undefined> => {
    const mine = ++turn
    const text = await readText(key)
    return mine === turn ? text : undefined
  }
  const baseCame = () => {
    const act = base.get()
    if (act && !isTold && againstKey.get() === 'base') tell(act)
  }
  const begin = async () => {
    const text = await read(remembered)
    if (text?.ok) tell(text.value)
    if (!text || text.ok) return
    againstKey.set('base')
    lostText.set(text.problem)
    // A host that is out of reach may have it the next time.
    if (text.problem.code.startsWith('version/')) remember('base')
    baseCame()
  }
  const stopListening = base.subscribe(baseCame)
  if (remembered === 'base') baseCame()
  else void begin()
  return {
    againstKey,
    lostText,
    async tellFrom(key) {
      const text = await read(key)
      if (!text) return ok(undefined)
      if (!text.ok) return text
      againstKey.set(key)
      tell(text.value)
      remember(key)
      return text
    },
    closeToldFrom() {
      turn++
      stopListening()
    },
  }
}
