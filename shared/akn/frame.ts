import type { Node } from 'prosemirror-model'
import type { Unit, UnitId } from '../schema/act.ts'
import { type Hole, holeMark } from './holes.ts'

/** Gathers the text of a stretch of markup with holes where its heading, blocks and units stood. */
export class FrameText {
  private readonly source: string
  private readonly pieces: string[] = []
  private at: number

  constructor(source: string, start: number) {
    this.source = source
    this.at = start
  }

  hole(hole: Hole, start: number, end: number): void {
    this.pieces.push(this.source.slice(this.at, start), holeMark(hole))
    this.at = end
  }

  leaveOut(start: number, end: number): void {
    this.pieces.push(this.source.slice(this.at, start))
    this.at = end
  }

  until(end: number): string {
    return `${this.pieces.join('')}${this.source.slice(this.at, end)}`
  }
}

/** Blocks that no element holds together: they become a unit of their own. */
interface Run {
  readonly start: number
  readonly text: FrameText
  readonly body: Node[]
  end: number
}

/** A unit, or the act, while its markup is read. */
export class Frame {
  /** Absent for the act. */
  readonly local: string | undefined
  readonly id: UnitId
  readonly attributes: Readonly<Record<string, string>>
  readonly start: number
  /** Of its own element; 0 for the act. */
  readonly depth: number
  num: string | undefined
  heading: Node | undefined
  readonly body: Node[] = []
  readonly units: Unit[] = []
  readonly text: FrameText
  private run: Run | undefined
  private readonly source: string

  constructor(
    source: string,
    place: { readonly id: UnitId; readonly local: string | undefined; readonly depth: number },
    attributes: Readonly<Record<string, string>>,
    start: number,
  ) {
    this.source = source
    this.id = place.id
    this.local = place.local
    this.depth = place.depth
    this.attributes = attributes
    this.start = start
    this.text = new FrameText(source, start)
  }

  get isAct(): boolean {
    return this.local === undefined
  }

  get isEmpty(): boolean {
    return this.heading === undefined && this.body.length + this.units.length === 0 && !this.run
  }

  setHeading(heading: Node, start: number, end: number): void {
    this.heading = heading
    this.text.hole('heading', start, end)
  }

  /** Blocks read from one stretch of markup; behind a unit they wait for {@link endRun}. */
  addBlocks(blocks: readonly Node[], start: number, end: number): void {
    if (!this.isAct && this.units.length === 0 && !this.run) {
      this.body.push(...blocks)
      this.text.hole('block', start, end)
      return
    }
    this.run ??= { start, text: new FrameText(this.source, start), body: [], end }
    this.run.body.push(...blocks)
    this.run.text.hole('block', start, end)
    this.run.end = end
  }

  addUnit(unit: Unit, start: number, end: number): void {
    this.units.push(unit)
    this.text.hole('unit', start, end)
  }

  leaveOut(start: number, end: number): void {
    const { text } = this.run ?? this
    text.leaveOut(start, end)
  }

  /** Blocks of a run become a unit; `make` is given them and the frame they stood in. */
  endRun(make: (body: readonly Node[], frame: string) => Unit): void {
    const { run } = this
    if (!run) return
    this.run = undefined
    this.addUnit(make(run.body, run.text.until(run.end)), run.start, run.end)
  }
}
