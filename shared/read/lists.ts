import { type Item, itemOf, type ListPlace } from './item.ts'
import { follows } from './number.ts'

/** A number run into the number before it: «5. 1. Words», "5. (1) Words". */
export function firstItem(rest: string): Item | undefined {
  const item = itemOf(rest)
  return item && isFirst(item.label) ? item : undefined
}

/** A number run into one that the source counts stands a level deeper in the same list. */
export function counted(item: Item | undefined, place: ListPlace | undefined): Item | undefined {
  if (!item || !place) return item
  return { ...item, place: { list: place.list, level: place.level + 1 } }
}

export function isFirst(label: string): boolean {
  return /^(?:1|a|aa|i|A|I|а)$/u.test(label)
}

/** Whether `next` may stand after `label` in one list: it goes on, or leaves a gap, but does not start again. */
export function goesAfter(label: string, next: string): boolean {
  return follows(label, next) || (isLater(label, next) && next !== '1')
}

function isLater(label: string, next: string): boolean {
  const [a = '', b = ''] = [label, next].map((one) => one.split(/[-.]/u)[0])
  const [numberA, numberB] = [Number(a), Number(b)]
  if (Number.isNaN(numberA) || Number.isNaN(numberB)) return a !== b || next.startsWith(`${label}-`)
  return numberB > numberA || (numberA === numberB && label !== next)
}
