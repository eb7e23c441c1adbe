import { Fragment, type Mark, type Node, Schema } from 'prosemirror-model'
import { type Act, isUnit, type UnitId, unitAttrs } from '../../schema/act.ts'
import { schema } from '../../schema/schema.ts'
import type { RemarkedWords } from '../../structure/remark.ts'

/**
 * While a file is read, its words carry the threads on them as a mark, wherever reading takes them.
 * The mark is of a schema of its own, so that no act can keep it.
 */
const marked = new Schema({
  nodes: { doc: { content: 'text*' }, text: {} },
  marks: { said: { attrs: { threads: {} } } },
})

const made = new WeakMap<readonly string[], Mark>()

/** Marks of words with those of the threads on them. */
export function withSaid(marks: readonly Mark[], threads: readonly string[]): readonly Mark[] {
  if (threads.length === 0) return marks
  const mark = made.get(threads) ?? marked.marks.said.create({ threads })
  made.set(threads, mark)
  return [...marks, mark]
}

/** Words of one text of a unit that a thread is on. */
export interface SaidWords extends RemarkedWords {
  readonly unit: UnitId
  /** All words of the text. */
  readonly length: number
}

/** The words that a thread is on; of several texts the first is enough. */
export interface SaidPlace {
  readonly first: SaidWords
  readonly isInOneText: boolean
  /** The units that hold all of the words, from the outermost to the nearest. */
  readonly holders: readonly UnitId[]
}

export interface Unmarked {
  readonly act: Act
  readonly said: ReadonlyMap<string, SaidPlace>
}

/** An act as it was read, without the marks of threads; and where these were. */
export function unmarked(act: Act): Unmarked {
  const unmarking = new Unmarking()
  return { act: act.copy(unmarking.units(act, [])), said: unmarking.said }
}

class Unmarking {
  readonly said = new Map<string, SaidPlace>()
  private path: readonly UnitId[] = []
  private text = 0

  units(parent: Node, path: readonly UnitId[]): Fragment {
    return Fragment.from(
      parent.children.map((child) => {
        if (!isUnit(child)) return this.block(child)
        const inner = [...path, unitAttrs(child).id]
        this.path = inner
        this.text = 0
        return child.copy(this.units(child, inner))
      }),
    )
  }

  private block(block: Node): Node {
    if (block.isTextblock) {
      const text = block.type === schema.nodes.heading ? -1 : this.text++
      return this.inline(block, text)
    }
    if (block.isLeaf) return block
    return block.copy(Fragment.from(block.children.map((child) => this.block(child))))
  }

  private inline(block: Node, text: number): Node {
    if (block.children.every((node) => threadsOn(node).length === 0)) return block
    let at = 0
    const nodes = block.children.map((node) => {
      const threads = threadsOn(node)
      for (const thread of threads) this.found(thread, text, at, node.nodeSize, block.content.size)
      at += node.nodeSize
      return node.mark(node.marks.filter(({ type }) => type !== marked.marks.said))
    })
    return block.copy(Fragment.fromArray(nodes))
  }

  private found(thread: string, text: number, from: number, size: number, length: number): void {
    const unit = this.path.at(-1)
    if (unit === undefined) return
    const to = from + size
    const known = this.said.get(thread)
    if (!known) {
      const first = { unit, text, from, to, length }
      this.said.set(thread, { first, isInOneText: true, holders: this.path })
    } else if (known.isInOneText && known.first.unit === unit && known.first.text === text) {
      this.said.set(thread, { ...known, first: { ...known.first, to } })
    } else {
      const apart = known.holders.findIndex((holder, depth) => this.path[depth] !== holder)
      const holders = apart < 0 ? known.holders : known.holders.slice(0, apart)
      this.said.set(thread, { ...known, isInOneText: false, holders })
    }
  }
}

function threadsOn({ marks }: Node): readonly string[] {
  const threads: unknown = marks.find(({ type }) => type === marked.marks.said)?.attrs['threads']
  return Array.isArray(threads) ? threads : []
}
