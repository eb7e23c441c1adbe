import { problem } from '../../base/problem.ts'
import { detectProfile } from '../../read/detect.ts'
import type { Language } from '../../schema/act.ts'
import { directiveWordsFor } from '../../tradition/directive-words.ts'
import type { DirectiveWords } from '../../tradition/directives.ts'
import { profileFor } from '../../tradition/profiles.ts'
import { type Profile, styleOf } from '../../tradition/tradition.ts'
import type { Spot } from '../address.ts'
import type { ActAmendment, ActCitation, Commencement } from '../amending-law.ts'
import { actCitationIn, actNamedIn, isOpening } from './act-citation.ts'
import { annexesBehind, withAnnex } from './annexes.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { type Codified, codifiedCommand, codifiedIn, codifiedSpots, inTitle } from './codified.ts'
import type { Command, NamedTarget } from './command.ts'
import { commandsIn } from './commands.ts'
import { commencementsIn } from './commencement.ts'
import { instructionsOf } from './instructions.ts'
import { defaultProfile, Kept, type ParsedLaw } from './kept.ts'
import { type Masked, maskedLaw, quotationsWithin, unquoted } from './masked.ts'
import { tidy } from './quoted-text.ts'
import { spotsOf } from './reading.ts'
import { opensWith, type Restating, restatingOf } from './restating.ts'
import { type Setting, SIGNATURE_LINE, type Text } from './setting.ts'
import type { Target } from './target.ts'
import { targetsIn } from './targets.ts'

export interface ParseOptions {
  readonly language?: Language
  readonly tradition?: string
  /** How an act that the law names is drafted; by default as acts of its sort are. */
  readonly profileOf?: (act: ActCitation) => Profile
}

/** Reads an amending law. Never fails: what is not understood is a command without instruction. */
export function parseAmendingLaw(source: string, options: ParseOptions = {}): ParsedLaw {
  const detected = detectProfile(source)
  const language = options.language ?? detected.language
  const tradition =
    options.tradition ?? (language === detected.language ? detected.tradition : 'kz')
  const words = directiveWordsFor({ tradition, language })
  const { end, texts } = annexesBehind(source, words)
  const masked = maskedLaw(source.slice(0, end), words)
  const profileOf = options.profileOf ?? defaultProfile(words)
  const reader = new LawReader({ masked, annexes: texts }, words, profileOf)
  for (const clause of clausesOf(masked, words)) reader.clause(clause)
  return reader.end()
}

class LawReader {
  private readonly masked: Masked
  private readonly annexes: Text['annexes']
  private readonly words: DirectiveWords
  private readonly profileOf: (act: ActCitation) => Profile
  private readonly kept: Kept
  private readonly commencement: Commencement[] = []
  private readonly signature: string[] = []
  private settings: Setting[] = []
  private title = ''
  /** The clause before, where it restates a unit and quotes nothing. */
  private restating: Restating | undefined
  /** Of the code that is amended, where the law names it. */
  private codeTitle: string | undefined
  private named: readonly Spot[] = []
  /** Of the last number. */
  private level = -1
  /** Words of acts that stand outside what the law amends: transitional provisions. */
  private outside = false

  constructor(
    { masked, annexes }: Text,
    words: DirectiveWords,
    profileOf: (act: ActCitation) => Profile,
  ) {
    this.masked = masked
    this.annexes = annexes
    this.words = words
    this.profileOf = profileOf
    this.kept = new Kept(masked.source, profileOf)
  }

  end(): ParsedLaw {
    this.tellsRestating(undefined)
    const amendments: ActAmendment[] = this.kept.amendments.map(({ act, instructions }) => ({
      act,
      instructions,
    }))
    return {
      law: {
        language: this.words.language,
        tradition: this.words.tradition,
        title: this.title,
        amendments,
        commencement: this.commencement,
        signature: this.signature,
      },
      commands: this.kept.commands,
    }
  }

  clause(clause: Clause): void {
    if (this.tellsRestating(clause)) return
    const text = this.masked.text.slice(clause.body, clause.end)
    const lower = text.toLowerCase()
    const goesOn =
      this.signature.length > 0 &&
      this.outside &&
      clause.level === undefined &&
      text.length < SIGNATURE_LINE
    if (goesOn || this.words.signature.test(lower)) {
      this.signature.push(tidy(text))
      this.settings = []
      this.outside = true
      return
    }
    this.settle(clause, lower)
    const { commencement, commencementParts } = this.words
    const isQuoting = quotationsWithin(this.masked, clause.body, clause.end).length > 0
    const inForce = commencement.test(lower) && !isQuoting
    const listsParts = inForce && clause.ends === ':' && commencementParts.except.test(lower)
    if (!listsParts && (this.opensAct(clause, lower) || this.continuesList(clause))) return
    if (inForce) {
      const said = this.masked.source.slice(clause.body, clause.end)
      this.commencement.push(...commencementsIn(said, this.words, this.ownProfile))
      this.outside = true
      return
    }
    if (this.outside && this.settings.length === 0) {
      this.repealByItself(clause, lower)
      return
    }
    if (this.setsPlace(clause, text, lower)) return
    this.command(clause)
  }

  /** Tells of a unit that was to be restated, whose new text has no quotation marks or is missing. */
  private tellsRestating(clause: Clause | undefined): boolean {
    const { restating } = this
    this.restating = undefined
    if (!restating) return false
    if (clause && opensWith(this.masked.source.slice(clause.start, clause.end), restating.labels)) {
      this.kept.keep(clause, problem('amend/unread:no-quotes'))
      return true
    }
    this.kept.keep(restating.clause, problem('amend/unread:no-new-text'))
    return false
  }

  /** Leaves the settings that the clause's own number closes. */
  private settle({ level }: Clause, lower: string): void {
    if (level === undefined) return
    this.level = level
    this.named = []
    const kept = this.settings.filter((setting) => setting.level < level)
    const left =
      this.settings.some(({ opensAct }) => opensAct) && !kept.some(({ opensAct }) => opensAct)
    if (left && !this.words.leadIn.test(lower)) this.outside = true
    this.settings = kept
  }

  /** A clause without a number stands half a level below the number before it. */
  private levelOf({ level }: Clause): number {
    return level ?? this.level + 0.5
  }

  private opensAct(clause: Clause, lower: string): boolean {
    const { words, masked } = this
    const isLead = words.leadIn.test(lower)
    const targets = targetsIn(masked.text.slice(clause.body, clause.end), this.profile(), words)
    // Behind "is amended" stands what a command in the same clause is about.
    const lead = clause.ends === ':' ? -1 : lower.search(words.leadIn)
    const units = targets.filter(
      ({ units: named, start }) =>
        (lead < 0 || start < lead) && named.some((unit) => unit.length > 0),
    )
    const opens = clause.ends === ':' || isLead
    if (!opens) return false
    const act = actCitationIn(masked, clause.body, clause.end, words)
    const isAct =
      act !== undefined && (isLead || units.length === 0) && isOpening(act, lower, isLead)
    if (isLead && !act && clause.ends === ':' && units.length === 0) {
      this.outside = false
      this.settings.push({
        level: this.levelOf(clause),
        spots: [],
        opensAct: true,
        contents: this.words.contents.test(lower),
        deed: undefined,
      })
      return true
    }
    if (!isAct || !act) return false
    this.outside = false
    this.kept.amend(act)
    this.codeTitle = words.codeTitle?.exec(lower)?.groups?.['title']
    const spots = spotsOf(
      {
        targets: this.placed(units),
        lead: '',
        words: '',
      },
      [],
      this.profile(),
      words,
    )
    const coded = this.codified(clause)
    const section = coded?.isSole ? [{ unit: coded.unit }] : []
    const named = coded ? codifiedSpots(coded, spots) : spots
    this.settings.push({
      level: this.levelOf(clause),
      spots: units.length > 0 ? named : section,
      opensAct: true,
      contents: this.words.contents.test(lower),
      deed: undefined,
    })
    if (clause.ends === ':' && words.codified && this.quotesWords(clause))
      this.kept.keep(clause, problem('amend/unread:below'))
    if (clause.ends === ':' && words.readsAs?.test(lower))
      this.restating = restatingOf(clause, [...spots, ...section])
    return clause.ends === ':'
  }

  /** Of the amending law itself: whatever it amends, it is a law. */
  private get ownProfile(): Profile {
    const { tradition, language } = this.words
    return profileFor({ tradition, language, profile: 'law' })
  }

  private profile(): Profile {
    return (
      this.kept.amendments.at(-1)?.profile ??
      this.profileOf({ sort: 'law', title: '', date: null, number: null, gazette: null })
    )
  }

  /** «Признать утратившими силу: 1) Закон …;» */
  private continuesList(clause: Clause): boolean {
    const open = this.settings.findLast(({ deed }) => deed !== undefined)
    if (!open?.deed || clause.ends === ':') return false
    const act = actCitationIn(this.masked, clause.body, clause.end, this.words)
    if (!act) return false
    this.kept.amend(act)
    this.kept.keep(clause, { kind: 'repealAct' })
    return true
  }

  /** Places that a clause names, each for itself. */
  private placed(targets: readonly Target[]): readonly NamedTarget[] {
    return inTitle(this.codeTitle, targets, this.words).map((target) => ({
      ...target,
      role: 'object' as const,
      nests: false,
    }))
  }

  private setsPlace(clause: Clause, text: string, lower: string): boolean {
    if (clause.ends !== ':') return false
    const commands = commandsIn(
      this.masked,
      { start: clause.body, end: clause.end },
      this.profile(),
      this.words,
    )
    const [first] = commands
    if (first && first.deed === 'loseForce' && first.targets.length === 0) {
      this.settings.push({
        level: this.levelOf(clause),
        spots: [],
        opensAct: true,
        contents: false,
        deed: first,
      })
      return true
    }
    const mayOpen = this.words.restateOpens && first?.deed === 'restate'
    if (first && !(mayOpen && first.quotes.length === 0)) return false
    const targets = this.placed(targetsIn(text, this.profile(), this.words))
    const context = this.context(clause)
    const named = spotsOf(
      { targets, lead: lower, words: lower },
      context,
      this.profile(),
      this.words,
    )
    const coded = this.codified(clause)
    const spots = coded ? codifiedSpots(coded, named) : named
    const contents = this.words.contents.test(lower)
    const names = targets.length > 0 || spots.some(({ part }) => part) || contents
    if (!names) return false
    this.settings.push({
      level: this.levelOf(clause),
      spots,
      opensAct: false,
      contents,
      deed: undefined,
    })
    if (this.words.readsAs?.test(lower)) this.restating = restatingOf(clause, [...named, ...spots])
    return true
  }

  /** The spots that a clause inherits: of the setter above it, or of the command before it in one item. */
  private context({ level }: Clause): readonly Spot[] {
    const set = this.settings.findLast(({ spots }) => spots.length > 0)
    return set?.spots ?? (level === undefined ? this.named : [])
  }

  private codified({ body, end }: Clause): Codified | undefined {
    return codifiedIn(unquoted(this.masked, { start: body, end }), this.words)
  }

  /** The article of a command that names one, for what the same item of the law says behind it. */
  private articlesOf([spot]: readonly Spot[]): readonly Spot[] {
    const profile = this.profile()
    const at = spot?.unit.findIndex(({ kind }) => styleOf(profile, kind)?.series === 'act') ?? -1
    return spot && at >= 0 ? [{ unit: spot.unit.slice(0, at + 1) }] : []
  }

  /** "is amended by replacing “A” with “B” in the following provisions:". */
  private quotesWords({ body: start, end }: Clause): boolean {
    return commandsIn(this.masked, { start, end }, this.profile(), this.words).some(
      ({ deed, quotes }) => deed !== 'restate' && quotes.length > 0,
    )
  }

  private command(clause: Clause): void {
    const commands = commandsIn(
      this.masked,
      { start: clause.body, end: clause.end },
      this.profile(),
      this.words,
    )
    if (commands.length === 0 || this.isTitle(clause, commands)) {
      this.unclear(clause)
      return
    }
    const act = actNamedIn(this.masked, clause, commands, this.words)
    if (act) this.kept.amend(act)
    const words = this.masked.text.slice(clause.body, clause.end).toLowerCase()
    if (this.words.contents.test(words) || this.settings.some(({ contents }) => contents)) {
      this.kept.keep(clause, problem('amend/unread:contents'))
      return
    }
    const unquoted = this.words.unquoted.exec(words)?.[0].replace(/\s+\S$/u, '')
    if (unquoted !== undefined) {
      this.kept.keep(clause, problem('amend/unread:unclosed', { words: unquoted }))
      return
    }
    let context = this.context(clause)
    const coded = this.codified(clause)
    for (const [i, said] of commands.entries()) {
      const { targets, ...bare } = withAnnex(said, this.annexes, this.words)
      const command = { ...bare, targets: inTitle(this.codeTitle, targets, this.words) }
      const one = coded && i === 0 ? codifiedCommand(coded, command, context) : command
      const read = instructionsOf(one, context, this.profile(), this.words)
      const range = commands.length === 1 ? { start: clause.start, end: clause.end } : one.range
      if (!read.understood) {
        this.kept.keep(range, read.why)
        continue
      }
      for (const instruction of read.instructions) this.kept.keep(range, instruction)
      context = read.spots
      if (clause.level !== undefined && i === 0) this.named = this.articlesOf(read.spots)
    }
  }

  /** "Section 6 of the … Act of 2002 is repealed", among articles that amend other acts. */
  private repealByItself(clause: Clause, lower: string): void {
    if (!this.words.repealedByItself?.test(lower)) return
    const act = actCitationIn(this.masked, clause.body, clause.end, this.words)
    if (!act) return
    this.kept.amend(act)
    this.codeTitle = undefined
    this.command(clause)
  }

  /** «О признании утратившими силу …» above the law repeals nothing. */
  private isTitle({ body, end }: Clause, [first]: readonly Command[]): boolean {
    const isBare = first?.deed === 'loseForce' && first.targets.length + first.quotes.length === 0
    if (!isBare || this.kept.amendments.length > 0 || this.title !== '') return false
    return actCitationIn(this.masked, body, end, this.words) === undefined
  }

  private unclear(clause: Clause): void {
    const quotes = quotationsWithin(this.masked, clause.body, clause.end)
    const text = this.masked.text.slice(clause.body, clause.end)
    if (this.kept.amendments.length === 0) {
      if (this.title === '') this.title = tidy(this.masked.source.slice(clause.start, clause.end))
      return
    }
    const isAnnexed = text.search(this.words.annexed) >= 0
    if (quotes.length > 0 || clause.ends === ':' || isAnnexed)
      this.kept.keep(clause, problem('amend/unread:no-verb'))
  }
}
