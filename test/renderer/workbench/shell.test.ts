import { describe, expect, it } from 'vitest'
import { createShell, type Shell } from '../../../renderer/workbench/shell.ts'

const open = () =>
  createShell(
    () => {},
    () => {},
  )

function standing({ state }: Shell): string {
  const { outline, panel } = state.get()
  return [outline ? 'outline' : '', panel === 'none' ? '' : panel].filter(Boolean).join(' ')
}

describe('a window with room for one panel beside the text', () => {
  it('U255: has no outline beside the panel, until there is room again', () => {
    const shell = open()
    shell.fit('one')
    expect(standing(shell)).toBe('changes')
    shell.selectPanel('law')
    expect(standing(shell)).toBe('law')
    shell.fit('both')
    expect(standing(shell)).toBe('outline law')
  })

  it('U255: shows the panel that was asked for last', () => {
    const shell = open()
    shell.fit('one')
    shell.toggle('outline')
    expect(standing(shell)).toBe('outline')
    shell.showPanel('history')
    expect(standing(shell)).toBe('history')
    shell.toggle('outline')
    shell.fit('both')
    expect(standing(shell)).toBe('outline history')
  })

  it('U255: brings nothing back that was put away', () => {
    const shell = open()
    shell.toggle('outline')
    shell.fit('one')
    shell.fit('both')
    expect(standing(shell)).toBe('changes')
    shell.showPanel('changes')
    shell.toggle('outline')
    shell.fit('one')
    shell.fit('both')
    expect(standing(shell)).toBe('outline')
  })

  it('U255: keeps the panel that is there when another gave way before', () => {
    const shell = open()
    shell.fit('one')
    shell.toggle('outline')
    shell.toggle('outline')
    shell.showPanel('law')
    shell.fit('both')
    expect(standing(shell)).toBe('law')
  })
})
