import { ok, type Result } from '#shared/base/result.ts'
import type { CitationGraph, Input } from '#shared/bridge/contract.ts'
import { actsCiting, chaptersCiting, divisionsOf } from '#store/citation-questions.ts'
import { listDocuments } from '#store/documents.ts'
import type { DeskContext } from './context.ts'
import { standing } from './library.ts'

/** Who cites whom: among all acts, or among the chapters of one and the acts beside it. */
export async function citationGraph(
  ctx: DeskContext,
  { document }: Input<'citationGraph'>,
): Promise<Result<CitationGraph>> {
  ctx.commits.flush()
  await ctx.references.current()
  const { db } = ctx.store
  if (document === null) {
    const counts = actsCiting(db)
    const nodes = listDocuments(db).map(({ id, title, language }) => actNode(id, title, language))
    return ok({ nodes, links: linksOf(counts) })
  }
  const found = standing(db, document)
  if (!found.ok) return found
  const { language, title } = found.value
  const counts = chaptersCiting(db, document)
  const links = linksOf(counts)
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]))
  const chapters = divisionsOf(db, document).map(({ unit, words }) => ({
    id: nodeId(document, unit),
    document,
    unit,
    words,
    language,
  }))
  const others = listDocuments(db)
    .filter(({ id }) => id !== document && linked.has(nodeId(id, null)))
    .map((other) => actNode(other.id, other.title, other.language))
  const whole = linked.has(nodeId(document, null)) ? [actNode(document, title, language)] : []
  return ok({ nodes: [...whole, ...chapters, ...others], links })
}

function linksOf(counts: ReturnType<typeof actsCiting>): CitationGraph['links'] {
  return counts.map(({ document, division, toDocument, toDivision, count, doubtful }) => ({
    from: nodeId(document, division),
    to: nodeId(toDocument, toDivision),
    count,
    doubtful,
  }))
}

function actNode(id: string, title: string, language: CitationGraph['nodes'][number]['language']) {
  return { id: nodeId(id, null), document: id, unit: null, words: title, language }
}

function nodeId(document: string, unit: string | null): string {
  return unit === null ? document : `${document} ${unit}`
}
