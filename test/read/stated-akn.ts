import { type Act, unitAttrs, walkUnits } from '#shared/schema/act.ts'
import { pathOf } from './stated.ts'
import { elementsOf, type Tree, treeOf, wordsOf } from './xml-tree.ts'

/**
 * What is quoted from another act, or stands in a note or table, is no unit of the document; a block
 * with a number («Table 1» over a table) and what is said in a debate are none of the hierarchy.
 */
const APART = new Set(
  `meta quotedStructure embeddedStructure quotedText authorialNote table foreign tblock blockContainer
  rollCall prayers toc`.split(/\s+/u),
)

/** The numbered units of an Akoma Ntoso document by its own markup: each element that a `num` is in. */
export function aknPaths(xml: string): readonly string[] {
  const paths: string[] = []
  const walk = (element: Tree, around: readonly string[]): void => {
    const num = elementsOf(element).find(({ name }) => name === 'num')
    const number = num ? barest(wordsOf(without(num))) : ''
    const own = number === '' ? around : [...around, number]
    if (number !== '') paths.push(pathOf(own))
    for (const child of elementsOf(element))
      if (child.name !== 'num' && !APART.has(child.name)) walk(child, own)
  }
  walk(treeOf(xml), [])
  return paths
}

/** A number without the notes in it. */
function without(num: Tree): Tree {
  return {
    ...num,
    children: num.children.filter((c) => typeof c === 'string' || !APART.has(c.name)),
  }
}

/** The units that an act has of them. */
export function numberPaths(act: Act): readonly string[] {
  const paths: string[] = []
  walkUnits(act, (unit, parents) => {
    const numbers = [...parents, unit].map((one) => {
      const { num, label } = unitAttrs(one)
      return barest(num ?? label ?? '')
    })
    if (numbers.at(-1) !== '') paths.push(pathOf(numbers.filter((one) => one !== '')))
  })
  return paths
}

/** The number in a printed number: `4` of «Part 4.», `44-1` of «Статья 44-1». */
function barest(number: string): string {
  return number.match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu)?.at(-1) ?? ''
}
