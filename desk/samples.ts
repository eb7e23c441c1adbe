import { z } from 'zod'
import { readText } from '#shared/read/read.ts'
import { SAMPLES } from '#shared/samples/samples.ts'
import { transact } from '#store/connection.ts'
import type { Store } from '#store/open.ts'
import { readSetting, writeSetting } from '#store/settings.ts'
import type { DeskEnvironment } from './context.ts'
import { addDocument } from './library.ts'
import { deskSettings } from './settings.ts'

/** The samples that this library was given, so that one that was removed does not come back. */
const GIVEN = 'samples'

/** Puts the samples into a library that never had them, those in the person's language on top. */
export function giveSamples(
  { db }: Store,
  { now, newId }: Pick<DeskEnvironment, 'now' | 'newId'>,
): void {
  const given = z.array(z.string()).catch([]).parse(readSetting(db, GIVEN))
  const { language = 'en' } = deskSettings(db)
  const missing = SAMPLES.filter(({ name }) => !given.includes(name))
  const lastOnTop = missing
    .toReversed()
    .sort((a, b) => Number(a.language === language) - Number(b.language === language))
  for (const { name, language, profile, text } of lastOnTop) {
    const read = readText(text, { newId, profile: { tradition: 'kz', profile, language } })
    transact(db, () => {
      addDocument(db, { act: read.act, source: name, sample: 1, at: now() })
      given.push(name)
      writeSetting(db, GIVEN, given)
    })
  }
}
