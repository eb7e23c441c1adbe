import { problemInFile } from '#shared/base/problem.ts'
import type { Bridge, Output } from '#shared/bridge/contract.ts'
import type { Translate } from '../messages/messages.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Follows } from './impact.ts'

type Drafts = Follows['drafts']

/** What was done in one other draft. */
interface Rewritten extends Output<'rewriteCitations'> {
  readonly document: string
  readonly title: string
}

/** What was done in other drafts, each as one change. */
export interface RewrittenElsewhere {
  readonly drafts: readonly Rewritten[]
  /** Gives the citations there their old words again. */
  takeBack(): Promise<void>
}

/** Carries out in other drafts what follows from edits of `cited`; those in `leave` keep their words. */
export async function rewriteElsewhere(
  bridge: Bridge,
  cited: string,
  drafts: Drafts,
  leave: ReadonlySet<string>,
): Promise<RewrittenElsewhere> {
  const write = async (
    { document, title }: Pick<Drafts[number], 'document' | 'title'>,
    plan: Output<'rewriteCitations'>['back'],
    as: 'words' | 'checks',
  ): Promise<readonly Rewritten[]> => {
    const answer = await bridge.rewriteCitations({ document, cited, plan, as })
    if (answer.ok) return [{ document, title, ...answer.value }]
    notify({ tone: 'problem', text: problemInFile(title, answer.problem) })
    return []
  }
  const open = drafts.filter(({ refusal }) => refusal === null)
  const done = await Promise.all(
    open.map((draft) => {
      const plan = draft.plan.map(({ place: _, ...rewrite }) => rewrite)
      return write(draft, plan, leave.has(draft.document) ? 'checks' : 'words')
    }),
  )
  const written = done.flat()
  return {
    drafts: written,
    async takeBack() {
      const changed = written.filter(({ back }) => back.length > 0)
      await Promise.all(changed.map((one) => write(one, one.back, 'words')))
    },
  }
}

/** Tells what was done in other drafts, with a way back. */
export function tellRewritten(t: Translate, { drafts, takeBack }: RewrittenElsewhere): void {
  const sum = (key: 'rewritten' | 'checks' | 'left') =>
    drafts.reduce((total, draft) => total + draft[key], 0)
  const [rewritten, checks, left] = [sum('rewritten'), sum('checks'), sum('left')]
  const text = [
    rewritten > 0 ? t('rewritten.done', { count: rewritten }) : '',
    checks > 0 ? t('rewritten.checks', { count: checks }) : '',
    left > 0 ? t('rewritten.left', { count: left }) : '',
  ]
    .filter((one) => one !== '')
    .join(' ')
  if (text === '') return
  const action = { label: t('rewritten.takeBack'), run: () => void takeBack() }
  notify({ tone: 'plain', text, ...(rewritten > 0 ? { action } : {}) })
}
