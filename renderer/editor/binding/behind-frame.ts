/** Milliseconds after which a window that draws no frame, because nobody sees it, goes on without. */
const NO_FRAME = 100

/** Calls back once the frame that is due is on the page; gives a function that forgets it. */
export function behindFrame(callback: () => void): () => void {
  let timer = window.setTimeout(callback, NO_FRAME)
  const frame = window.requestAnimationFrame(() => {
    window.clearTimeout(timer)
    timer = window.setTimeout(callback)
  })
  return () => {
    window.cancelAnimationFrame(frame)
    window.clearTimeout(timer)
  }
}
