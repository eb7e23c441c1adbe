import { type Act, isUnit, type Unit, unitAttrs, unitsOf } from '#shared/schema/act.ts'

/** The act as lines `kind label [state] | words | words`, indented by depth, ids left out. */
export function outlineOf(act: Act | Unit, depth = 0): string {
  return unitsOf(act)
    .flatMap((unit) => {
      const { kind, label, state } = unitAttrs(unit)
      const own = unit.children
        .filter((child) => !isUnit(child))
        .map((child) => `${MARKS[child.type.name] ?? ''}${child.textContent}`)
      const head = [kind, label, state === 'inForce' ? null : state].filter((word) => word !== null)
      const line = [head.join(' '), ...own].join(' | ')
      return [`${'  '.repeat(depth)}${line}`, outlineOf(unit, depth + 1)].filter(
        (text) => text !== '',
      )
    })
    .join('\n')
}

const MARKS: Readonly<Record<string, string>> = { heading: '# ', note: '~ ' }
