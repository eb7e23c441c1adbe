import type { Input } from '#shared/bridge/contract.ts'
import type { UnitEdit } from '#shared/structure/edit.ts'

type PlannedEdit = Input<'impactOf'>['edits'][number]

/** Of edits, those that may change what a citation leads to, as the bridge carries them. */
export function plannedEdits(edits: readonly UnitEdit[]): PlannedEdit[] {
  return edits.map(plannedEdit).filter((edit) => edit !== undefined)
}

function plannedEdit(edit: UnitEdit): PlannedEdit | undefined {
  switch (edit.kind) {
    case 'remove':
    case 'setLabel':
    case 'setKind':
    case 'setState':
    case 'split':
    case 'join':
      return { ...edit }
    case 'move':
      return { ...edit, to: { ...edit.to } }
    case 'insert':
    case 'restore':
    case 'setText':
      return undefined
  }
}
