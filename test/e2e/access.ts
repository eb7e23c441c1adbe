import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

interface Seen {
  /** A part of the window; left out, all of it. */
  readonly within?: string
  /** What was looked at before, and costs most. */
  readonly without?: string
}

/** What axe finds that keeps people out, with the markup. */
export async function accessFaults(page: Page, seen: Seen = {}): Promise<readonly string[]> {
  return (await violationsIn(page, seen)).map(({ words }) => words)
}

/** Of these, what is serious or critical. */
export async function graveFaults(page: Page, seen: Seen = {}): Promise<readonly string[]> {
  return (await violationsIn(page, seen)).filter(({ isGrave }) => isGrave).map(({ words }) => words)
}

/** What the component library has read out stands a while longer than the button or dialog that named it. */
const ANNOUNCED = '[data-live-announcer] [role=img]'

async function violationsIn(page: Page, { within, without }: Seen) {
  // The window has no frames: axe need not open a page of its own to join what it finds in them.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude(ANNOUNCED)
  if (within !== undefined) axe.include(within)
  if (without !== undefined) axe.exclude(without)
  const { violations } = await axe.analyze()
  return violations.map(({ id, impact, nodes }) => ({
    isGrave: impact === 'serious' || impact === 'critical',
    words: `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  }))
}
