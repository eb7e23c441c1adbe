import { describe, expect, it } from 'vitest'
import { applyLaw } from '#shared/amend/apply/apply.ts'
import { parseAmendingLaw } from '#shared/amend/parse/parse.ts'
import { unitId } from '#shared/schema/act.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'
import { act, art, indent, para, sub } from '../builders/act.ts'

const BASE = act(
  art(
    '3',
    '',
    para('1', 'Надзор ведут:'),
    para('2', 'Решают:', indent('один;'), indent('два;'), indent('три.')),
  ),
  art('4', '', para('1', 'Первый срок. Второй срок. Третий срок. Четвертый срок.')),
  art('5', '', para('1', 'Орган един.', sub('Орган строг.'), sub('Орган прав.'))),
)

/** What became of each command, and the words of the paragraph that they are of. */
function done(law: string): { readonly outcomes: readonly string[]; readonly text: string } {
  let last = 0
  const parsed = parseAmendingLaw(law, { language: 'ru' })
  const { act: result, outcomes } = applyLaw(BASE, parsed, { newId: () => unitId(`n${last++}`) })
  return { outcomes: outcomes.map(({ outcome }) => outcome), text: canonicalText(result).text }
}

describe('M106: counts are those of the law in force', () => {
  it('M106: of parts that one command takes out', () => {
    const { outcomes, text } = done('Абзацы второй и третий пункта 2 статьи 3 исключить.')
    expect(outcomes).toEqual(['applied', 'applied'])
    expect(text).toContain('2. Решают:\nтри.')
  })

  it('M106: of sentences that one command takes out', () => {
    const { outcomes, text } = done('В статье 4 второе и третье предложения пункта 1 исключить.')
    expect(outcomes).toEqual(['applied', 'applied'])
    expect(text).toContain('1. Первый срок. Четвертый срок.')
  })

  it('M106: behind a part that an earlier command took out, with a reason to look', () => {
    const { outcomes, text } = done(`В пункте 2 статьи 3:
абзац второй исключить;
в абзаце третьем слово "два" заменить словом "двое";
абзац четвертый исключить;
дополнить абзацем пятым следующего содержания: "четыре.".`)
    expect(outcomes).toEqual(['applied', 'applied-check', 'applied-check', 'applied-check'])
    expect(text).toContain('2. Решают:\nдвое;\nчетыре.')
  })

  it('M106: behind a sentence that an earlier command took out', () => {
    const { outcomes, text } = done(`В пункте 1 статьи 4:
второе предложение исключить;
третье предложение исключить.`)
    expect(outcomes).toEqual(['applied', 'applied-check'])
    expect(text).toContain('1. Первый срок. Четвертый срок.')
  })

  it('M106: what was taken out is in conflict, and what took its place is left alone', () => {
    const { outcomes, text } = done(`В пункте 1 статьи 5:
часть вторую исключить;
часть вторую изложить в следующей редакции: "Орган мал.".`)
    expect(outcomes).toEqual(['applied', 'conflict'])
    expect(text).toContain('1. Орган един.\nОрган прав.')
  })
})
