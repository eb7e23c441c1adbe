import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { isUnitKind, isUnitState } from './kind.ts'

/**
 * The one ProseMirror schema of every act: `act` holds units; a unit holds an optional heading, then
 * blocks (its own text), then units.
 *
 * Every expression allows emptiness (`*` and `?`, never `+`): what law demands is reported by
 * check/, never enforced by deletion. Bump {@link SCHEMA_VERSION} when a node, mark or attribute is
 * added, or the shared form of a unit changes: an older program then opens the document read-only.
 */
export const SCHEMA_VERSION = 3

/**
 * The foreign markup a node was read from. It is no part of what the text says: a writer of that format
 * uses it as long as reading it again gives the node's present content, and makes new markup otherwise.
 */
const source = { default: null }

const cellAttrs = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } }

const nodes = {
  act: {
    attrs: {
      /** Permanent id of the act (not of this version of it). */
      id: { default: '' },
      /** ISO 639-1: `ru`, `kk`, `en`. */
      language: { default: 'en' },
      /** Key of the tradition and of the profile in it: `kz`, `constitution`. */
      tradition: { default: 'plain' },
      profile: { default: 'act' },
      /** {@link source} of metadata and frame. */
      source,
    },
    content: 'unit*',
  },
  unit: {
    attrs: {
      /** Permanent id, never reused, never shown. */
      id: { default: '' },
      kind: { default: 'paragraph' },
      /** The bare number that law cites: `44-1`, `10-1`, `iii`. `null`: unnumbered, or derived. */
      label: { default: null },
      /** The number as printed, where it is not what the profile prints: `Статья 44`. */
      num: { default: null },
      state: { default: 'inForce' },
      /** {@link source} of the unit's own frame, without its blocks and units. */
      source,
    },
    content: 'heading? block* unit*',
    group: 'unit',
    isolating: true,
    defining: true,
    // As copied; the editor draws units itself.
    parseDOM: [{ tag: 'section[data-unit]', getAttrs: unitAttributes }],
    toDOM: ({ attrs }) => ['section', domAttributes(attrs), 0],
  },
  heading: {
    attrs: { source },
    content: 'inline*',
    defining: true,
    parseDOM: [{ tag: 'p.heading', priority: 60 }],
    toDOM: () => ['p', { class: 'heading' }, 0],
  },
  paragraph: {
    attrs: { source },
    content: 'inline*',
    group: 'block',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  /** A publisher's note («Сноска.», «Ескерту.», "Footnote."): kept with its unit, no part of the law. */
  note: {
    attrs: { source },
    content: 'inline*',
    group: 'block',
    parseDOM: [{ tag: 'p[data-note]' }],
    toDOM: () => ['p', { 'data-note': '', role: 'note' }, 0],
  },
  table: {
    attrs: { source },
    content: 'tableRow*',
    group: 'block',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  tableRow: {
    content: '(tableCell | tableHeader)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  tableCell: {
    content: 'block*',
    attrs: cellAttrs,
    tableRole: 'cell',
    isolating: true,
    parseDOM: [{ tag: 'td', getAttrs: spans }],
    toDOM: (node) => ['td', domSpans(node.attrs), 0],
  },
  tableHeader: {
    content: 'block*',
    attrs: cellAttrs,
    tableRole: 'header_cell',
    isolating: true,
    parseDOM: [{ tag: 'th', getAttrs: spans }],
    toDOM: (node) => ['th', domSpans(node.attrs), 0],
  },
  /** Content of a newer program or a foreign format, shown as it is and never edited. */
  unknown: {
    attrs: { source: { default: '' } },
    group: 'block',
    atom: true,
    toDOM: (node) => ['pre', { 'data-unknown': '' }, String(node.attrs['source'])],
  },
  hardBreak: {
    inline: true,
    group: 'inline',
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
    leafText: () => '\n',
  },
  /**
   * A note at the foot of the page, hung on a place in the words. It is one UTF-16 unit of its block's
   * text, a space; its own words stand on a line behind the block.
   */
  footnote: {
    attrs: {
      /** As printed at both places: `1`, `*`. `null`: none of its own. */
      marker: { default: null },
      text: { default: '' },
    },
    inline: true,
    group: 'inline',
    parseDOM: [{ tag: 'sup[data-footnote]', priority: 60, getAttrs: footnoteAttrs }],
    toDOM: ({ attrs }) => [
      'sup',
      {
        'data-footnote': String(attrs['text']),
        ...(attrs['marker'] === null ? {} : { 'data-marker': String(attrs['marker']) }),
        class: 'footnote',
        role: 'note',
        title: String(attrs['text']),
        'aria-label': String(attrs['text']),
      },
      String(attrs['marker'] ?? '*'),
    ],
    leafText: () => ' ',
  },
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>

const marks = {
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
  superscript: { excludes: 'subscript', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
  subscript: { excludes: 'superscript', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
} satisfies Record<string, MarkSpec>

export const schema = new Schema({ topNode: 'act', nodes, marks })

interface Attributes {
  getAttribute(name: string): string | null
}

const UNIT_ATTRIBUTES = {
  id: 'data-unit',
  kind: 'data-kind',
  label: 'data-label',
  num: 'data-num',
  state: 'data-state',
} as const

function domAttributes(attrs: Readonly<Record<string, unknown>>): Record<string, string> {
  const named = Object.entries(UNIT_ATTRIBUTES)
  return Object.fromEntries(
    named.flatMap(([name, dom]) => (attrs[name] === null ? [] : [[dom, String(attrs[name])]])),
  )
}

function unitAttributes(section: Attributes): Record<string, string | null> | false {
  const read = (name: keyof typeof UNIT_ATTRIBUTES) => section.getAttribute(UNIT_ATTRIBUTES[name])
  const [kind, state] = [read('kind'), read('state')]
  if (!isUnitKind(kind) || !isUnitState(state)) return false
  return { id: read('id'), kind, label: read('label'), num: read('num'), state }
}

function spans(cell: Attributes): { colspan: number; rowspan: number } {
  return {
    colspan: Math.max(1, Number(cell.getAttribute('colspan')) || 1),
    rowspan: Math.max(1, Number(cell.getAttribute('rowspan')) || 1),
  }
}

function footnoteAttrs(mark: Attributes): { marker: string | null; text: string } {
  return {
    marker: mark.getAttribute('data-marker'),
    text: mark.getAttribute('data-footnote') ?? '',
  }
}

function domSpans(attrs: Readonly<Record<string, unknown>>): Record<string, string> {
  const { colspan, rowspan } = attrs
  return {
    ...(colspan === 1 ? {} : { colspan: String(colspan) }),
    ...(rowspan === 1 ? {} : { rowspan: String(rowspan) }),
  }
}
