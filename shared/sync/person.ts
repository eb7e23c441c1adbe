import { digest } from './shape.ts'

/** Somebody who writes in drafts; the id is made once, with the library, the name may change. */
export interface Person {
  readonly id: string
  /** Empty until it is told. */
  readonly name: string
}

/** The hue of a person's color in degrees, 0–359: the same on every machine. */
export function personHue(id: string): number {
  return Number.parseInt(digest(id), 16) % 360
}
