import { finished } from '../../base/steps.ts'
import type { Redline } from '../../diff/redline.ts'
import { type Act, unitAttrs } from '../../schema/act.ts'
import type { ExportAbout } from '../about.ts'
import { pageChanges } from '../page/changes.ts'
import { unchanged } from '../page/unchanged.ts'
import { type PageUnit, pageUnits } from '../page/unit-page.ts'
import { pageWords } from '../page/words.ts'
import { xmlText } from '../xml-text.ts'
import { type BlockContext, blockHtml } from './blocks.ts'
import { htmlDocument } from './document.ts'
import { NoteLinks } from './note-links.ts'
import { RedlineText } from './redline-text.ts'
import { summaryHtml } from './summary.ts'

/**
 * One file without scripts or anything fetched: a list of the changes, and the text with them, every
 * change told by line and word as well as colour and linked to the ones before and after it.
 */
export function htmlRedline(redline: Redline, about: ExportAbout): string {
  return finished(htmlRedlineSteps(redline, about))
}

/** {@link htmlRedline} in steps, so that a caller may stop between them. */
export function* htmlRedlineSteps(
  redline: Redline,
  about: ExportAbout,
): Generator<undefined, string> {
  const words = pageWords(about.language)
  const units = pageUnits(redline, about.profile)
  yield
  const changes = pageChanges(units, about.profile)
  yield
  const text = new RedlineText(changes, units, about.profile, {
    words,
    top: 2,
    notes: new NoteLinks(),
  })
  return htmlDocument(about, [
    `<a class="skip" href="#text">${words.toText}</a>`,
    summaryHtml(changes, redline.unmarkedNumbers ?? 0, about, words),
    `<main id="text">${text.html()}</main>`,
  ])
}

/** The act alone as one file. */
export function htmlClean(act: Act, about: ExportAbout): string {
  const context = { words: pageWords(about.language), top: 1, notes: new NoteLinks() }
  const units = pageUnits(unchanged(act), about.profile)
  const titled = units.some(({ blocks }) => blocks.some(isTitle))
  return htmlDocument(about, [
    `<main id="text" data-tradition="${xmlText(about.profile.tradition)}" data-profile="${xmlText(about.profile.id)}">${titled ? '' : `<h1 class="title">${xmlText(about.title)}</h1>`}`,
    ...units.map((unit) => cleanUnit(unit, context)),
    '</main>',
  ])
}

function isTitle(block: PageUnit['blocks'][number]): boolean {
  return block.kind === 'paragraph' && block.role.name === 'title'
}

function cleanUnit(unit: PageUnit, context: BlockContext): string {
  const blocks = unit.blocks.map((block) => blockHtml(block, context)).join('')
  const units = unit.units.map((child) => cleanUnit(child, context)).join('')
  return `<section${stated(unit)}>${blocks}${units}</section>`
}

/** What the markup of a page alone does not say of a unit, so that the page can be read back exactly. */
function stated({ unit }: PageUnit): string {
  const { kind, label, num, state } = unitAttrs(unit)
  const values = { kind, label, num, state: state === 'inForce' ? null : state }
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` data-${name}="${xmlText(String(value))}"`)
    .join('')
}
