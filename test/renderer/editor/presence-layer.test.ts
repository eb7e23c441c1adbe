import { expect, it } from 'vitest'
import { unitId } from '#shared/schema/act.ts'
import type { PresentPerson } from '#shared/sync/presence.ts'
import { act, art } from '#test/builders/act.ts'
import { presenceMarks } from '../../../renderer/editor/plugins/presence-layer.ts'

const text = act(art('1', 'Signposts', 'Words.'))
const places = { positionOf: () => 0, elementOf: () => undefined }

const at = (name: string, head: number): PresentPerson => ({
  id: name,
  name,
  places: [{ unit: unitId('u'), anchor: head, head }],
  isOwn: false,
})

it('U112: those at one place have one caret, with their names side by side', () => {
  const people = [at('Dana', 3), at('Marat', 5), at('Aida', 3)]
  const marks = presenceMarks(text, places, people, ({ name }) => name)
  expect(marks.map(({ from, spec }) => [from, spec['key']])).toEqual([
    [3, 'present Dana Dana; Aida Aida'],
    [5, 'present Marat Marat'],
  ])
})
