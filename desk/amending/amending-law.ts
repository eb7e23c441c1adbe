import { sayingOf } from '#shared/base/problem.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { Input, Output } from '#shared/bridge/contract.ts'
import { textsOf } from '../acts.ts'
import type { DeskContext } from '../context.ts'
import { standing } from '../library.ts'
import type { DerivedAnswer, DeriveOrder } from './order.ts'

/** The law that makes the law in force the draft as it stands on disk, with its proof. */
export async function amendingLaw(
  ctx: DeskContext,
  input: Input<'amendingLaw'>,
): Promise<Result<Output<'amendingLaw'>>> {
  const derived = await derivedLaw(ctx, { ...input, proof: 'articles' })
  if (!derived.ok) return derived
  const { title, instructions, lines, holds, differences } = derived.value
  return ok({
    title,
    instructions,
    lines: lines.map(({ kind, level, num, text, units }) => ({
      kind,
      level,
      num,
      text,
      units: [...units],
    })),
    holds,
    differences: differences.map(({ unit, what, at, found, wanted }) => ({
      unit,
      what,
      at,
      found,
      wanted,
    })),
  })
}

/** {@link amendingLaw} with the law as a document; stopped by the signal it is a problem. */
export async function derivedLaw(
  { store, bases, drafts, clerk, commits }: DeskContext,
  { document, language, proof }: Input<'amendingLaw'> & Pick<DeriveOrder, 'proof'>,
  signal?: AbortSignal,
): Promise<Result<DerivedAnswer>> {
  commits.flush()
  const found = standing(store.db, document)
  if (!found.ok) return found
  const base = bases.baseOf(found.value.key)
  if (!base.ok) return base
  const { act: draft, wordings, inForce } = drafts.draftOf(found.value)
  const order = { base: base.value, draft, language, wordings, inForce, proof }
  return clerk.derive(order, signal)
}

/** What became of each instruction of a law on the draft, and the draft with it applied; nothing is saved. */
export async function applyAmendingLaw(
  { store, clerk, commits }: DeskContext,
  { document, law, only }: Input<'applyAmendingLaw'>,
): Promise<Result<Output<'applyAmendingLaw'>>> {
  commits.flush()
  const found = standing(store.db, document)
  if (!found.ok) return found
  const texts = textsOf(store.db, found.value.key)
  if (!texts.ok) return texts
  const draft = texts.value.draft.toJSON()
  const applied = await clerk.apply({ kind: 'apply', draft, law, only })
  if (!applied.ok) return applied
  const { outcomes, act } = applied.value
  return ok({
    act,
    outcomes: outcomes.map((one) => ({
      n: one.n,
      text: one.text,
      outcome: one.outcome,
      at: one.at,
      reason: one.reason && sayingOf(one.reason),
      units: [...one.units],
      candidates:
        one.outcome === 'ambiguous' ? one.candidates.map(({ at, words }) => ({ at, words })) : [],
    })),
  })
}
