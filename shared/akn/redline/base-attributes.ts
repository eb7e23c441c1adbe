type Attributes = Readonly<Record<string, string>>

/** What a unit's start tag says of the unit itself; its element and number say the rest. */
const FACTS = ['status', 'bapta:kind', 'bapta:state', 'bapta:label', 'bapta:num', 'bapta:unset']

/** Names the facts that the base states; absent where both texts state the same. */
const STATED = 'bapta:base'

/** What the base says of a unit, as attributes beside the draft's; none where it says the same. */
export function baseAttributes(base: Attributes, draft: Attributes): Attributes {
  if (FACTS.every((name) => base[name] === draft[name])) return {}
  const stated = FACTS.filter((name) => base[name] !== undefined)
  return {
    [STATED]: stated.join(' '),
    ...Object.fromEntries(stated.map((name) => [nameInBase(name), base[name] ?? ''])),
  }
}

/** The attributes as they are in the base alone; `undefined` where they are the same. */
export function attributesInBase(attributes: Attributes): Attributes | undefined {
  const stated = attributes[STATED]?.split(' ')
  if (!stated) return undefined
  const besides = Object.entries(attributes).filter(
    ([name]) => !FACTS.includes(name) && !name.startsWith(STATED),
  )
  const facts = FACTS.flatMap((name): readonly (readonly [string, string])[] => {
    const value = attributes[nameInBase(name)]
    return value !== undefined && stated.includes(name) ? [[name, value]] : []
  })
  return Object.fromEntries([...besides, ...facts])
}

/** The attributes as they are in the draft alone; `undefined` where the base says the same. */
export function attributesInDraft(attributes: Attributes): Attributes | undefined {
  if (attributes[STATED] === undefined) return undefined
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !name.startsWith(STATED)))
}

/** `bapta:label` → `bapta:base-label`. */
function nameInBase(name: string): string {
  return `${STATED}-${name.replace('bapta:', '')}`
}
