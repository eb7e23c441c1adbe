import { useMemo } from 'react'
import { useMessages } from '../messages/messages.tsx'

/** Day and minute in the language of the window; the year where it is another. */
export function useTime(): (at: number) => string {
  const { language } = useMessages()
  return useMemo(() => {
    const thisYear = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    })
    const otherYear = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
    const year = new Date().getFullYear()
    return (at) => (new Date(at).getFullYear() === year ? thisYear : otherYear).format(at)
  }, [language])
}
