import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { useTime } from '../../person/time.ts'
import type { SelectChoice } from '../../ui/select-field.tsx'
import type { Bench } from '../../workbench/bench.ts'
import type { TextKey } from '../../workbench/bench-versions.ts'

/** The whole versions of the draft, newest first, and the law in force. */
export function useEarlierTexts(bench: Bench): readonly SelectChoice<TextKey>[] {
  const { t } = useMessages()
  const time = useTime()
  const versions = useStore(bench.versions)
  return [
    ...versions
      .filter(({ state }) => state === 'whole')
      .map(({ hash, name, at }) => ({ key: hash, words: `${name} · ${time(at)}` })),
    { key: 'base', words: t('versions.base') },
  ]
}
