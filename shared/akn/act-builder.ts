import type { Node } from 'prosemirror-model'
import { assert } from '../base/assert.ts'
import type { Problem } from '../base/problem.ts'
import { problem } from '../base/problem.ts'
import type { ProfileWish } from '../read/choice.ts'
import { chosenProfile } from '../read/choice.ts'
import type { ProfileChoice } from '../read/detect.ts'
import type { Act } from '../schema/act.ts'
import { makeAct, makeUnit, type Unit, type UnitId, unitId } from '../schema/act.ts'
import type { Footnote } from '../schema/footnote.ts'
import type { UnitKind } from '../schema/kind.ts'
import { schema } from '../schema/schema.ts'
import { profileFor } from '../tradition/profiles.ts'
import type { Profile } from '../tradition/tradition.ts'
import { Doubts } from './doubts.ts'
import { type Element, firstNamed, lineOf, makeElement } from './element.ts'
import { factsOf } from './facts.ts'
import { Frame } from './frame.ts'
import { holdsLawMarks, isLawMeta } from './law/kept-law.ts'
import { defaultMetadata, isSameMetadata } from './metadata.ts'
import { isWrapper, kindOfElement, localName } from './names.ts'
import { notesIn } from './notes.ts'
import { isOwnUnchanged, type OwnAct, ownActIn } from './own.ts'
import { profileIn } from './profile.ts'
import { type BlockContext, readBlocks } from './read-blocks.ts'
import { metadataIn } from './read-metadata.ts'
import type { MarkupBounds, MarkupListener } from './scanner.ts'

/** What a piece of markup that is taken whole becomes. */
type Role = 'meta' | 'num' | 'heading' | 'block'

/** UTF-16 units of markup from which language and profile are told. */
const SAMPLE = 400_000

export interface ReadAknOptions {
  /** Gives a new id on each call: for the act first, then for its units in document order. */
  readonly newId: () => string
  /** What the person knows better than the document says. */
  readonly wish?: ProfileWish | undefined
  readonly bounds?: MarkupBounds
}

/** An act read from Akoma Ntoso, and what was doubtful in it. */
export interface ReadAkn {
  readonly act: Act
  readonly problems: readonly Problem[]
  readonly profile: ProfileChoice
}

/** Builds an act from the markup of a document, one unit at a time; only a block is held as elements. */
export class ActBuilder implements MarkupListener {
  rootName = ''
  private readonly source: string
  private readonly options: ReadAknOptions
  private readonly doubts = new Doubts()
  private readonly frames: Frame[] = []
  private readonly ids = new Set<string>()
  private readonly path: Element[] = []
  private role: Role = 'block'
  private actId: string | undefined
  private depth = 0
  private meta: Element | undefined
  private notes: ReadonlyMap<string, Footnote> = new Map()
  private own: OwnAct | undefined
  /** Whether the document is an amending law of ours. */
  private isLaw = false
  private choice: ProfileChoice | undefined
  private profile: Profile | undefined
  /** Words between the elements of the structure, where none belong. */
  private stray = ''
  /** End of the last markup of the structure. */
  private reached = 0

  constructor(source: string, options: ReadAknOptions) {
    this.source = source
    this.options = options
    this.ids.add('')
    this.frames.push(new Frame(source, { id: unitId(''), local: undefined, depth: 0 }, {}, 0))
  }

  open(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number) {
    const around = this.path.at(-1)
    if (around) {
      const element = makeElement(name, attributes, start)
      around.children.push(element)
      this.path.push(element)
      return
    }
    this.placeStray(start)
    this.reached = end
    if (this.rootName === '') this.rootName = name
    this.depth++
    const local = localName(name)
    const frame = this.frame
    const isDirect = frame.depth === this.depth - 1
    if (local === 'meta') this.take('meta', name, attributes, start)
    else if (local === 'num' && isDirect && frame.num === undefined && !frame.isAct) {
      this.take('num', name, attributes, start)
    } else if (local === 'heading' && isDirect && frame.isEmpty) {
      this.take('heading', name, attributes, start)
    } else if (this.opensUnit(local)) {
      frame.endRun(this.makeRun)
      const id = this.idOf(attributes)
      this.frames.push(new Frame(this.source, { id, local, depth: this.depth }, attributes, start))
    } else if (isWrapper(local) || kindOfElement(local)) frame.endRun(this.makeRun)
    else this.take('block', name, attributes, start)
  }

  close(_name: string, start: number, end: number): void {
    const closed = this.path.pop()
    if (closed) {
      closed.end = end
      if (this.path.length > 0) return
      this.depth--
      this.reached = end
      this.taken(closed)
      return
    }
    this.placeStray(start)
    this.reached = end
    const frame = this.frame
    frame.endRun(this.makeRun)
    if (frame.depth === this.depth) this.endUnit(frame, end)
    this.depth--
  }

  text(text: string): void {
    const around = this.path.at(-1)
    if (around) around.children.push(text)
    else this.stray += text
  }

  /** Marks of ours have no meaning in the markup of others. */
  instruction(target: string, _body: string, end: number): void {
    if (target !== 'bapta' || this.path.length > 0) return
    this.frame.endRun(this.makeRun)
    this.frame.leaveOut(this.source.lastIndexOf('<?', end), end)
  }

  /** The act; `undefined` for a document of another format. */
  end(): ReadAkn | undefined {
    if (localName(this.rootName).toLowerCase() !== 'akomantoso') return undefined
    const frame = this.frame
    frame.endRun(this.makeRun)
    const choice = this.settled().choice
    const attrs = { id: this.identity(), ...choice }
    const bare = makeAct(attrs, frame.units)
    const source = this.own ? this.ownSource(bare) : frame.text.until(this.source.length)
    const act = source === undefined ? bare : makeAct({ ...attrs, source }, frame.units)
    return { act, problems: this.doubts.problems(), profile: choice }
  }

  /** The id of the act, given before those of its units. */
  private identity(): string {
    this.actId ??= this.own?.id ?? this.options.newId()
    return this.actId
  }

  private get frame(): Frame {
    const frame = this.frames.at(-1)
    assert(frame, 'the act is around everything')
    return frame
  }

  /** Metadata of ours is kept where it is not what the act alone would give. */
  private ownSource(act: Node): string | undefined {
    const { meta } = this
    if (!meta || isSameMetadata(metadataIn(meta), defaultMetadata(act))) return undefined
    return this.source.slice(meta.start, meta.end)
  }

  private opensUnit(local: string): boolean {
    const kind = kindOfElement(local)
    if (kind === undefined) return false
    const isFrame = kind === 'preface' || kind === 'preamble' || kind === 'conclusions'
    return !isFrame || this.frames.length === 1
  }

  private take(
    role: Role,
    name: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
  ): void {
    this.role = role
    this.path.push(makeElement(name, attributes, start))
  }

  private taken(element: Element): void {
    switch (this.role) {
      case 'meta':
        this.readMeta(element)
        return
      case 'num':
        this.frame.num = this.numOf(element)
        return
      case 'heading':
        if (!this.readHeading(element)) this.placeBlocks(element)
        return
      case 'block':
        if (!this.isTitle(element) || !this.readHeading(element)) this.placeBlocks(element)
    }
  }

  private readMeta(meta: Element): void {
    if (this.meta) return
    this.meta = meta
    this.notes = notesIn(meta)
    const own = ownActIn(meta)
    if (!own || !isOwnUnchanged(this.source, own)) return
    this.own = own
    this.isLaw = isLawMeta(meta)
  }

  private numOf(element: Element): string {
    const note = firstNamed(element, 'authorialNote')
    if (note) {
      const source = { start: note.start, end: note.end }
      const words = lineOf(note)
      this.doubts.tell(problem('akn/note-on-number', { words }, { severity: 'warning', source }))
    }
    return lineOf(element)
  }

  /** The title of the document, or of an annex, is its heading wherever it stands in front. */
  private isTitle(element: Element): boolean {
    if (element.attributes['bapta:as'] === 'heading') return true
    const { frame } = this
    const kind = frame.local === undefined ? undefined : kindOfElement(frame.local)
    if (frame.heading || frame.units.length > 0) return false
    if (kind === 'annex' ? frame.body.length > 0 : kind !== 'preface') return false
    return element.local === 'docTitle' || firstNamed(element, 'docTitle') !== undefined
  }

  /** A heading of one line; without words, or of several lines, it is none. */
  private readHeading(element: Element): boolean {
    const blocks = readBlocks(element, this.context)
    const [line] = blocks
    if (blocks.length > 1 || (!line && !this.own)) return false
    if (line && line.type !== schema.nodes.paragraph) return false
    const { start, end } = element
    const source = this.keptSource(start, end)
    const heading = schema.nodes.heading.create({ source }, line?.content)
    this.frame.setHeading(heading, start, end)
    return true
  }

  private placeBlocks(element: Element): void {
    const { start, end } = element
    const kept = this.keptSource(start, end)
    const { context } = this
    const blocks = readBlocks(element, kept === null ? context : { ...context, kept })
    if (blocks.length > 0) this.frame.addBlocks(blocks, start, end)
  }

  private placeStray(end: number): void {
    const words = this.stray
    this.stray = ''
    if (words.trim() === '') return
    const line = words.replaceAll(/[ \t\r\n]+/g, ' ').trim()
    const range = { start: this.reached, end }
    this.doubts.tell(problem('akn/stray-words', {}, { severity: 'warning', source: range }))
    const source = this.keptSource(range.start, range.end)
    const block = schema.nodes.paragraph.create({ source }, [schema.text(line)])
    this.frame.addBlocks([block], range.start, range.end)
  }

  /** Markup that is written again: that of others, and the marks of a law of ours. */
  private keptSource(start: number, end: number): string | null {
    const source = this.source.slice(start, end)
    return !this.own || (this.isLaw && holdsLawMarks(source)) ? source : null
  }

  private endUnit(frame: Frame, end: number): void {
    this.frames.pop()
    const around = this.frame
    const kind = frame.local === undefined ? undefined : kindOfElement(frame.local)
    const isAbsent = this.own && frame.attributes['bapta:absent'] !== undefined
    if (isAbsent || (kind === 'annex' && frame.isEmpty && !this.own)) return
    around.addUnit(this.makeUnit(frame, end), frame.start, end)
  }

  private makeUnit(frame: Frame, end: number): Unit {
    const { id, local = '', attributes, num, heading, body, units } = frame
    const facts = factsOf(
      { local, attributes, num, around: this.kindAround() },
      this.settled().profile,
    )
    const source = this.own ? null : frame.text.until(end)
    return schema.nodes.unit.create({ id, ...facts, source }, [
      ...(heading ? [heading] : []),
      ...body,
      ...units,
    ])
  }

  private readonly makeRun = (body: readonly Node[], frame: string): Unit => {
    const source = this.own ? null : frame
    return makeUnit({ id: this.idOf({}), kind: 'alinea', source }, { body })
  }

  private kindAround(): UnitKind | undefined {
    const frame = this.frames.findLast(({ local = '' }) => kindOfElement(local) !== undefined)
    return frame && kindOfElement(frame.local ?? '')
  }

  /** Another program's permanent id is as good as ours, unless it stands twice. */
  private idOf(attributes: Readonly<Record<string, string>>): UnitId {
    const given = attributes['bapta:id'] ?? attributes['GUID'] ?? ''
    this.identity()
    let id = given
    while (this.ids.has(id)) id = this.options.newId()
    this.ids.add(id)
    return unitId(id)
  }

  private get context(): BlockContext {
    const { source, notes, doubts } = this
    return { source, own: this.own !== undefined, notes, doubts }
  }

  private settled(): { readonly choice: ProfileChoice; readonly profile: Profile } {
    this.choice ??= this.wished(this.ownChoice() ?? this.detected())
    this.profile ??= profileFor(this.choice)
    return { choice: this.choice, profile: this.profile }
  }

  private wished(choice: ProfileChoice): ProfileChoice {
    const { wish } = this.options
    const isWished = wish && Object.values(wish).some((one) => one !== undefined)
    return isWished ? chosenProfile(choice, wish) : choice
  }

  private ownChoice(): ProfileChoice | undefined {
    if (!this.own) return undefined
    const { language, tradition, profile } = this.own
    return { language, tradition, profile }
  }

  private detected(): ProfileChoice {
    const from = this.meta?.end ?? 0
    return profileIn(this.meta, this.source.slice(from, from + SAMPLE))
  }
}
