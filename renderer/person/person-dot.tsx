import type { CSSProperties } from 'react'
import { personHue } from '#shared/sync/person.ts'

/** A dot in a person's color, beside the name and never instead of it. */
export function PersonDot({ id }: { readonly id: string }) {
  const style: CSSProperties & Record<'--person-hue', number> = { '--person-hue': personHue(id) }
  return <span className="person-dot" style={style} aria-hidden />
}
