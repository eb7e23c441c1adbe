import { randomUUID } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { deriveLaw } from '#shared/amend/derive/law.ts'
import type { ParsedLaw } from '#shared/amend/parse/kept.ts'
import { readLawOf } from '#shared/amend/read-law.ts'
import { lawLines } from '#shared/amend/wording/law-lines.ts'
import { assert } from '#shared/base/assert.ts'
import { openFile } from '#shared/open/open.ts'
import { unitId } from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { createActUnpacker } from './act-parcel.ts'
import type { ApplyOrder, LawAnswer, LawOrder, PackedDeriveOrder } from './order.ts'

parentPort?.on('message', ({ id, order }: { readonly id: number; readonly order: LawOrder }) =>
  parentPort?.postMessage({ id, answer: answered(order) }),
)

function answered(order: LawOrder): LawAnswer {
  return order.kind === 'derive' ? derived(order) : applied(order)
}

/** What it unpacks stays the same objects from order to order, by which what was worked out is found again. */
const unpacker = createActUnpacker()

function derived({ acts, proof: scope, ...order }: PackedDeriveOrder): LawAnswer {
  const [base, draft] = unpacker.unpack(acts)
  assert(base && draft, 'a law is derived from two acts')
  const { language, wordings, inForce } = order
  const options = { language, wordings, inForce }
  const { law, changes, proof } = deriveLaw(base, draft, { ...options, proof: scope })
  const about = new Map(
    changes.map(({ instruction, unit, units }) => [instruction, units ?? unit ?? []]),
  )
  return {
    kind: 'derived',
    title: law.title,
    instructions: changes.length,
    lines: lawLines(law).map(({ instructions, command: _, ...line }) => ({
      ...line,
      units: [...new Set(instructions.flatMap((one) => about.get(one) ?? []))],
    })),
    holds: proof.holds,
    differences: proof.differences,
    law,
  }
}

function applied({ draft, law, only }: ApplyOrder): LawAnswer {
  const act = schema.nodeFromJSON(draft)
  const text = lawText(law)
  if (typeof text !== 'string') return { kind: 'problem', problem: text.problem }
  const parsed = chosen(readLawOf(act, text), only)
  const { act: amended, outcomes } = applyLaw(act, parsed, { newId: ids })
  return { kind: 'applied', outcomes, act: amended.toJSON() }
}

function lawText(law: ApplyOrder['law']) {
  const opened = openFile(law, { newId: ids })
  if (!opened.ok) return { problem: opened.problem }
  const { format, source, acts } = opened.value
  const isPlain = source !== undefined && (format === 'text' || format === 'markdown')
  return isPlain ? source : acts.map(({ act }) => canonicalText(act).text).join('\n')
}

function chosen(parsed: ParsedLaw, only: readonly number[] | null): ParsedLaw {
  if (only === null) return parsed
  return { ...parsed, commands: parsed.commands.filter(({ n }) => only.includes(n)) }
}

function ids() {
  return unitId(randomUUID())
}
