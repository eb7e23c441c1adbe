import { useCallback, useEffect } from 'react'
import { useMessages } from '../messages/messages.tsx'
import type { Target } from '../panels/comments/model.ts'
import type { Bench } from './bench.ts'

/** What the marks of comments and suggestions say, in the language of the window. */
export function useCommentWords(bench: Bench): void {
  const { t } = useMessages()
  const where = useTargetWords()
  useEffect(() => {
    bench.setCommentWords({
      sign({ comments }) {
        const said = comments.filter(({ words }) => words !== undefined)
        const name = said[0]?.author.name ?? ''
        return t('comments.sign', { count: said.length, name })
      },
      suggested(deed, names, target) {
        const who = { name: names.join(', '), count: names.length }
        return deed === 'move'
          ? t('suggest.by.move', { ...who, where: target ? where(target) : '' })
          : t(`suggest.by.${deed}`, who)
      },
      here: (name, unit) => t('suggest.by.here', { name, unit }),
    })
  }, [bench, t, where])
}

/** A place in words. */
export function useTargetWords(): (target: Target) => string {
  const { t } = useMessages()
  return useCallback(
    ({ at, place }) => (at === 'act' ? t('suggest.act') : t(`suggest.${at}`, { place })),
    [t],
  )
}
