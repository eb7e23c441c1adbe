import type * as Y from 'yjs'
import { ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { checkOf } from '#shared/citation/check.ts'
import { ignoreKey } from '#shared/citation/ignored.ts'
import { rewriteEdits, standingIn, undoing } from '#shared/citation/rewrite-edits.ts'
import type { Rewrite } from '#shared/citation/rewrite-value.ts'
import { unitId } from '#shared/schema/act.ts'
import { setCheck } from '#shared/sync/checks.ts'
import { reword } from '#shared/sync/edit.ts'
import { projectAct } from '#shared/sync/project.ts'
import { changeDraft } from './change-draft.ts'
import type { DeskContext } from './context.ts'

/** Carries out in a draft what the edits of another left to do in its citations. */
export function rewriteCitations(
  ctx: DeskContext,
  { document, cited, plan, as }: Input<'rewriteCitations'>,
): Promise<Result<Output<'rewriteCitations'>>> {
  return changeDraft(ctx, document, ({ doc, person, at }) => {
    const act = projectAct(doc)
    const standing = standingIn(act, plan.map(rewriteOf))
    const certain = standing.filter(({ kind }) => kind === 'rewrite' && as === 'words')
    const edits = rewriteEdits(act, certain)
    if (edits.length > 0) {
      const done = reword(doc, edits, { author: person.id, at })
      if (!done.ok) return done
    }
    const open = standing.filter((rewrite) => !certain.includes(rewrite))
    remember(doc, open, cited)
    return ok({
      rewritten: certain.length,
      checks: open.length,
      left: plan.length - standing.length,
      back: undoing(certain).map((rewrite) => ({ ...rewrite, targets: [...rewrite.targets] })),
    })
  })
}

function remember(doc: Y.Doc, plan: readonly Rewrite[], cited: string): void {
  doc.transact(() => {
    for (const rewrite of plan) {
      const key = ignoreKey({ from: rewrite.from, text: rewrite.citation })
      setCheck(doc, key, checkOf(rewrite, cited))
    }
  })
}

function rewriteOf(given: Input<'rewriteCitations'>['plan'][number]): Rewrite {
  return { ...given, from: unitId(given.from), targets: given.targets.map(unitId) }
}
