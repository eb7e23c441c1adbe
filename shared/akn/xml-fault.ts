import { SaxesParser } from 'saxes'

/** What is wrong with a text that is no XML, in the words of a strict parser, and where. */
export interface XmlFault {
  /** Begins with line and column. */
  readonly message: string
  readonly at: number
}

/** UTF-16 units between two steps. */
const STRIDE = 1 << 18

/** The first fault of a text; `undefined` where a strict parser finds none. */
export function* faultSteps(
  source: string,
  sort: 'document' | 'fragment',
): Generator<number, XmlFault | undefined> {
  const parser = new SaxesParser({ xmlns: false, position: true, fragment: sort === 'fragment' })
  let fault: XmlFault | undefined
  parser.on('error', ({ message }) => {
    fault ??= { message, at: parser.position }
  })
  for (let at = 0; at < source.length && !fault; at += STRIDE) {
    parser.write(source.slice(at, at + STRIDE))
    yield Math.min(at + STRIDE, source.length)
  }
  if (!fault) parser.close()
  return fault
}
