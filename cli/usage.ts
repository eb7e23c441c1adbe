import { ROLES } from '#shared/sync/role.ts'

/** How a command is called, and what it does. */
export interface Usage {
  /** What stands behind the command's name: `FILE [--json]`. */
  readonly usage: string
  /** What it gives, in one line. */
  readonly gives: string
}

/** Every command, apart from what it does: help loads nothing else. */
export const USAGES = {
  text: {
    usage: 'FILE',
    gives: 'the canonical text, one block a line: the text that all offsets refer to',
  },
  outline: {
    usage: 'FILE [--json]',
    gives: 'the units with their numbers, identifiers and headings',
  },
  refs: {
    usage: 'FILE [--act NAME=FILE …] [--json]',
    gives:
      'the references of the text, and the units of this act or of the named ones that they cite',
  },
  check: {
    usage: 'FILE [--json]',
    gives: 'what is wrong or doubtful in the text; exit code 1 if anything is',
  },
  derive: {
    usage:
      'BASE DRAFT [--lang ru|kk|en] [--in-force SENTENCE] [--out FILE(.txt|.docx|.html|.pdf|.xml)] [--author NAME] [--date ISO] [--pdf-a]',
    gives: 'the amending law that makes BASE DRAFT, proved: read back and applied it gives DRAFT',
  },
  apply: {
    usage:
      'BASE LAW [--out FILE(.txt|.docx|.html|.pdf|.xml)] [--json] [--author NAME] [--date ISO] [--pdf-a]',
    gives: 'BASE as the amending LAW changes it, and what became of each instruction',
  },
  convert: {
    usage:
      'IN OUT(.txt|.docx|.html|.pdf|.xml) [--author NAME] [--date ISO] [--bill] [--pdf-a] [--comments]',
    gives:
      'the same act in another format; --comments writes what was said in a .docx or .bapta file into a .docx',
  },
  redline: {
    usage:
      'BASE [DRAFT] --out FILE(.docx|.html|.pdf|.xml), or BASE DRAFT BASE2 DRAFT2 … --out FOLDER [--as docx|html|pdf|xml]; ' +
      '[--whole] [--no-moves] [--no-following] [--comments] [--author NAME] [--date ISO] [--pdf-a]',
    gives:
      'DRAFT with all its changes against BASE marked, or both from the tracked changes of one Word file, from one marked .xml or from one .bapta file; ' +
      'X.xml is both texts marked, and beside it X.base.xml and X.draft.xml each text, the changes told in the draft; ' +
      '--whole replaces changed units whole, --no-moves deletes and inserts what moved; ' +
      '--no-following leaves numbers unmarked that only follow from other changes (.html and .pdf); ' +
      '--pdf-a makes the PDF one for archives, PDF/A-2a; ' +
      '--comments writes what was said of DRAFT in a .docx or .bapta file into a .docx',
  },
  table: {
    usage: 'BASE DRAFT --out FILE(.docx|.html|.pdf|.csv) [--layout NAME] [--bill TITLE] [--pdf-a]',
    gives: 'the comparative table of DRAFT against BASE',
  },
  serve: {
    usage: '[FILE …] [--port N] [--data DIR] [--open]',
    gives: 'the workbench in the browser of this computer, with FILEs read into its library',
  },
  sync: {
    usage: `[--port N] [--host H] [--address URL] [--data DIR | --postgres URL] [--redis URL]
      invite --name NAME [--role ${ROLES.join('|')}] [--document ID] [--days N]
      members | revoke MEMBER`,
    gives: 'a server on which drafts are shared, and the owner’s invitation at its first start',
  },
} as const satisfies Readonly<Record<string, Usage>>

export type CommandName = keyof typeof USAGES
