import type { Fields } from './fields.ts'
import { earlierOf, type Look, lookOf, over } from './look.ts'
import { changeOf, sidesOf } from './revision.ts'
import type { SaidRanges } from './said-ranges.ts'
import type { Styles } from './styles.ts'
import { symbolOf, symbolText } from './symbol.ts'
import {
  type Sides,
  type TrackedPiece,
  type TrackedText,
  type WordChange,
  within,
} from './tracked.ts'
import { childOf, elementsOf, valOf, wordsIn, type XmlElement } from './xml.ts'

/** What the words of a paragraph stand in. */
export interface RunContext {
  readonly styles: Styles
  readonly fields: Fields
  /** The look that the style of the paragraph gives; only what it hides matters. */
  readonly hidden: boolean
  /** Takes the content of a text box, which stands beside the paragraph. */
  readonly box: (content: XmlElement, sides: Sides) => void
  readonly bookmark: (name: string) => void
  /** Takes the start or end of a place of a move. */
  readonly moveRange: (mark: XmlElement) => void
  readonly said: SaidRanges
}

interface Fate {
  readonly sides: Sides
  readonly change: WordChange | undefined
}

/** The pieces of a paragraph in their order, through everything that may enclose runs. */
export function piecesOf(
  paragraph: XmlElement,
  context: RunContext,
  sides: Sides,
): readonly TrackedPiece[] {
  const reader = new PieceReader(context)
  reader.all(paragraph, { sides, change: undefined })
  return reader.pieces
}

class PieceReader {
  readonly pieces: TrackedPiece[] = []
  private readonly context: RunContext
  /** The run whose words are the mark of a note. */
  private marking: XmlElement | undefined

  constructor(context: RunContext) {
    this.context = context
  }

  all(parent: XmlElement, fate: Fate): void {
    for (const element of elementsOf(parent)) this.element(element, fate)
  }

  private element(element: XmlElement, fate: Fate): void {
    const own = sidesOf(element.name)
    if (own) {
      this.all(element, {
        sides: within(fate.sides, own),
        change: fate.change ?? changeOf(element),
      })
      return
    }
    switch (element.name) {
      case 'w:r':
        this.run(element, fate)
        break
      case 'w:bookmarkStart':
        this.context.bookmark(element.attributes['w:name'] ?? '')
        break
      case 'w:moveFromRangeStart':
      case 'w:moveToRangeStart':
      case 'w:moveFromRangeEnd':
      case 'w:moveToRangeEnd':
        this.context.moveRange(element)
        break
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.context.said.mark(element)
        break
      case 'w:sdt':
        this.all(childOf(element, 'w:sdtContent') ?? element, fate)
        break
      case 'mc:AlternateContent':
        this.all(chosen(element), fate)
        break
      case 'm:oMath':
      case 'm:oMathPara':
        this.math(element, fate)
        break
      case 'w:ruby':
        this.all(childOf(element, 'w:rubyBase') ?? element, fate)
        break
      default:
        if (!PROPERTIES.has(element.name)) this.all(element, fate)
    }
  }

  private run(run: XmlElement, fate: Fate): void {
    for (const element of elementsOf(run)) this.inRun(element, run, fate)
  }

  private inRun(element: XmlElement, run: XmlElement, fate: Fate): void {
    const { fields } = this.context
    switch (element.name) {
      case 'w:rPr':
        break
      case 'w:t':
      case 'w:delText':
        if (this.marking !== run) this.text(lettersOf(element, run), fate, run)
        break
      case 'w:tab':
      case 'w:ptab':
        this.text('\t', fate, run)
        break
      case 'w:br':
        this.text(isPageBreak(element) ? ' ' : '\n', fate, run)
        break
      case 'w:cr':
        this.text('\n', fate, run)
        break
      case 'w:noBreakHyphen':
        this.text('\u2011', fate, run)
        break
      case 'w:softHyphen':
        this.text('\u00ad', fate, run)
        break
      case 'w:sym':
        this.text(symbolIn(element), fate, run)
        break
      case 'w:fldChar':
        this.number(fields.mark(element), fate)
        break
      case 'w:instrText':
      case 'w:delInstrText':
        fields.instruction(wordsIn(element))
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.note(element, run, fate)
        break
      case 'w:commentReference':
        this.pieces.push({
          is: 'comment',
          id: element.attributes['w:id'] ?? '',
          sides: fate.sides,
        })
        break
      case 'mc:AlternateContent':
        for (const child of elementsOf(chosen(element))) this.inRun(child, run, fate)
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.drawing(element, fate)
        break
      default:
        this.element(element, fate)
    }
  }

  /** Of fields without a result only LISTNUM prints something. */
  private number(instruction: string | undefined, { sides, change }: Fate): void {
    const found = /^\s*LISTNUM(?:\s+"?([^"\\]*?)"?)?(?=\s*(?:\\|$))/iu.exec(instruction ?? '')
    if (!found) return
    const level = Number(/\\l\s*(\d)/iu.exec(instruction ?? '')?.[1] ?? 1) - 1
    const list = (found[1] ?? '').trim().toLowerCase()
    this.pieces.push({ is: 'number', list, level: Math.max(0, level), sides, change })
  }

  /** A note with a mark of its own has it as the words of its run, which are then no words of the text. */
  private note({ name, attributes }: XmlElement, run: XmlElement, { sides, change }: Fate): void {
    const custom = attributes['w:customMarkFollows']
    const marked = custom !== undefined && custom !== '0' && custom !== 'false'
    const letters = elementsOf(run).filter(({ name: child }) => LETTERS.has(child))
    if (marked) this.marking = run
    this.pieces.push({
      marker: marked ? letters.map((element) => lettersOf(element, run)).join('') : undefined,
      is: 'note',
      note: name === 'w:footnoteReference' ? 'footnote' : 'endnote',
      id: attributes['w:id'] ?? '',
      said: this.context.said.here,
      sides,
      change,
    })
  }

  private text(text: string, fate: Fate, run: XmlElement | undefined): void {
    const { fields, styles, hidden, said } = this.context
    if (text === '' || !fields.prints) return
    const properties = childOf(run, 'w:rPr')
    const earlier = earlierOf(properties)
    const styled = (of: XmlElement | undefined): Look =>
      over(lookOf(of), styles.style(valOf(of, 'w:rStyle')).look)
    const look = styled(properties)
    const piece: TrackedText = {
      is: 'text',
      text,
      look: hidden && look.hidden === undefined ? { ...look, hidden } : look,
      lookBase: earlier ? styled(earlier) : look,
      style: valOf(properties, 'w:rStyle'),
      said: said.here,
      sides: fate.sides,
      change: fate.change,
    }
    this.pieces.push(piece)
  }

  /** A formula as its signs in their order; fractions and roots are told by nothing but that. */
  private math(element: XmlElement, fate: Fate): void {
    const own = sidesOf(element.name) ?? sidesOfControl(element)
    const inside = own ? { ...fate, sides: within(fate.sides, own) } : fate
    if (element.name === 'm:t' || element.name === 'w:t')
      this.text(wordsIn(element), inside, undefined)
    for (const child of elementsOf(element)) this.math(child, inside)
  }

  /** Text boxes have words; what has none tells what it shows. */
  private drawing(drawing: XmlElement, { sides }: Fate): void {
    const boxes: XmlElement[] = []
    let description = ''
    const walk = (element: XmlElement): void => {
      if (element.name === 'w:txbxContent') {
        boxes.push(element)
        return
      }
      if (element.name === 'wp:docPr') description ||= element.attributes['descr'] ?? ''
      const inner = element.name === 'mc:AlternateContent' ? chosen(element) : element
      for (const child of elementsOf(inner)) walk(child)
    }
    walk(drawing)
    for (const box of boxes) this.context.box(box, sides)
    if (boxes.length === 0) this.pieces.push({ is: 'object', description, sides })
  }
}

/** The first choice, which every reader of text understands; else what stands there for older ones. */
export function chosen(alternatives: XmlElement): XmlElement {
  return childOf(alternatives, 'mc:Choice') ?? childOf(alternatives, 'mc:Fallback') ?? alternatives
}

const LETTERS: ReadonlySet<string> = new Set(['w:t', 'w:delText'])

/** Elements without words of the paragraph. */
const PROPERTIES: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:rt',
  'w:fldData',
  'w:sectPr',
])

function isPageBreak({ attributes }: XmlElement): boolean {
  return attributes['w:type'] === 'page' || attributes['w:type'] === 'column'
}

function lettersOf(element: XmlElement, run: XmlElement): string {
  const words = wordsIn(element).replaceAll(/[\n\r\t]+/g, ' ')
  const font = childOf(childOf(run, 'w:rPr'), 'w:rFonts')?.attributes['w:ascii']
  return /[\uF000-\uF0FF]/u.test(words) ? symbolText(words, font) : words
}

function symbolIn({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  if (Number.isNaN(code) || code > 0xffff) return ''
  return symbolOf(code, attributes['w:font']) ?? String.fromCharCode(code)
}

/** A sign of a formula is inserted or deleted by what its control properties say. */
function sidesOfControl(element: XmlElement): Sides | undefined {
  const control = childOf(childOf(element, 'm:ctrlPr'), 'w:rPr') ?? childOf(element, 'w:rPr')
  const marked = elementsOf(control).find(({ name }) => sidesOf(name) !== undefined)
  return marked && sidesOf(marked.name)
}
