import { emptyTag, startTag } from './markup.ts'

/** What intervals refer to. */
export const IN_FORCE = emptyTag('TLCConcept', {
  eId: 'inForce',
  href: '/akn/ontology/concept/in-force',
  showAs: 'In force',
})

/** Days that an amending law names, as events, and the times between them. */
export class Periods {
  private readonly days = new Map<string, string>()
  private readonly groups = new Map<string, { readonly eId: string; readonly xml: string }>()

  /** The link to the time from one day, or from the start, to another, or for good. */
  between(from: string | null, until: string | null): string {
    const key = `${from ?? ''} ${until ?? ''}`
    const known = this.groups.get(key)
    if (known) return `#${known.eId}`
    const eId = `tmpg_${this.groups.size + 1}`
    const interval = emptyTag('timeInterval', {
      start: from === null ? null : this.event(from),
      end: until === null ? null : this.event(until),
      refersTo: '#inForce',
    })
    const xml = `${startTag('temporalGroup', { eId })}${interval}</temporalGroup>`
    this.groups.set(key, { eId, xml })
    return `#${eId}`
  }

  get events(): readonly string[] {
    return [...this.days].map(([date, eId]) =>
      emptyTag('eventRef', { eId, date, source: '#original', type: 'amendment' }),
    )
  }

  get xml(): readonly string[] {
    return [...this.groups.values()].map(({ xml }) => xml)
  }

  private event(day: string): string {
    const eId = this.days.get(day) ?? `eref_day_${this.days.size + 1}`
    this.days.set(day, eId)
    return `#${eId}`
  }
}
