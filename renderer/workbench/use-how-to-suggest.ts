import { useEffect } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'
import { COMMENT_COMMANDS } from './comment-commands.ts'
import { chordWords, platformOf } from './keys.ts'
import type { Shell } from './shell.ts'

/** Tells a reviewer whose key writes nothing what they can do instead: once, with a way to do it. */
export function useHowToSuggest(bench: Bench, shell: Shell): void {
  const { t } = useMessages()
  useEffect(() => {
    const command = COMMENT_COMMANDS.find(({ id }) => id === 'suggest')
    if (!command?.keys) return undefined
    const keys = chordWords(command.keys, platformOf(navigator.userAgent))
    const action = { label: t(command.label), run: () => command.run(bench, shell) }
    return bench.typedAtCaret.subscribe(() =>
      notify({ tone: 'plain', text: t('suggest.how', { keys }), action }),
    )
  }, [bench, shell, t])
}
