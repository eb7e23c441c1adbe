import type { Node } from 'prosemirror-model'
import {
  type Act,
  makeAct,
  makeParagraph,
  makeUnit,
  type Unit,
  type UnitId,
} from '../schema/act.ts'
import type { UnitKind } from '../schema/kind.ts'
import type { AmendingLaw } from './amending-law.ts'
import type { Instruction } from './instruction.ts'
import { type LawKinds, lawKinds } from './law-kinds.ts'
import { type LawCommand, type LawLine, lawLines, lawProfile } from './wording/law-lines.ts'

/** An amending law as a document, and which of its units say which instructions. */
export interface LawDocument {
  readonly act: Act
  /** The innermost unit whose words are the instruction. */
  readonly unitOf: ReadonlyMap<Instruction, UnitId>
  /** What a unit of the document says, with the units in it. */
  readonly instructionsOf: ReadonlyMap<UnitId, readonly Instruction[]>
  /** What each paragraph commands that does; what it quotes stands in the paragraphs behind it. */
  readonly commandOf: ReadonlyMap<Node, LawCommand>
  /** What the lines under a lead-in say, by its paragraph. */
  readonly leadsOf: ReadonlyMap<Node, readonly Instruction[]>
  /** The annex behind the law that holds what the instruction puts in. */
  readonly annexOf: ReadonlyMap<Instruction, UnitId>
}

/** The law as an act that every exporter takes. */
export function amendingLawAct(law: AmendingLaw, newId: () => UnitId): Act {
  return lawDocument(law, newId).act
}

/** The law as a document: quoted text stands as paragraphs of the unit that quotes it. */
export function lawDocument(law: AmendingLaw, newId: () => UnitId): LawDocument {
  const lawful = lawProfile(law)
  const { tradition, id: profile, language } = lawful
  const writer = new Writer(newId, lawKinds(lawful))
  for (const line of lawLines(law)) writer.line(line)
  const act = makeAct({ id: newId(), language, tradition, profile }, writer.units())
  const { unitOf, instructionsOf, commandOf, leadsOf, annexOf } = writer
  return { act, unitOf, instructionsOf, commandOf, leadsOf, annexOf }
}

/** A unit while its lines are written. */
interface Open {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly label: string | null
  readonly num: string | null
  readonly level: number
  readonly words: LawLine[]
  readonly inner: Open[]
}

const ROOT_LEVEL = -2

class Writer {
  readonly unitOf = new Map<Instruction, UnitId>()
  readonly instructionsOf = new Map<UnitId, readonly Instruction[]>()
  readonly commandOf = new Map<Node, LawCommand>()
  readonly leadsOf = new Map<Node, readonly Instruction[]>()
  readonly annexOf = new Map<Instruction, UnitId>()
  private readonly newId: () => UnitId
  private readonly kinds: LawKinds
  private readonly roots: Open[] = []
  private path: Open[] = []

  constructor(newId: () => UnitId, kinds: LawKinds) {
    this.newId = newId
    this.kinds = kinds
  }

  units(): readonly Unit[] {
    return this.roots.map((root) => this.built(root))
  }

  line(line: LawLine): void {
    switch (line.kind) {
      case 'title':
        this.open('preface', line, ROOT_LEVEL)
        return
      case 'formula':
      case 'quote':
        this.path.at(-1)?.words.push(line)
        return
      case 'article':
        this.open(this.kinds.article, line, -1)
        return
      case 'item':
        this.item(line)
        return
      case 'annex':
        this.openAnnex(line)
        return
      case 'signature':
        if (this.path[0]?.kind === 'conclusions') this.path[0].words.push(line)
        else this.open('conclusions', line, ROOT_LEVEL)
        return
    }
  }

  /** What has no number stands as a paragraph of the unit that it is listed in. */
  private item(line: LawLine): void {
    if (line.num !== null) {
      this.open(this.kinds.item(line.num, line.level), line, line.level)
      return
    }
    const holder = this.path.findLast(({ level }) => level < line.level) ?? this.path.at(-1)
    if (!holder) return
    this.close(holder.level + 1)
    holder.words.push(line)
    this.note(holder.id, line)
  }

  private open(kind: UnitKind, line: LawLine, level: number): void {
    this.close(level)
    const { label, num } = line
    const unit: Open = { id: this.newId(), kind, label, num, level, words: [line], inner: [] }
    const holder = this.path.at(-1)
    ;(holder?.inner ?? this.roots).push(unit)
    this.path.push(unit)
    this.note(unit.id, line)
  }

  /** It says what its command leaves to it, and is no place of the law where that is said. */
  private openAnnex(line: LawLine): void {
    this.open('annex', { ...line, instructions: [] }, ROOT_LEVEL)
    const id = this.path.at(-1)?.id
    if (id === undefined) return
    this.instructionsOf.set(id, line.instructions)
    for (const instruction of line.instructions) this.annexOf.set(instruction, id)
  }

  private close(level: number): void {
    this.path = this.path.filter((unit) => unit.level > ROOT_LEVEL && unit.level < level)
  }

  private note(id: UnitId, { instructions }: LawLine): void {
    if (instructions.length === 0) return
    const before = this.instructionsOf.get(id) ?? []
    this.instructionsOf.set(id, [...new Set([...before, ...instructions])])
    for (const instruction of instructions) this.unitOf.set(instruction, id)
  }

  private built({ id, kind, label, num, words, inner }: Open): Unit {
    const units = inner.map((one) => this.built(one))
    if (kind === 'preface' || kind === 'annex') {
      const [heading, ...body] = words
      const content = { heading: heading?.text ?? '', body: this.paragraphs(body), units }
      return makeUnit({ id, kind }, content)
    }
    // An article's first words stand on the line of its number, as laws print them.
    const isLine = kind === 'article' || kind === 'section'
    const [first, ...rest] = words
    const heading = isLine ? (first?.text ?? '') : undefined
    const body = this.paragraphs(isLine ? rest : words)
    return makeUnit({ id, kind, label, num: fixed(num, label) }, { heading, body, units })
  }

  private paragraphs(lines: readonly LawLine[]): readonly Node[] {
    return lines.map(({ kind, text, command, instructions }) => {
      const paragraph = makeParagraph(text)
      if (command) this.commandOf.set(paragraph, command)
      else if (kind === 'item') this.leadsOf.set(paragraph, instructions)
      return paragraph
    })
  }
}

/** The number as printed is the profile's where the law is drafted under it. */
function fixed(num: string | null, label: string | null): string | null {
  return label === null ? num : null
}
