import type { Saying } from '../../base/problem.ts'
import type { TextRange } from '../../base/range.ts'
import type { DirectiveWords } from '../../tradition/directives.ts'
import { profileFor } from '../../tradition/profiles.ts'
import type { Profile } from '../../tradition/tradition.ts'
import type { ActCitation, AmendingLaw } from '../amending-law.ts'
import type { Instruction } from '../instruction.ts'
import { tidy } from './quoted-text.ts'
import type { Amendment } from './setting.ts'

export interface ParsedCommand {
  /** Counted from 1 through the law. */
  readonly n: number
  readonly instruction: Instruction | null
  /** Why its words were not understood as an instruction; else `null`. */
  readonly unread: Saying | null
  /** Which of the law's amendments it belongs to. */
  readonly amendment: number
  /** In the text of the law. */
  readonly range: TextRange
  readonly text: string
}

/** An amending law read from its text. */
export interface ParsedLaw {
  readonly law: AmendingLaw
  /** One for each instruction, and for words that command something and were not understood. */
  readonly commands: readonly ParsedCommand[]
}

/** What was read of a law so far. */
export class Kept {
  readonly amendments: Amendment[] = []
  readonly commands: ParsedCommand[] = []
  private readonly source: string
  private readonly profileOf: (act: ActCitation) => Profile

  constructor(source: string, profileOf: (act: ActCitation) => Profile) {
    this.source = source
    this.profileOf = profileOf
  }

  /** What follows amends the act. */
  amend(act: ActCitation): void {
    this.amendments.push({ act, profile: this.profileOf(act), instructions: [] })
  }

  /** A command with what it says, or why that was not understood. */
  keep({ start, end }: TextRange, read: Instruction | Saying): void {
    if (this.amendments.length === 0)
      this.amend({ sort: 'law', title: '', date: null, number: null, gazette: null })
    const text = tidy(this.source.slice(start, end))
    const unread = 'code' in read ? read : null
    const instruction = 'code' in read ? null : read
    if (instruction) this.amendments.at(-1)?.instructions.push(instruction)
    this.commands.push({
      n: this.commands.length + 1,
      instruction,
      unread,
      amendment: this.amendments.length - 1,
      range: { start, end },
      text,
    })
  }
}

/** How acts of each sort are drafted, where nobody says otherwise. */
export function defaultProfile({ tradition, language, profiles }: DirectiveWords) {
  return ({ sort }: ActCitation) =>
    profileFor({
      tradition,
      language,
      profile: profiles[sort] ?? (Object.values(profiles).includes(sort) ? sort : 'law'),
    })
}
