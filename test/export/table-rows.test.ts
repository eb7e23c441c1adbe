import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { comparativeTable } from '#shared/compare/table.ts'
import { aboutAct } from '#shared/export/about.ts'
import { docxTable } from '#shared/export/docx/docx.ts'
import { act, art, para } from '#test/builders/act.ts'

it('X113: short rows of a comparative table in Word stay on one page, long ones may part', () => {
  const long = 'Слово за словом. '.repeat(60)
  const text = (short: string, more: string) =>
    act(art('1', '', para('1', `${short} слово.`)), art('2', '', para('1', `${more}${long}`)))
  const draft = text('Новое', 'Ещё ')
  const file = docxTable(
    comparativeTable(text('Прежнее', ''), draft),
    aboutAct(draft, { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }),
  )
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
  const rows = xml.split('<w:tr>').slice(1)
  const whole = (words: string) =>
    rows.filter((row) => row.includes(words)).map((row) => row.includes('<w:cantSplit/>'))
  expect(whole('Прежнее')).toEqual([true])
  expect(whole('Слово за словом')).toEqual([false])
})
