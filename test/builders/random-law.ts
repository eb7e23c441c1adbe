import {
  type Act,
  bodyOf,
  headingOf,
  isUnit,
  type Language,
  makeAct,
  makeParagraph,
  makeUnit,
  type Unit,
  type UnitId,
  unitAttrs,
  unitId,
  unitsOf,
} from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { labelAfter } from '#shared/structure/label.ts'
import { Chance } from './chance.ts'

/** An act as law is drafted, and a draft of it after edits of the sorts that drafters make. */
export interface RandomLaw {
  readonly base: Act
  readonly draft: Act
}

/** The pair of a seed: chapters, articles, paragraphs, points, parts and indents; `edits` changes. */
export function randomLaw(seed: number, language: Language, edits = 3): RandomLaw {
  const maker = new Maker(seed, language)
  const base = maker.act()
  let draft = base
  for (let n = 0; n < edits; n++) draft = maker.edited(draft)
  return { base, draft }
}

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  ru: 'Президент Республики|назначает|на должность|с согласия|Парламента|органы|местного управления|в порядке|установленном законом|срок|пять лет|Совет|пункт 2 статьи 44|бюджет|контроль|и|не вправе|«Развитие»|заключение|граждан|обязанности|12 января 2017 года|государственный|налог|100 процентов'.split(
    '|',
  ),
  kk: 'Республика Президенті|тағайындайды|лауазымға|келісімімен|Парламенттің|органдар|жергілікті басқару|тәртіппен|заңда белгіленген|мерзім|бес жыл|Кеңес|44-баптың 2-тармағы|бюджет|бақылау|және|құқығы жоқ|«Даму»|қорытынды|азаматтар|міндеттер|2017 жылғы 12 қаңтар|мемлекеттік|салық|100 пайыз'.split(
    '|',
  ),
  en: 'the President|appoints|to the office|with the consent|of Parliament|bodies|of local government|in the manner|established by law|the term|five years|the Council|paragraph 2 of Article 44|the budget|control|and|may not|“Growth”|the opinion|of citizens|duties|12 January 2017|state|a tax|100 percent'.split(
    '|',
  ),
}

class Maker extends Chance {
  private readonly language: Language
  private ids = 0

  constructor(seed: number, language: Language) {
    super(seed)
    this.language = language
  }

  act(): Act {
    let article = 0
    const units = Array.from({ length: 1 + this.below(2) }, (_, c) => {
      const articles = Array.from({ length: 1 + this.below(4) }, () => this.article(++article))
      return this.unit('chapter', String(c + 1), this.heading(), [], articles)
    })
    const attrs = { id: 'act', language: this.language, tradition: 'kz', profile: 'law' }
    return makeAct(attrs, units)
  }

  private article(n: number): Unit {
    const heading = this.heading()
    const sort = this.below(4)
    if (sort === 0)
      return this.unit('article', String(n), heading, [this.sentences()], this.parts())
    if (sort === 1)
      return this.unit('article', String(n), heading, [this.lead()], this.points(2 + this.below(4)))
    const paragraphs = Array.from({ length: 1 + this.below(4) }, (_, i) =>
      this.chance(0.3)
        ? this.unit('paragraph', String(i + 1), undefined, [this.lead()], this.points(2))
        : this.unit('paragraph', String(i + 1), undefined, [this.sentences()], this.parts()),
    )
    return this.unit('article', String(n), heading, [], paragraphs)
  }

  private parts(): readonly Unit[] {
    if (!this.chance(0.3)) return []
    return Array.from({ length: 1 + this.below(2) }, () =>
      this.unit('subparagraph', null, undefined, [this.sentences()], []),
    )
  }

  private points(count: number): readonly Unit[] {
    return Array.from({ length: count }, (_, i) => {
      const end = i === count - 1 ? '.' : ';'
      return this.unit('point', String(i + 1), undefined, [this.words(3, 7) + end], [])
    })
  }

  private unit(
    kind: UnitKind,
    label: string | null,
    heading: string | undefined,
    body: readonly string[],
    units: readonly Unit[],
  ): Unit {
    const id = unitId(`u${this.ids++}`)
    return makeUnit({ id, kind, label }, { heading, body: body.map(makeParagraph), units })
  }

  /** The act after one edit. */
  edited(act: Act): Act {
    const all: Unit[] = []
    const visit = (parent: Act | Unit): void => {
      for (const unit of unitsOf(parent)) {
        all.push(unit)
        visit(unit)
      }
    }
    visit(act)
    const small = all.filter((unit) => unit.attrs['kind'] !== 'chapter')
    if (small.length === 0) return act
    const unit = this.pick(small)
    switch (this.below(9)) {
      case 0:
        return this.removed(act, unit)
      case 1:
        return this.inserted(act, unit)
      case 2:
        return replaced(act, unit, this.reheaded(unit))
      case 3:
        return replaced(act, unit, this.restated(unit))
      default:
        return replaced(act, unit, this.reworded(unit))
    }
  }

  private removed(act: Act, unit: Unit): Act {
    return replaced(act, unit, undefined)
  }

  /** A sibling behind the unit, numbered as the rule for law in force has it. */
  private inserted(act: Act, unit: Unit): Act {
    const { kind, label } = unitAttrs(unit)
    const taken = new Set<string>()
    const note = (one: Unit) => taken.add(unitAttrs(one).label ?? '')
    const visit = (parent: Act | Unit): void => {
      for (const one of unitsOf(parent)) {
        note(one)
        visit(one)
      }
    }
    visit(act)
    const fresh = this.unit(
      kind,
      label === null ? null : labelAfter(label, taken),
      kind === 'article' ? this.heading() : undefined,
      [kind === 'point' ? `${this.words(3, 6)};` : this.sentences()],
      [],
    )
    return behind(act, unit, fresh)
  }

  private reheaded(unit: Unit): Unit {
    if (!headingOf(unit)) return this.reworded(unit)
    return made(
      unit,
      this.heading(),
      bodyOf(unit).map((block) => block.textContent),
      unitsOf(unit),
    )
  }

  private restated(unit: Unit): Unit {
    const end = unit.attrs['kind'] === 'point' ? ';' : '.'
    const body = bodyOf(unit).map(() => this.words(5, 12) + end)
    return made(unit, headingOf(unit)?.textContent, body, unitsOf(unit))
  }

  /** One or two words of the unit's own text changed, taken out or added to. */
  private reworded(unit: Unit): Unit {
    const body = bodyOf(unit).map((block) => {
      const words = block.textContent.split(' ')
      const at = this.below(Math.max(1, words.length - 1))
      const sort = this.below(3)
      if (sort === 0) words.splice(at, 1 + this.below(2))
      else if (sort === 1) words.splice(at, 1 + this.below(2), this.words(1, 2))
      else words.splice(at, 0, this.words(1, 2))
      const text = words.join(' ').trim()
      return text === '' ? block.textContent : text
    })
    return made(unit, headingOf(unit)?.textContent, body, unitsOf(unit))
  }

  private heading(): string {
    return capital(this.words(1, 3))
  }

  private lead(): string {
    return `${capital(this.words(2, 5))}:`
  }

  private sentences(): string {
    return Array.from({ length: 1 + this.below(3) }, () => `${capital(this.words(4, 10))}.`).join(
      ' ',
    )
  }

  private words(least: number, most: number): string {
    const count = least + this.below(most - least + 1)
    return Array.from({ length: count }, () => this.pick(WORDS[this.language])).join(' ')
  }
}

function made(
  unit: Unit,
  heading: string | undefined,
  body: readonly string[],
  units: readonly Unit[],
): Unit {
  return makeUnit(unitAttrs(unit), { heading, body: body.map(makeParagraph), units })
}

/** The act with another unit, or none, in place of the one of that id. */
function replaced(act: Act, unit: Unit, fresh: Unit | undefined): Act {
  return mapped(act, unitAttrs(unit).id, () => (fresh ? [fresh] : []))
}

function behind(act: Act, unit: Unit, fresh: Unit): Act {
  return mapped(act, unitAttrs(unit).id, (one) => [one, fresh])
}

function mapped(parent: Act | Unit, id: UnitId, change: (unit: Unit) => readonly Unit[]): Act {
  const children = parent.children.flatMap((child) => {
    if (!isUnit(child)) return [child]
    return unitAttrs(child).id === id ? change(child) : [mapped(child, id, change)]
  })
  return parent.type.create(parent.attrs, children)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
