import { Fragment } from 'prosemirror-model'
import type { Bridge } from '#shared/bridge/contract.ts'
import type { Act } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { notify } from '../ui/toasts.tsx'
import { idleAnalysis } from './idle-analysis.ts'

/** Milliseconds after which the law in force is asked for even if the window never idles. */
const LONGEST_WAIT = 2000

/**
 * Brings the law in force of a document, once the window has drawn the text and idles, and again
 * after a lost connection until it came. Gives a function that ends this.
 */
export function loadBase(bridge: Bridge, document: string, take: (base: Act) => void): () => void {
  let state: 'asked' | 'come' | 'closed' = 'asked'
  const reading = idleAnalysis<Uint8Array>(0, [
    function* (bytes) {
      take(yield* actSteps(bytes))
    },
  ])
  const ask = async () => {
    const answer = await bridge.readBase({ document })
    if (state !== 'asked') return
    if (answer.ok) {
      state = 'come'
      reading.changed(answer.value.act)
    } else if (answer.problem.code !== 'bridge/lost') {
      notify({ tone: 'problem', text: answer.problem })
    }
  }
  const request = window.requestIdleCallback(() => void ask(), { timeout: LONGEST_WAIT })
  const stopListening = bridge.subscribe((event) => {
    if (event.kind === 'connection' && event.state === 'restored' && state === 'asked') void ask()
  })
  return () => {
    state = 'closed'
    window.cancelIdleCallback(request)
    stopListening()
    reading.close()
  }
}

/** As ProseMirror writes an act. */
interface ActJson {
  readonly content?: readonly unknown[]
}

/** The act of its JSON, a unit at a time. */
function* actSteps(bytes: Uint8Array): Generator<undefined, Act> {
  const json: ActJson = JSON.parse(new TextDecoder().decode(bytes))
  const { content = [], ...act } = json
  yield
  const units = []
  for (const unit of content) {
    units.push(schema.nodeFromJSON(unit))
    yield
  }
  return schema.nodeFromJSON(act).copy(Fragment.from(units))
}
