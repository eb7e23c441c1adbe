import { useMemo } from 'react'
import { dateFormat } from '../messages/dates.ts'
import { useMessages } from '../messages/messages.tsx'

/** Day and minute in the language of the window; the year where it is another. */
export function useTime(): (at: number) => string {
  const { language } = useMessages()
  return useMemo(() => {
    const thisYear = dateFormat(language, 'momentOfYear')
    const otherYear = dateFormat(language, 'moment')
    const year = new Date().getFullYear()
    return (at) => (new Date(at).getFullYear() === year ? thisYear : otherYear)(at)
  }, [language])
}
