import { describe, expect, it } from 'vitest'
import { aboutAct } from '#shared/export/about.ts'
import { htmlClean } from '#shared/export/html/html.ts'
import type { Act } from '#shared/schema/act.ts'
import { act, art, lawIn, para } from '#test/builders/act.ts'

const BY = { author: 'Комиссия', date: '2026-11-24T08:00:00Z' }
const page = (of: Act) => htmlClean(of, aboutAct(of, BY))

describe('X111: words on the line of a number that end as a sentence are set as words', () => {
  it('X111: the number alone stands out', () => {
    const law = lawIn('ru', art('1', 'Внести в Закон следующие изменения:', para('1', 'Слово.')))
    expect(page(law)).toContain('<p><strong>Статья 1.</strong> Внести в Закон')
  })

  it('X111: a heading stays one', () => {
    const law = lawIn('ru', art('1', 'Основные понятия', para('1', 'Слово.')))
    expect(page(law)).toMatch(/<h2 class="article">Статья 1\. Основные понятия/u)
    expect(page(act(art('1', '', para('1', 'Слово.'))))).toMatch(/<h\d class="article">Статья 1</u)
  })

  it('X111: where headings end as they like, all are headings', () => {
    const law = lawIn('ru', art('1', 'Short title.', para('1', 'Words.')))
    const plain = law.type.create({ ...law.attrs, tradition: 'plain', language: 'en' }, law.content)
    expect(page(plain)).toContain('Short title.</h')
  })
})
