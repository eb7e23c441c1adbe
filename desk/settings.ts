import { z } from 'zod'
import { type Output, type Settings, settings } from '#shared/bridge/contract.ts'
import type { Reader, Writer } from '#store/connection.ts'
import { readSetting, writeSetting } from '#store/settings.ts'

const NAME = 'settings'

/** A setting that is missing or unreadable is as on the first start. */
const kept = z.object({
  language: settings.shape.language.optional().catch(undefined),
  theme: settings.shape.theme.catch('system'),
  person: settings.shape.person.catch({ id: '', name: '' }),
  pdf: settings.shape.pdf.catch('ua-1'),
})

export function deskSettings(db: Reader): Output<'readSettings'> {
  return kept.parse(readSetting(db, NAME) ?? {})
}

/** Keeps what a window wrote; who the person is stays. */
export function keepSettings(db: Writer, { person, ...others }: Settings): void {
  const { id } = deskSettings(db).person
  writeSetting(db, NAME, { ...others, person: { ...person, id } })
}

/** Gives the person of this library an id, once. */
export function givePerson(db: Writer, newId: () => string): void {
  const before = deskSettings(db)
  if (before.person.id !== '') return
  writeSetting(db, NAME, { ...before, person: { ...before.person, id: newId() } })
}
