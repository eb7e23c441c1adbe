/** `target` as an object that names what is missing instead of giving `undefined` for it. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(own, key) {
      if (!(key in own) && typeof key === 'string' && key !== 'then' && key !== 'toJSON')
        throw new Error(`the stand-in for electron has no ${name}.${key}`)
      const value: unknown = Reflect.get(own, key, own)
      return typeof value === 'function' ? value.bind(own) : value
    },
  })
}
