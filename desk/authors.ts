import * as Y from 'yjs'
import type { Input } from '#shared/bridge/contract.ts'
import type { ChangedBy, UnitRedline } from '#shared/diff/redline.ts'
import type { Authors } from '#shared/diff/sign.ts'
import type { UnitId } from '#shared/schema/act.ts'
import { type Attribution, attributionOf, type Span, type Touch } from '#shared/sync/attribution.ts'
import { changedBy } from '#shared/sync/changed-by.ts'
import type { Reader } from '#store/connection.ts'
import type { DocumentKey } from '#store/documents.ts'
import { draftState } from '#store/draft-state.ts'

/**
 * Who made the changes of a draft, as it stands on disk; undefined where the later text is not the
 * draft. What nobody signed is left to the author of the whole; `exporter` names those who told no
 * name, and the time of what has none. What was deleted since a version is told by unit: the draft
 * knows the words of its base only.
 */
export function authorsOf(
  db: Reader,
  document: DocumentKey,
  exporter: ChangedBy,
  between: Input<'exportDocument'>['between'] = { from: 'base', to: 'draft' },
): Authors | undefined {
  if (between.to !== 'draft') return undefined
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draftState(db, document))
  const authors = authorsBy(attributionOf(doc), exporter)
  return between.from === 'base' ? authors : { ...authors, deleted: () => [] }
}

function authorsBy(attribution: Attribution, exporter: ChangedBy): Authors {
  const named = (touch: Touch | undefined): ChangedBy | undefined => {
    if (!touch?.person) return undefined
    const date = touch.at === undefined ? exporter.date : new Date(touch.at).toISOString()
    return { author: touch.person.name === '' ? exporter.author : touch.person.name, date }
  }
  const spans = (found: readonly Span[]) =>
    found.map(({ length, touch }) => ({ length, by: named(touch) }))
  return {
    unit: (unit, kind) => named(unitTouch(attribution, unit, kind)),
    written: (unit, block) => spans(attribution.written({ unit, block })),
    deleted: (unit, block) => spans(attribution.deleted({ unit, block })),
  }
}

function unitTouch(
  attribution: Attribution,
  unit: UnitId,
  kind: UnitRedline['kind'],
): Touch | undefined {
  switch (kind) {
    case 'kept':
    case 'changed':
      return attribution.touches(unit)[0]
    case 'inserted':
    case 'deleted':
      return changedBy(attribution, unit, kind)[0]
    case 'movedFrom':
    case 'movedTo':
      return changedBy(attribution, unit, 'moved')[0]
  }
}
