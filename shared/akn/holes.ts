/**
 * The frame of a unit or act is its foreign markup with its heading, blocks and units taken out: what
 * stood there is marked by a processing instruction, which no other program writes.
 */
export type Hole = 'heading' | 'block' | 'unit'

export function holeMark(hole: Hole): string {
  return `<?bapta ${hole}?>`
}

/** The `source` of a block that was read together with the one before it. */
export const READ_WITH_PREVIOUS = '<?bapta previous?>'

/** A frame in pieces: `text` is written as it is, the rest is filled. */
export type FramePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading' }
  /** Neighboring holes of one sort; `gaps` is the white space between them. */
  | { readonly kind: 'blocks' | 'units'; readonly count: number; readonly gaps: readonly string[] }

export function partsOf(frame: string): readonly FramePart[] {
  const parts: FramePart[] = []
  let at = 0
  for (const match of frame.matchAll(HOLE)) {
    const between = frame.slice(at, match.index)
    at = match.index + match[0].length
    const last = parts.at(-1)
    const kind = match[1] === 'unit' ? 'units' : match[1] === 'block' ? 'blocks' : 'heading'
    if (kind !== 'heading' && last?.kind === kind && between.trim() === '') {
      const { count, gaps } = last
      parts[parts.length - 1] = { kind, count: count + 1, gaps: [...gaps, between] }
      continue
    }
    if (between !== '') parts.push({ kind: 'text', text: between })
    parts.push(kind === 'heading' ? { kind } : { kind, count: 1, gaps: [] })
  }
  if (at < frame.length) parts.push({ kind: 'text', text: frame.slice(at) })
  return parts
}

const HOLE = /<\?bapta (heading|block|unit)\?>/g
