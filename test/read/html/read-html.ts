import type { ReadText } from '#shared/read/act-of-blocks.ts'
import type { ProfileWish } from '#shared/read/choice.ts'
import { readHtmlSteps } from '#shared/read/html/html.ts'

/** Reads a page with ids `u0`, `u1` …. */
export function readHtml(html: string, wish?: ProfileWish): ReadText {
  let n = 0
  const steps = readHtmlSteps(html, { newId: () => `u${n++}`, wish })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
