import type { DirectiveWords } from '../directives.ts'

const THING =
  '(?:words?|phrases?|acronyms?|initialism|names?|headings?|captions?|designations?|(?:section|subsection|paragraph|subparagraph)\\s+(?:designation|symbol|number)|figures?|numbers?|numerals?|dates?|terms?|text|language|year|amount|symbols?|sign|punctuation\\s+mark|letters?|clause|abbreviation|cross-reference|reference|citation|sum|percentage|item|entry|designation)'
const THE = `(?:(?:the|a|an|in\\s+lieu\\s+thereof|in\\s+its\\s+place|out)\\s+)*(?:following\\s+)?(?:new\\s+)?(?:${THING}\\s*(?:and\\s+${THING}\\s*)?)?,?:?\\s*$`
const UNIT =
  'articles?|sections?|subsections?|paragraphs?|subparagraphs?|sub-?items?|items?|points?|parts?|indents?|clauses?|chapters?|titles?|schedules?|annex|sentences?|heading'

/** English translations of Kazakhstan's amending laws; the forms are of many hands. */
export const directivesEn: DirectiveWords = {
  tradition: 'kz',
  language: 'en',
  verbs: [
    [
      'loseForce',
      /(?:declared?|considered|recognized)\s+(?:to\s+be\s+|as\s+)?(?:no\s+longer\s+in\s+force|invalid|void|to\s+have\s+lost\s+(?:its\s+)?force)|ceases?\s+to\s+have\s+effect|\brepeal(?:ed|s|ing)?\b|los[et]\s+force/gu,
    ],
    ['suspend', /\bsuspend(?:ed|s|ing)?\b/gu],
    ['move', /\b(?:transferred|relocated|moved|transferring|moving)\b/gu],
    [
      'renumber',
      /(?<!\b(?:newly|so|as)\s)\bredesignat(?:ed?|ing)\b|\brenumber(?:ed|ing)?\b|\b(?:shall\s+be|be|is|are)\s+(?:considered|deemed)\b|(?<!\bsection\s)\bdesignated\s+as\b|\bdesignat(?:e|ing)\s+(?=the\s+(?:existing|present)\b)|\bbecomes\b/gu,
    ],
    [
      'restate',
      /\bamend(?:ed|ing)?\s+(?:as\s+follows|(?:so\s+as\s+)?to\s+read(?:\s+as\s+follows)?)|\b(?:is|are|shall|be)\s+read\s+as\s+follows|(?<!\b(?:add|insert|amend|supplement)[^:\n]{0,200})\bto\s+read\s+as\s+follows|\b(?:restated|reworded|set\s+out|revised\s+to\s+read)\b|\bstated\s+(?:as\s+follows|in\s+the\s+(?:following|(?:new\s+)?(?:wording|edition|version)))|\bamended\s+(?=according\s+to|in\s+accordance\s+with)/gu,
    ],
    [
      'omit',
      /\bstrik(?:e|es|ing|en)\b|\bstruck\b|\bdelet(?:e|es|ing|ed)\b|\bomit(?:s|ted|ting)?\b|\bexclud(?:e|ed|ing)\b|\bremov(?:e|ed|ing)\b|\bleave\s+out\b|\bby\s+the\s+(?:deletion|omission)\s+of\b/gu,
    ],
    [
      'substitute',
      /\breplac(?:e|es|ed|ing)\b|\bsubstitut(?:e|es|ed|ing)\b|\bby\s+the\s+(?:substitution|replacement)\s+of\b/gu,
    ],
    [
      'add',
      /\binsert(?:s|ed|ing)?\b|\badd(?:s|ed|ing)?\b|\bsupplement(?:ed|ing)\b|(?<!\b(?:a|the)\s)\bsupplement\b|\bby\s+the\s+(?:insertion|addition)\b|\bamended\s+by\s+(?=an?\s+new\b)/gu,
    ],
  ],
  verb: 'free',
  rolesBefore: [
    [
      'name',
      /\b(?:definitions?|entry|entries|items?|rows?)\s+(?:(?:of|for|relating\s+to|concerning|beginning\s+with)\s+)?(?:the\s+)?(?:(?:words?|terms?|expressions?)\s+)?$/u,
    ],
    [
      'old',
      new RegExp(
        `\\b(?:strik\\w*|delet\\w*|omit\\w*|remov\\w*|exclud\\w*|leave\\s+out|replac(?:e|ing)|(?:deletion|omission|replacement)\\s+of)\\s+${THE}`,
        'u',
      ),
    ],
    [
      'after',
      new RegExp(`\\b(?:immediately\\s+)?(?:after|(?<!\\bthe\\s)following)\\s+${THE}`, 'u'),
    ],
    ['before', new RegExp(`\\b(?:immediately\\s+)?(?:before|preceding)\\s+${THE}`, 'u')],
    [
      'new',
      new RegExp(
        `\\b(?:insert(?:s|ed|ing)?|substitut(?:e|ing)|add(?:ing|s|ed)?|with|by|(?:insertion|substitution|addition)\\s+of)\\s+${THE}`,
        'u',
      ),
    ],
    ['old', new RegExp(`\\bfor\\s+${THE}`, 'u')],
    ['old', new RegExp(`(?<!\\b(?:following|new)\\s+)\\b${THING}\\s*:?\\s*$`, 'u')],
  ],
  rolesBehind: [],
  namedMarks: [
    [/\b(?:the|a)\s+(?:final\s+|closing\s+)?(?:period|full\s+stop)\b/gu, '.'],
    [/\b(?:the|a)\s+(?:final\s+)?semi-?colon\b/gu, ';'],
    [/\b(?:the|a)\s+(?:final\s+)?comma\b/gu, ','],
    [/\b(?:the|a)\s+(?:final\s+)?colon\b/gu, ':'],
    [/\b(?:the|an)\s+em\s+dash\b/gu, '—'],
  ],
  announced: {
    lead: new RegExp(
      `\\b(?:strik|insert|delet|substitut|add)(?:e|ing)?\\s+(?:the\\s+)?(?:${THING}|phase)\\s+$`,
      'u',
    ),
    tail: /^,?\s+(?:(?:and|then)\s+(?:by\s+)?(?:insert|substitut)|in\s+(?:its|their)\s+place|both\s+(?:times|places)|(?:each|every)\s+(?:time|place)|wherever|(?:after|before)\s+the\s+(?:phrase|words?)\s+["“])/u,
  },
  unquoted: /\b(?:strik|insert)(?:e|ing)?\s+the\s+(?:phrase|words?)\s+(?!\p{L}*ing\b)\p{L}/u,
  lettered: /(?!)/gu,
  repeated:
    /(?<=\bsection\s+)§+(?=\s*\d)|\bthe\s+(?:first|second|last)\s+section\s+designated\s+as\b(?=\s+section\b)/giu,
  misspelled: /(?!)/u,
  instead:
    /^[\s,;]*(?:(?:and|then)\s+)*(?:by\s+)?(?:insert|substitut|replac|add)(?:ing|s|ed|e)?\b/u,
  means: /^[\s,;]*(?:and\s+)?by\s/u,
  object: new RegExp(
    `^(?:(?:and|by|then|also)\\s+)*(?:in\\s+|after\\s+|before\\s+|the\\s+|for\\s+|a\\s+|new\\s+|as\\s+so\\s+redesignated,?\\s+)*(?:${UNIT}|${THING}|strik|delet|omit|insert|add(?:ing|s|ed)?\\b|replac|substitut|redesignat|renumber|repeal|remov|\uFFFC)`,
    'u',
  ),
  complement: /(?!)/u,
  complementLead:
    /(?:adding|add|insert|inserting|supplement(?:ed|ing)?\s+(?:with|by)|considered|deemed|as|to\s+be|new)\s+(?:at\s+the\s+end\s+)?(?:a\s+|an\s+|the\s+|the\s+following\s+)?(?:new\s+)?$/u,
  sentence: /\bsentences?\b/u,
  lastOne: /\b(?:last|final)\s+sentence/u,
  heading: /\b(?:heading|title\s+of)\b|\bthe\s+title\s+(?:shall|is|to)\b/u,
  leadText:
    /\b(?:lead-in|introductory|opening)\s+(?:language|text|words|matter|sentence)|\blead-in\b|\bmatter\s+preceding\b/u,
  preamble: /\bpreamble\b/u,
  ownText: /\b(?:existing|present)\s+(?:text|language|provisions?|matter|words?|sentences?)\b/u,
  throughout:
    /\bthroughout\b|(?:wherever|each\s+(?:place|time)|every\s+(?:place|time)|both\s+(?:times|places))(?:\s+(?:that\s+)?(?:it|they|such\s+\w+|the\s+\w+))?\s+(?:appears?|occurs?)|in\s+(?:both|each|all)\s+(?:places?|instances)|wherever\s+(?:it|they)/u,
  withText: /(?:\band|,)\s+(?:in\s+|throughout\s+)?the\s+text\b/u,
  occurrence:
    /\b(?:on\s+its|the)\s+(?!only\b)(?<n>\p{L}+)\s+(?:occurrence|(?:place|time)\s+(?:(?:that|where|in\s+which)\s+)?(?:it|such\s+\w+|the\s+\w+)\s+(?:appears|occurs))/u,
  lastOccurrence:
    /\b(?:on\s+its\s+last\s+occurrence|the\s+last\s+(?:place|time)\s+(?:that\s+)?it\s+(?:appears|occurs))/u,
  inflected: /\bin\s+the\s+(?:corresponding|appropriate|relevant)\s+cases?\b/u,
  row: /\b(?:rows?|lines?)\b/u,
  cell: /\bcolumn\s+(?<column>\d+)\s+of\s+row\s+(?:(?<row>\d+)\s+|\uFFFC\s*)of\s+(?:the\s+)?table(?:\s+(?<table>\d+))?/u,
  column: /\bcolumns?\b/u,
  noUnit: new RegExp(
    `\\b(?:foot)?notes?\\b|\\brows?\\b|\\btext\\s+of\\b|\\btab(?:les?|ular)\\b|\\bdiagrams?\\b|\\b(?:strik|delet|omitt|exclud|remov)(?:e|ing)\\s(?:(?:the|a|an|its|any|all|each)\\s)?(?!(?:and|from|in|of|out|the|(?:sub-?)*(?:${UNIT}|subclauses?))\\b)\\p{L}+`,
    'u',
  ),
  atEnd: /\b(?:at|to)\s+the\s+end\b/u,
  elsewhere:
    /\b(?:appropriate|proper|relevant)\s+(?:alphabetical\s+)?(?:places?|order|position)|\balphabetical\b/u,
  atStart: /\b(?:at|to)\s+the\s+(?:beginning|start)\b/u,
  placeLead: /\b(?:after|before|following|preceding)\s+$/u,
  placeTail: /(?!)/u,
  span: /\bfrom\s+(?:the\s+(?:words?|phrase)\s+)?\uFFFC\s*(?:to|through|until|onwards?|down\s+to|up\s+to)\b|\ball\s+that\s+follows|\beverything\s+(?:that\s+follows|after|before|from)\b|\b(?:beginning|starting|ending)\s+(?:with|at)\s+(?:the\s+(?:words?|phrase)\s+)?\uFFFC|\uFFFC\s*through\s+(?:the\s+)?(?:\uFFFC|period|end\b|semi-?colon)|\bwords\s+(?:following|preceding|after|before|from)\s+\uFFFC/u,
  besideIt:
    /\uFFFC\s*(?:immediately\s+)?(?:before|after|following|preceding)\s+(?:it|them|that)\b/u,
  contents:
    /\btables?\s+of\s+(?:contents|sections|chapters|parts|articles)\b|\b(?:section|chapter|subchapter|part|title)\s+designations?\b|\bchapter\s+analysis\b|\banalysis\s+(?:of|for)\s+(?:chapter|title|part)\b/u,
  exception: /\bexcept(?:ing)?\b|\bother\s+than\b/u,
  withinLead: /\b(?:in|from|within)\s+(?:the\s+)?$/u,
  withinTail: /(?!)/u,
  annex:
    /\b(?:[Tt]he|THE|[Aa]n?|[Ff]ollowing)\s+(?:Annex|ANNEX|Appendix|APPENDIX|Schedule|SCHEDULE)\b(?!\s*(?:\d|[A-Z]\b|to\s+(?:chapter|title|section|subchapter)))/gu,
  annexed:
    /(?:according\s+to|in\s+accordance\s+with|as\s+(?:set\s+(?:out|forth)|given)\s+in|pursuant\s+to)\s+(?:the\s+)?(?:annex|appendix|schedule)(?:\s+(?<n>\d+(?:-\d+)?))?\s+to\s+this\s+(?:law|act|code|decree|resolution|order)\b/giu,
  annexHead:
    /^[ \t]*(?:annex|appendix|schedule)(?:[ \t]+(?<n>\d+(?:-\d+)?))?[ \t]*\n?[ \t]*to[ \t]+(?:the|this)[ \t]+(?:law|act|code|decree|resolution)(?!\p{L})[^\n]*$/gimu,
  annexHeadLine:
    /\s*\n[ \t]*(?:of\s+the\s+republic|dated|of\s+\d|no\.|№|["“]?on\s+(?:introducing|amend|introduction|changes))[^\n]*(?=\n|$)/iuy,
  leadIn:
    /\b(?:shall\s+be\s+introduced|to\s+introduce|introduced?|make\s+the\s+following|(?:is|are|be)\s+(?:(?:each|further|also|hereby)\s+)*amended)\b/u,
  acts: [
    ['constitution', /\bconstitution\b/u],
    ['code', /\bcode\b/u],
    ['law', /\blaws?\b|\bact\b/u],
    ['decree', /\bdecree\b/u],
    ['resolution', /\bresolution\b/u],
    ['rules', /\brules\b|\bregulations?\b/u],
  ],
  profiles: { constitution: 'constitution', code: 'code' },
  gazette: /^\([^()]{0,40}(?:gazette|bulletin)/iu,
  aside: /gazette|bulletin|hereinafter|published|registered|no\./iu,
  markers: [
    [0, /^article\s+\d+(?:-\d+)?\s*\.\s*/iu],
    [1, /^[IVXLC]+\.\s*/u],
    [2, /^\d{1,4}(?:-\d+)?\.(?!\d)\s*/u],
    [3, /^\d{1,4}(?:-\d+)?\)\s*/u],
    [4, /^[a-z]\)\s*/u],
  ],
  caption: null,
  opening: new RegExp(
    `\\s*(?:(?:article\\s+\\d+(?:-\\d+)?\\s*\\.|[ivxlc]+\\.|\\d{1,4}(?:-\\d+)?[.)]|sec(?:tion|\\.)\\s*\\d+\\w*\\.|(?:and\\s+)?\\(\\w{1,5}\\))\\s*)?(?:(?:in\\s+|after\\s+|the\\s+|a\\s+|new\\s+|to\\s+|by\\s+)*(?:${UNIT})\\b[^"«“\\n;]{0,200}?(?:shall\\s+be\\s+(?:amended|deleted|supplemented|replaced|excluded|added)|\\b(?:is|are)\\s+(?:amended|repealed|added|redesignated|further)|strik|substitut|omit|insert|:\\s*\\n)|(?:by\\s+)?(?:strik|insert|add|delet|omit|redesignat)(?:e|ing)?\\s|this\\s+(?:law|act)\\s+shall\\s+(?:come|be\\s+enforced|take)|for\\s+["“]|the\\s+(?:lead-in|section\\s+heading))`,
    'iuy',
  ),
  abbreviation:
    /(?:^|[\s(,])(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec|no|art|sec|secs|para|paras|stat|pub|l|u\.s|d\.c|u\.s\.c|st|mr|dr|inc|co|corp|jr|cong|res|rev|reg|v|vol|p|pp|cl|ch|pt|\p{Lu})$/iu,
  commencement:
    /shall\s+(?:come\s+into\s+force|be\s+enforced|take\s+effect|enter\s+into\s+force|be\s+put\s+into\s+effect|be\s+brought\s+into\s+force)/u,
  commencementParts: {
    except: /,?\s*(?:except(?:ing)?(?:\s+for)?|with\s+the\s+exception\s+of)(?::\s*|\s+|$)/iu,
    joint:
      /,?\s*(?:which|that)\s+(?:shall\s+)?(?:enters?\s+into\s+force|comes?\s+into\s+force|be\s+enforced|takes?\s+effect|be\s+(?:put|brought)\s+into\s+(?:effect|force))\s+/iu,
    ruleFirst: true,
  },
  signature:
    /^(?:the\s+)?(?:president|prime\s+minister|chairman|speaker)\s*(?:$|of\s+the\s+republic)/u,
  repealedByItself: null,
  codified: null,
  readsAs: null,
  restateOpens: true,
  codeTitle: null,
  hosted: {
    unit: /\bamendatory\s+(?:sub-?)*(?:section|paragraph|clause)s?\b/iu,
    lead: /(?:,\s*(?:in|within|contained\s+in|as\s+(?:added|amended)\s+by)|\s(?:within|contained\s+in))\s+(?:sub-?)*(?:section|paragraph|clause)?\s*$/iu,
  },
  depths: [],
  months:
    'january february march april may june july august september october november december'.split(
      ' ',
    ),
  suspension: {
    from: /\b(?:from|since|beginning|starting|effective|commencing)(?:\s+(?:from|on|with))?\s+\uFFFC/u,
    until: /\b(?:until|till|before|to)\s+\uFFFC/u,
    through:
      /\bthrough\s+\uFFFC|\b(?:until|till|to)\s+and\s+including\s+\uFFFC|\b(?:until|till|to)\s+\uFFFC\s*,?\s*\(?inclusive/u,
    ofAct: /\b(?:of|dated)\s+\uFFFC/u,
    otherwise:
      /\b(?:(?:from|until|till|before|after|upon)\s+(?:the\s+)?(?:day|date|moment|entry|adoption|enactment|expiry|expiration|end)|for\s+(?:a|the)\s+(?:period|term)|for\s+\w+\s+(?:days|months|years)|during)\b/u,
  },
}
