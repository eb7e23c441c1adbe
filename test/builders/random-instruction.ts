import type { Address, Spot } from '#shared/amend/address.ts'
import type { Instruction } from '#shared/amend/instruction.ts'
import type { QuotedUnit } from '#shared/amend/quoted-unit.ts'
import { present } from '#shared/base/assert.ts'
import type { Language } from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { Chance } from './chance.ts'

/** Words of each language, some of which quote, number or stop. */
const WORDS: Readonly<Record<Language, readonly string[]>> = {
  ru: 'органы|назначает|на должность|«Развитие»|статьи 44|12 января 2017 года|и|местного самоуправления|100|Премьер-Министр|срок, установленный законом|ЕАЭС|(далее – орган)|пять лет'.split(
    '|',
  ),
  kk: 'органдар|тағайындайды|лауазымға|«Даму»|44-баптың|2017 жылғы 12 қаңтар|және|жергілікті басқару|100|Премьер-Министр|заңда белгіленген мерзім|ЕАЭО|(бұдан әрі – орган)|бес жыл'.split(
    '|',
  ),
  en: 'bodies|appoints|to the office|“Growth”|of Article 44|12 January 2017|and|of local government|100|the Prime Minister|a term, as established by law|EAEU|(hereinafter the body)|five years'.split(
    '|',
  ),
}

/** Instructions of a seed on articles of a law, each on an article of its own. */
export function randomInstructions(
  seed: number,
  language: Language,
  count: number,
): readonly Instruction[] {
  const maker = new Maker(seed, language)
  return Array.from({ length: count }, (_, i) => maker.instruction(String(i * 3 + 1)))
}

class Maker extends Chance {
  private readonly language: Language

  constructor(seed: number, language: Language) {
    super(seed)
    this.language = language
  }

  instruction(label: string): Instruction {
    const article: Address = [{ kind: 'article', label }]
    const at = this.within(article)
    const spot: Spot = this.chance(0.15)
      ? { unit: article, part: { kind: 'heading' } }
      : { unit: at }
    const occurrence = this.chance(0.1) ? 'each' : 'sole'
    const kinds: readonly (() => Instruction)[] = [
      () => ({
        kind: 'substituteWords',
        at: spot,
        pairs: [{ old: this.words(), new: this.words() }],
        occurrence,
      }),
      () => ({
        kind: 'insertWords',
        at: spot,
        words: this.words(),
        where: { side: 'after', words: this.words(), occurrence: 'sole' },
      }),
      () => ({ kind: 'insertWords', at: spot, words: this.words(), where: { side: 'end' } }),
      () => ({ kind: 'omitWords', at: spot, words: this.words(), occurrence }),
      () => ({
        kind: 'restateSentence',
        at: { unit: at, part: { kind: 'sentence', n: 1 + this.below(4) } },
        words: this.sentence(),
      }),
      () => ({
        kind: 'insertSentences',
        at: { unit: at },
        after: 1 + this.below(3),
        words: this.sentence(),
      }),
      () => ({
        kind: 'omitSentence',
        at: { unit: at, part: { kind: 'sentence', n: 1 + this.below(4) } },
      }),
      () => ({ kind: 'restateHeading', at: article, heading: this.sentence().slice(0, -1) }),
      () => ({ kind: 'restateUnit', at, unit: this.unitAt(at) }),
      () => ({ kind: 'repealUnit', at, how: this.chance(0.8) ? 'exclude' : 'loseForce' }),
      () => this.insertion(article, label),
      () => ({
        kind: 'renumberUnit',
        at: [...article, { kind: 'point', label: '4' }],
        to: String(5 + this.below(9)),
      }),
    ]
    return this.pick(kinds)()
  }

  private insertion(article: Address, label: string): Instruction {
    const sort = this.below(4)
    if (sort === 0) {
      const unit = this.unit('subparagraph', null)
      const into: Address = [...article, { kind: 'paragraph', label: '1' }]
      return { kind: 'insertUnit', into, unit, place: { by: 'ordinal', n: 2 + this.below(6) } }
    }
    if (sort === 1) {
      const unit = {
        ...this.unit('article', `${label}-1`),
        heading: this.sentence().slice(0, -1),
      }
      return { kind: 'insertUnit', into: [], unit, place: { by: 'number' } }
    }
    const kind = this.chance(0.5) ? 'paragraph' : 'point'
    const unit = this.unit(kind, `${1 + this.below(20)}-${1 + this.below(3)}`)
    return { kind: 'insertUnit', into: article, unit, place: { by: 'number' } }
  }

  /** A unit in the article, or the article. */
  private within(article: Address): Address {
    const paragraph = { kind: 'paragraph', label: String(1 + this.below(9)) } as const
    const point = { kind: 'point', label: String(1 + this.below(15)) } as const
    const part = { kind: 'subparagraph', ordinal: 1 + this.below(12) } as const
    return this.pick<Address>([
      article,
      [...article, paragraph],
      [...article, point],
      [...article, paragraph, point],
      [...article, paragraph, part],
      [...article, part],
    ])
  }

  private unitAt(at: Address): QuotedUnit {
    const step = present(at.at(-1), 'an article at least')
    if ('ordinal' in step) return this.unit(step.kind, null)
    const unit = this.unit(step.kind, step.label)
    return step.kind === 'article' ? { ...unit, heading: this.sentence().slice(0, -1) } : unit
  }

  private unit(kind: UnitKind, label: string | null): QuotedUnit {
    const blocks = [{ kind: 'paragraph', text: this.sentence() } as const]
    return { kind, label, num: null, heading: null, blocks, units: [] }
  }

  private sentence(): string {
    const words = Array.from({ length: 3 + this.below(4) }, () => this.words()).join(' ')
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }

  private words(): string {
    return Array.from({ length: 1 + this.below(3) }, () => this.pick(WORDS[this.language])).join(
      ' ',
    )
  }
}
