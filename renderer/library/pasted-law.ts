import { useEffect } from 'react'

/** Gives what is pasted into the window, and into no field of it, as a file of that name. */
export function usePastedLaw(name: string, take: (files: readonly File[]) => void): void {
  useEffect(() => {
    const handlePaste = (event: ClipboardEvent) => {
      const { clipboardData, target } = event
      if (!clipboardData || isField(target) || clipboardData.files.length > 0) return
      const html = clipboardData.getData('text/html')
      const text = clipboardData.getData('text/plain')
      if (text.trim() === '' && html === '') return
      event.preventDefault()
      const isPage = html !== ''
      take([new File([isPage ? html : text], `${name}.${isPage ? 'html' : 'txt'}`)])
    }
    document.addEventListener('paste', handlePaste)
    return () => document.removeEventListener('paste', handlePaste)
  })
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
}
