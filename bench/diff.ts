/**
 * How the time of a comparison grows when an act doubles: twice is linear, four times is quadratic.
 *
 *     node bench/diff.ts
 *
 * Times are medians of five runs in milliseconds, each of fresh nodes, so that nothing is remembered.
 * What a redline costs beside other programs is told by `bench/redline.ts`.
 */
import { type Act, unitsOf } from '#shared/schema/act.ts'
import { compared, longAct, sentence, underNewIds, withWords } from './long-act.ts'

function report(name: string, ms: number, beside: number): void {
  const ratio = `${(ms / beside).toFixed(1)}×`
  console.log(`${name.padEnd(58)} ${ms.toFixed(1).padStart(10)} ${ratio.padStart(9)}`)
}

function badCases(): void {
  const same = { paragraphs: 10, words: () => 'Исключен законом республики по этой статье.' }
  const usual = { paragraphs: 10, words: () => sentence(20) }
  const cases: readonly [string, (articles: number) => readonly [Act, Act]][] = [
    [
      'every word of every unit changed',
      (articles) => {
        const base = longAct({ ...usual, articles })
        return [base, withWords(base, () => sentence(20))]
      },
    ],
    [
      'every article in reverse order',
      (articles) => {
        const base = longAct({ ...usual, articles })
        return [base, base.type.create(base.attrs, unitsOf(base).toReversed())]
      },
    ],
    [
      'no ids, one paragraph repeated throughout',
      (articles) => {
        const base = longAct({ ...same, articles })
        return [base, underNewIds(longAct({ ...same, articles }))]
      },
    ],
    [
      'no ids, every word changed',
      (articles) => {
        const base = longAct({ ...usual, articles })
        return [base, underNewIds(withWords(base, () => sentence(20)))]
      },
    ],
    [
      'no ids, every article in reverse order',
      (articles) => {
        const base = longAct({ ...usual, articles })
        return [base, underNewIds(base.type.create(base.attrs, unitsOf(base).toReversed()))]
      },
    ],
  ]
  for (const [name, make] of cases) {
    const half = compared(...make(500)).ms
    report(`${name}, 5,500 units`, half, half)
    report(`${name}, 11,000 units`, compared(...make(1000)).ms, half)
  }
}

badCases()
