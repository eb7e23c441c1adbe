/** Raised figures, for a class of a regular expression. */
export const RAISED = '⁰¹²³⁴-⁹'

const FIGURES = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Raised digits become an inserted number: `24²` → `24-2`. */
export function withoutRaised(number: string): string {
  return number.replaceAll(
    /[⁰¹²³⁴-⁹]+/gu,
    (raised) => `-${[...raised].map((figure) => FIGURES.indexOf(figure)).join('')}`,
  )
}
