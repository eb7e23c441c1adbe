import { setInteractionModality } from 'react-aria-components'

/**
 * Keys follow a press in the text. React Aria draws each row of the outline again when keys follow
 * presses, for what it says of dragging differs; told in an idle moment, it does so before the first key
 * and not in its frame. Gives a function that ends this.
 */
export function expectKeys(text: HTMLElement): () => void {
  let request: number | undefined
  const forget = () => {
    if (request !== undefined) cancelIdleCallback(request)
    request = undefined
  }
  const expect = () => {
    forget()
    request = requestIdleCallback(() => {
      request = undefined
      setInteractionModality('keyboard')
    })
  }
  text.addEventListener('pointerup', expect)
  text.addEventListener('focus', expect)
  return () => {
    forget()
    text.removeEventListener('pointerup', expect)
    text.removeEventListener('focus', expect)
  }
}
