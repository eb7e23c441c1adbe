import type { Person } from '../sync/person.ts'
import type { Comment, Thread } from './threads.ts'

/** Comments of others that a person has not seen; `seen` holds comment ids, since clocks differ. */
export function unreadIn(
  { comments }: Thread,
  { me, seen }: { readonly me: Person; readonly seen: ReadonlySet<string> },
): readonly Comment[] {
  return comments.filter(
    ({ id, author, words }) => words !== undefined && author.id !== me.id && !seen.has(id),
  )
}

/** The people whom words mention as `@name`, in any case, each once; of names that begin alike the longest. */
export function mentionsIn(words: string, people: readonly Person[]): readonly Person[] {
  const known = people
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length)
  const found = new Set<Person>()
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}])@/gu)) {
    const rest = words.slice(index + 1)
    const named = known.find(({ name }) => beginsWith(rest, name))
    if (named) for (const one of known) if (one.name === named.name) found.add(one)
  }
  return people.filter((person) => found.has(person))
}

function beginsWith(words: string, name: string): boolean {
  const isSame = words.slice(0, name.length).toLowerCase() === name.toLowerCase()
  return isSame && !/^[\p{L}\p{N}]/u.test(words.slice(name.length))
}
