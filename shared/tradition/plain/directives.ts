import type { DirectiveWords } from '../directives.ts'
import { directivesEn } from '../kz/directives-en.ts'

/** Amending acts of the common-law family: D.C. laws, US public laws, acts of the United Kingdom. */
export const directivesPlain: DirectiveWords = {
  ...directivesEn,
  tradition: 'plain',
  acts: [
    ['code', /\bcode\b/u],
    ['law', /\bact\b|\blaw\b/u],
    ['constitution', /\bconstitution\b/u],
  ],
  profiles: {},
  aside:
    /effective|d\.c\.\s+law|stat\.|u\.s\.c|official\s+code|dcmr|hereinafter|approved|et\s+seq/iu,
  markers: [
    [0, /^(?:SEC(?:TION)?|Sec(?:tion)?)\.?\s*\d+[A-Za-z]?\.\s*/u],
    [0, /^\d{1,4}[a-z]?\.?\s+(?=[A-Z])/u],
    [1, /^\([a-z]{1,2}(?:-\d+)?\)\s*/u],
    [2, /^\(\d+[A-Za-z]?(?:-\d+)?\)\s*/u],
    [3, /^\([A-Z]{1,2}(?:-[ivx]+)?\)\s*/u],
    [4, /^\([ivx]{1,5}(?:-\d+)?\)\s*/u],
    [5, /^\([IVX]{1,5}\)\s*/u],
  ],
  caption: /^\p{Lu}[^\n.;:\uFFFC—]{0,120}\.\s?—\s*/u,
  repealedByItself: /^(?![\s\S]*\bthis\s)[\s\S]*\b(?:is|are)\s+(?:hereby\s+)?repealed[.;]?\s*$/u,
  codified:
    /D\.?\s?C\.?\s+(?:Official\s+)?Code,?\s*(?:§+\s*)?(\d[\w.:-]*\w)((?:\([^()\s]{1,6}\))*)/u,
  readsAs: /\breads?\s+as\s+follows\s*:?\s*$/iu,
  codeTitle:
    /\btitle\s+(?<title>\d+[a-z]?)\s+of\s+the\s+(?:D\.?\s?C\.?|District\s+of\s+Columbia)\s+(?:Official\s+)?Code\b/iu,
  depths: ['section', 'subsection', 'paragraph', 'subparagraph', 'clause', 'subclause'],
}
