import type { PreviewSegment } from '#shared/diff/changes.ts'

/** Words of a redline: what came is underlined, what went is struck through. */
export function MarkedWords({ words }: { readonly words: readonly PreviewSegment[] }) {
  return words.map((word, index) => {
    const key = `${index} ${word.kind}`
    if (word.kind === 'deleted')
      return (
        <del key={key} className="redline-deleted">
          {word.text}
        </del>
      )
    if (word.kind === 'inserted')
      return (
        <ins key={key} className="redline-inserted">
          {word.text}
        </ins>
      )
    return <span key={key}>{word.text}</span>
  })
}
