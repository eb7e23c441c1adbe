import '../base/jitless.ts'
import { z } from 'zod'
import { REWRITE_REASONS } from '../schema/citation-check.ts'
import { UNIT_KINDS, UNIT_STATES } from '../schema/kind.ts'
import { problemShape } from './wire.ts'

/** `check`: a change of structure left the citation to the drafter, and it does not yet name what it has to. */
export const referenceStatus = z.enum([
  'valid',
  'broken',
  'repealed',
  'ambiguous',
  'external',
  'check',
])

/** Where a citation stands: block -1 is the heading; the span counts UTF-16 units of the block's words. */
const citationPlace = {
  unit: z.string(),
  block: z.number(),
  from: z.number(),
  to: z.number(),
  text: z.string(),
  /** The citing unit's place in words: «пункт 2 статьи 5». */
  place: z.string(),
  sentence: z.string(),
  status: referenceStatus,
  ignored: z.boolean(),
}

export const incomingReference = z.strictObject({
  document: z.string(),
  title: z.string(),
  ...citationPlace,
  /** `null`: the whole act, or a unit that is not there. */
  toUnit: z.string().nullable(),
})

export const outgoingReference = z.strictObject({
  ...citationPlace,
  /** The name by which another act is cited; `null`: none is. */
  name: z.string().nullable(),
  targets: z.array(
    z.strictObject({
      /** Id of the cited document; `null`: this one, or one that is not in the library. */
      document: z.string().nullable(),
      /** The title of another document, or the name of an act that is not in the library. */
      title: z.string().nullable(),
      unit: z.string().nullable(),
      label: z.string(),
    }),
  ),
})

export const unitText = z.strictObject({
  document: z.string(),
  title: z.string(),
  unit: z.string(),
  place: z.string(),
  /** Its first words, those of the units in it too. */
  words: z.string(),
  state: z.enum(['inForce', 'draft', 'repealed']),
})

const unitPlace = z.strictObject({ parent: z.string().nullable(), after: z.string().nullable() })

/** The edits that may change what a citation leads to. */
export const plannedEdit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('remove'), unit: z.string() }),
  z.strictObject({ kind: z.literal('move'), unit: z.string(), to: unitPlace }),
  z.strictObject({
    kind: z.literal('setLabel'),
    unit: z.string(),
    label: z.string().nullable(),
    num: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('split'),
    unit: z.string(),
    block: z.number(),
    offset: z.number(),
    newUnit: z.string(),
    newLabel: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('join'), unit: z.string(), into: z.string() }),
  z.strictObject({ kind: z.literal('setKind'), unit: z.string(), to: z.enum(UNIT_KINDS) }),
  z.strictObject({ kind: z.literal('setState'), unit: z.string(), state: z.enum(UNIT_STATES) }),
])

export const touchedReference = z.strictObject({
  document: z.string(),
  title: z.string(),
  ...citationPlace,
  /** What becomes of it. `elsewhere`: its words would lead to another unit than now. */
  outcome: z.enum(['broken', 'repealed', 'elsewhere', 'ambiguous']),
})

/** Other words for one citation, as a plan has them. */
export const rewriteValue = z.strictObject({
  from: z.string(),
  block: z.number(),
  range: z.strictObject({ start: z.number(), end: z.number() }),
  oldWords: z.string().max(5000),
  citation: z.string().max(5000),
  newWords: z.string().max(5000).nullable(),
  kind: z.enum(['rewrite', 'check']),
  reason: z.enum(REWRITE_REASONS),
  targets: z.array(z.string()).max(5000),
})

/** What edits of one document would do in the others. */
export const impactElsewhere = z.strictObject({
  touched: z.array(touchedReference),
  /** How the citations of each other draft follow. */
  rewrites: z.array(
    z.strictObject({
      document: z.string(),
      title: z.string(),
      /** Why nothing can be written there, in a sentence; `null`: it can. */
      refusal: problemShape.nullable(),
      plan: z.array(
        z.strictObject({
          ...rewriteValue.shape,
          /** The citing unit's place in words. */
          place: z.string(),
        }),
      ),
    }),
  ),
})

/** Acts or chapters, and how often one cites another. */
export const citationGraph = z.strictObject({
  nodes: z.array(
    z.strictObject({
      /** Names the node in `links`. */
      id: z.string(),
      document: z.string(),
      /** The chapter's unit; `null`: the whole act. */
      unit: z.string().nullable(),
      words: z.string(),
      language: z.enum(['en', 'ru', 'kk']),
    }),
  ),
  links: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      count: z.number(),
      /** Of these, those that do not lead where they say. */
      doubtful: z.number(),
    }),
  ),
})
