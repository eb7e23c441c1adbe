import { EditorState } from 'prosemirror-state'
import { expect, it } from 'vitest'
import { act, art } from '#test/builders/act.ts'
import { pastedOver } from '../../renderer/editor/binding/paste.ts'

it('U187: a clipboard too long to be read at once is not read for a reviewer either', () => {
  const state = EditorState.create({ doc: act(art('1', 'Вода')) })
  const clipboardData = { getData: () => 'а'.repeat(500_000) }
  // What refuses it for drafters comes next, and tells it.
  expect(pastedOver(state, { clipboardData } as never)).toBe('other')
})
