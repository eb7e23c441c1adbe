import type { Node } from 'prosemirror-model'
import {
  type Act,
  type ActAttrs,
  isUnit,
  type Language,
  makeAct,
  makeParagraph,
  makeUnit,
  type NewUnit,
  type Unit,
  unitAttrs,
  unitId,
  unitsOf,
} from '#shared/schema/act.ts'
import type { UnitKind } from '#shared/schema/kind.ts'
import { canonicalText } from '#shared/structure/canonical-text.ts'

type Part = string | Node

/** An act of Kazakhstan's Constitution's profile, from units written with {@link art} and its kin. */
export function act(...units: readonly Unit[]): Act {
  return actIn('ru', ...units)
}

export function actIn(language: Language, ...units: readonly Unit[]): Act {
  return actOf('constitution', language, units)
}

/** An act of the profile of Kazakhstan's laws. */
export function lawIn(language: Language, ...units: readonly Unit[]): Act {
  return actOf('law', language, units)
}

function actOf(profile: string, language: Language, units: readonly Unit[]): Act {
  const attrs: ActAttrs = { id: 'act', language, tradition: 'kz', profile }
  return makeAct(
    attrs,
    units.map((unit) => rooted(unit, '')),
  )
}

/** Prefixes ids with those of the ancestors: `article-44/paragraph-3`. */
function rooted(unit: Unit, prefix: string): Unit {
  const id = `${prefix}${unit.attrs['id']}`
  const children = unit.children.map((child) => (isUnit(child) ? rooted(child, `${id}/`) : child))
  return unit.type.create({ ...unit.attrs, id }, children)
}

/** Article: `art('44', 'Heading', para('1', 'Words.'))`; an id is made from kind, label and words. */
export const art = numbered('article')
export const chapter = numbered('chapter')
export const part = numbered('part')

export const para = worded('paragraph')
export const point = worded('point')

/** An unnumbered part («часть») or indent («абзац»). */
export const sub = (words: string, ...parts: readonly Part[]) =>
  build('subparagraph', null, undefined, [words, ...parts])
export const indent = (words: string) => build('alinea', null, undefined, [words])
export const preamble = (...words: readonly string[]) => build('preamble', null, undefined, words)
export const preface = (title: string, ...words: readonly string[]) =>
  build('preface', null, title, words)

/** The same unit under an id of the test's own. */
export function withId(id: string, unit: Unit): Unit {
  return unit.type.create({ ...unit.attrs, id }, unit.content)
}

/** The act as an indented outline, for failures and snapshots. */
export function dump(act: Act | Unit, depth = 0): string {
  if (!isUnit(act))
    return unitsOf(act)
      .map((unit) => dump(unit, depth))
      .join('\n')
  const { id, kind, label, state } = unitAttrs(act)
  const own = act.children
    .filter((child) => !isUnit(child))
    .map((child) => JSON.stringify(child.textContent))
  const head = [kind, label ?? '-', `#${id}`, ...(state === 'inForce' ? [] : [state]), ...own].join(
    ' ',
  )
  return [
    `${'  '.repeat(depth)}${head}`,
    ...unitsOf(act).map((unit) => dump(unit, depth + 1)),
  ].join('\n')
}

export function textOf(act: Act): string {
  return canonicalText(act).text
}

function numbered(kind: UnitKind) {
  return (label: string, heading?: string | Unit, ...parts: readonly Part[]) =>
    typeof heading === 'object'
      ? build(kind, label, undefined, [heading, ...parts])
      : build(kind, label, heading === '' ? undefined : heading, parts)
}

function worded(kind: UnitKind) {
  return (label: string, words: string, ...parts: readonly Part[]) =>
    build(kind, label, undefined, [words, ...parts])
}

function build(
  kind: UnitKind,
  label: string | null,
  heading: string | undefined,
  parts: readonly Part[],
): Unit {
  const nodes = parts.map((part) => (typeof part === 'string' ? makeParagraph(part) : part))
  const body = nodes.filter((node) => !isUnit(node))
  const units = nodes.filter(isUnit)
  const attrs: NewUnit = { id: unitId(idFor(kind, label, parts)), kind, label }
  return makeUnit(attrs, { heading, body, units })
}

/** Ids that say what they are; words tell unnumbered siblings apart. */
function idFor(kind: UnitKind, label: string | null, parts: readonly Part[]): string {
  if (label !== null) return `${kind}-${label}`
  const first = parts.find((part) => typeof part === 'string') ?? ''
  return `${kind}-${first.slice(0, 12).replaceAll(/\s+/g, '-')}`
}
