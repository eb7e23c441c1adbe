import { createElement, Fragment, type ReactNode } from 'react'

interface InPlaceProps<T> {
  readonly items: readonly T[]
  readonly draw: (item: T) => ReactNode
}

/** A list whose parts never change places: each is known by where it stands, and so needs no key. */
export function InPlace<T>({ items, draw }: InPlaceProps<T>) {
  return createElement(Fragment, null, ...items.map((item) => draw(item)))
}
