import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { readClip } from '#shared/read/clip.ts'
import { actAttrs } from '#shared/schema/act.ts'
import { projectAct } from '#shared/sync/project.ts'
import { act, art, dump, para, point } from '#test/builders/act.ts'
import { cohort, type Peer, textStart } from '#test/cohort/cohort.ts'
import { clipOfSlice, isOneLine, pasteClip } from '../../renderer/editor/commands/paste-clip.ts'

const base = act(
  art('1', 'Первая', para('1', 'Один.', point('1', 'раз;'), point('2', 'два.')), para('2', 'Два.')),
  art('2', 'Вторая', para('1', 'Три.')),
)
const P1 = 'article-1/paragraph-1'
const P2 = 'article-1/paragraph-2'
const POINT2 = `${P1}/point-2`

function drafter(): Peer {
  const [peer] = cohort(base, ['a']).peers
  if (!peer) throw new Error('a peer was asked for')
  return peer
}

function putCaret(peer: Peer, unit: string, offset: number, to = offset): void {
  const start = textStart(peer.state.doc, unit, 0)
  const selection = TextSelection.create(peer.state.doc, start + offset, start + to)
  peer.dispatch(peer.state.tr.setSelection(selection))
}

/** Pastes what another program copied. */
function paste(peer: Peer, from: { readonly html?: string; readonly text?: string }): void {
  const source = { html: from.html ?? '', text: from.text ?? '' }
  const tr = pasteClip(peer.state, readClip(source, actAttrs(peer.state.doc)))
  if (!tr) throw new Error('nothing was pasted')
  peer.dispatch(tr)
}

/** Copies the units from the start of one's words to the end of another's, and pastes them. */
function copy(peer: Peer, from: string, to: string, length: number) {
  const start = textStart(peer.state.doc, from, 0)
  const end = textStart(peer.state.doc, to, 0) + length
  const clip = clipOfSlice(peer.state.doc.slice(start, end, true))
  if (!clip) throw new Error('units were copied')
  return clip
}

describe('paste in the draft', () => {
  it('U186: numbered lines become units behind the one at the caret, new and with ids of their own', () => {
    const peer = drafter()
    putCaret(peer, POINT2, 4)
    paste(peer, { text: '3) три;\n4) четыре.' })
    expect(dump(peer.state.doc)).toContain(
      '    point 2 #article-1/paragraph-1/point-2 "два."\n    point 3 #a1 draft "три;"\n    point 4 #a2 draft "четыре."\n  paragraph 2',
    )
    expect(projectAct(peer.doc).eq(peer.state.doc)).toBe(true)
    peer.session.undo()
    expect(peer.state.doc.eq(base)).toBe(true)
  })

  it('U186: each kind goes to the nearest unit that may hold it', () => {
    const peer = drafter()
    putCaret(peer, POINT2, 4)
    paste(peer, { text: 'Статья 1-1. Новая\n1. Пункт:\n1) раз;\n2) два.\n2. Ещё.' })
    expect(dump(peer.state.doc).split('\n').slice(5)).toEqual([
      'article 1-1 #a1 draft "Новая"',
      '  paragraph 1 #a2 draft "Пункт:"',
      '    point 1 #a3 draft "раз;"',
      '    point 2 #a4 draft "два."',
      '  paragraph 2 #a5 draft "Ещё."',
      'article 2 #article-2 "Вторая"',
      '  paragraph 1 #article-2/paragraph-1 "Три."',
    ])
  })

  it('U186: words before the first number go on at the caret, points under the paragraph', () => {
    const peer = drafter()
    putCaret(peer, P2, 4)
    paste(peer, { text: 'Кроме случаев:\n1) войны;\n2) мира.' })
    expect(dump(peer.state.doc)).toContain(
      '  paragraph 2 #article-1/paragraph-2 "Два. Кроме случаев:"\n    point 1 #a1 draft "войны;"\n    point 2 #a2 draft "мира."',
    )
  })

  it('U186: an empty unit of the same kind gives way', () => {
    const peer = drafter()
    putCaret(peer, P2, 0, 4)
    peer.dispatch(peer.state.tr.deleteSelection())
    paste(peer, { text: '2. Новое.\n3. Ещё новее.' })
    expect(dump(peer.state.doc)).not.toContain(P2)
    expect(dump(peer.state.doc)).toContain('  paragraph 2 #a1 draft "Новое."')
  })

  it('U186: lists of Word keep the numbers that they print, marks and tables stay', () => {
    const peer = drafter()
    putCaret(peer, POINT2, 4)
    const item = (number: string, words: string) =>
      `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`
    const cells = '<td><p class=MsoNormal>а</p></td><td><p class=MsoNormal>б</p></td>'
    const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->${item('3)', 'три <b>важных</b>;')}${item('4)', 'таблица:')}<table border=1><tr>${cells}</tr><tr>${cells}</tr></table><!--EndFragment--></body></html>`
    paste(peer, { html: page })
    const paragraph = peer.state.doc.child(0).child(1)
    const [three, four] = [paragraph.child(3), paragraph.child(4)]
    expect(three.textContent).toBe('три важных;')
    expect(three.firstChild?.child(1).marks.map(({ type }) => type.name)).toEqual(['strong'])
    expect(four.lastChild?.type.name).toBe('table')
  })

  it('U186: paragraphs and tables without numbers stay in the unit', () => {
    const peer = drafter()
    putCaret(peer, P2, 4)
    paste(peer, {
      html: '<p>Раз.</p><p>Два.</p><table><tr><td>а</td><td>б</td></tr><tr><td>в</td><td>г</td></tr></table>',
    })
    const unit = peer.state.doc.child(0).child(2)
    expect(unit.children.map(({ type }) => type.name)).toEqual(['paragraph', 'paragraph', 'table'])
    expect(unit.firstChild?.textContent).toBe('Два. Раз.')
  })

  it('U187: one line is words; a numbered one is told by its clip', () => {
    const read = (text: string) => readClip({ html: '', text }, actAttrs(base))
    expect(isOneLine(read('три слова здесь'))).toBe(true)
    expect(isOneLine(read('3) строка;'))).toBe(true)
    expect(isOneLine(read('3) строка;\n4) строка.'))).toBe(false)
  })

  it('U188: units copied from the draft are new ones, those cut come back as themselves', () => {
    const peer = drafter()
    const clip = copy(peer, `${P1}/point-1`, P2, 4)
    expect(clip.lead.map(({ textContent }) => textContent)).toEqual(['раз;'])
    putCaret(peer, 'article-2/paragraph-1', 4)
    const tr = pasteClip(peer.state, clip)
    if (tr) peer.dispatch(tr)
    expect(dump(peer.state.doc).split('\n').slice(6)).toEqual([
      '  paragraph 1 #article-2/paragraph-1 "Три. раз;"',
      '    point 2 #a1 draft "два."',
      '  paragraph 2 #a2 draft "Два."',
    ])
    peer.session.undo()
    peer.session.edit([{ kind: 'remove', unit: clipUnit(clip) }])
    putCaret(peer, 'article-2/paragraph-1', 4)
    const back = pasteClip(peer.state, { ...clip, lead: [] })
    if (back) peer.dispatch(back)
    expect(dump(peer.state.doc)).toContain(`    point 2 #${POINT2} "два."`)
  })
})

function clipUnit({
  units,
}: {
  readonly units: readonly { attrs: { readonly [name: string]: unknown } }[]
}) {
  return String(units[0]?.attrs['id']) as never
}
