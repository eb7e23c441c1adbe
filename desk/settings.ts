import { type Settings, settings } from '#shared/bridge/contract.ts'
import type { Reader, Writer } from '#store/connection.ts'
import { readSetting, writeSetting } from '#store/settings.ts'

const NAME = 'settings'

/** The person's settings; what is missing or unreadable is as on the first start. */
export function deskSettings(db: Reader): Settings {
  const kept = settings.safeParse(readSetting(db, NAME))
  return kept.success ? kept.data : { language: 'en', theme: 'system' }
}

export function keepSettings(db: Writer, value: Settings): void {
  writeSetting(db, NAME, value)
}
