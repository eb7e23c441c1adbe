import { compareActs } from '#shared/diff/compare.ts'
import {
  type Act,
  isUnit,
  makeAct,
  makeParagraph,
  makeUnit,
  type Unit,
  unitId,
  unitsOf,
} from '#shared/schema/act.ts'
import { schema } from '#shared/schema/schema.ts'
import { applyEditToAct } from '#shared/structure/apply-edit.ts'
import { type Cost, costOf } from './measure.ts'
import { random, word } from './words.ts'

export function sentence(words: number): string {
  return `${Array.from({ length: words }, word).join(' ')}.`
}

export interface Shape {
  readonly articles: number
  readonly paragraphs: number
  readonly words: () => string
}

function actOf(shape: Shape, units: (article: number) => readonly Unit[]): Act {
  const articles = Array.from({ length: shape.articles }, (_, a) =>
    makeUnit(
      { id: unitId(`a${a}`), kind: 'article', label: String(a + 1) },
      { heading: sentence(4), units: units(a) },
    ),
  )
  const attrs = { id: 'act', language: 'ru', tradition: 'kz', profile: 'law' } as const
  return makeAct(attrs, articles)
}

export function longAct(shape: Shape): Act {
  return actOf(shape, (a) =>
    Array.from({ length: shape.paragraphs }, (_, p) =>
      makeUnit(
        { id: unitId(`a${a}p${p}`), kind: 'paragraph', label: String(p + 1) },
        { body: [makeParagraph(shape.words())] },
      ),
    ),
  )
}

/** The act with each paragraph's words changed by `edit`; the articles are as they were. */
export function withWords(act: Act, edit: (text: string) => string): Act {
  const changed = (unit: Unit): Unit => {
    const units = unitsOf(unit)
    if (units.length > 0) {
      const own = unit.children.filter((child) => !isUnit(child))
      return unit.type.create(unit.attrs, [...own, ...units.map(changed)])
    }
    return unit.type.create(unit.attrs, [makeParagraph(edit(unit.textContent))])
  }
  return act.type.create(act.attrs, unitsOf(act).map(changed))
}

export function someWords(share: number): (text: string) => string {
  return (text) =>
    text
      .split(' ')
      .flatMap((each) => {
        if (random() >= share) return [each]
        const kind = random()
        return kind < 0.6 ? [word()] : kind < 0.8 ? [each, word()] : []
      })
      .join(' ')
}

export function withMoves(act: Act, share: number): Act {
  const paragraphs = unitsOf(act).flatMap((article) => unitsOf(article).map((unit) => unit.attrs))
  let moved = act
  for (const { id } of paragraphs.filter(() => random() < share)) {
    const target = unitsOf(moved)[Math.floor(random() * moved.childCount)]
    const parent = unitId(String(target?.attrs['id']))
    const edit = { kind: 'move', unit: unitId(String(id)), to: { parent, after: null } } as const
    const next = applyEditToAct(moved, edit)
    if (next.ok) moved = next.value
  }
  return moved
}

export function fresh(act: Act): Act {
  return schema.nodeFromJSON(act.toJSON())
}

export function underNewIds(act: Act): Act {
  const renamed = (unit: Unit): Unit =>
    unit.type.create(
      { ...unit.attrs, id: `new-${unit.attrs['id']}` },
      unit.children.map((child) => (isUnit(child) ? renamed(child) : child)),
    )
  return act.type.create({ ...act.attrs, id: 'another' }, unitsOf(act).map(renamed))
}

/** The comparison of fresh nodes, of which nothing is remembered. */
export function compared(base: Act, draft: Act): Cost {
  return costOf(
    () => [fresh(base), fresh(draft)] as const,
    ([a, b]) => compareActs(a, b),
  )
}
