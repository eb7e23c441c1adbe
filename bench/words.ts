let state = 20261124
/** mulberry32, from 0 to 1. */
export function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

const SYLLABLES = ['ба', 'ре', 'сто', 'ли', 'ком', 'не', 'тар', 'за', 'ку', 'пра', 'во', 'ше']
const VOCABULARY = Array.from({ length: 6000 }, () =>
  Array.from(
    { length: 2 + Math.floor(random() * 3) },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
  ).join(''),
)

/** Few words are frequent and many are rare, as in law. */
export function word(): string {
  return VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1] ?? 'право'
}
