import type { GrammaticalCase } from '../../tradition/declension.ts'
import type { Spot } from '../address.ts'
import type {
  InsertSentences,
  InsertWords,
  Occurrence,
  OmitSentence,
  OmitWords,
  RestateHeading,
  RestateSentence,
  SubstituteWords,
} from '../instruction.ts'
import { sentencesIn } from '../sentences.ts'
import type { Clause } from './clause.ts'
import { ordinalWord } from './ordinal.ts'
import { type Piece, sentencePiece } from './place.ts'
import { wordsText } from './quote-text.ts'
import { quotedPhrase } from './quoted-words.ts'
import { type Saying, slotOf } from './saying.ts'
import { filled, type Slot, type Tongue } from './tongue.ts'

type WordsInstruction =
  | SubstituteWords
  | InsertWords
  | OmitWords
  | RestateSentence
  | InsertSentences
  | OmitSentence
  | RestateHeading

/** The clause of an instruction on words of a unit: some of them, its sentences, its heading. */
export function wordsClause(saying: Saying, instruction: WordsInstruction): Clause {
  const { tongue, place, spot, say } = saying
  switch (instruction.kind) {
    case 'substituteWords': {
      const { at, pairs, occurrence } = instruction
      const old = (grammatical: GrammaticalCase) =>
        quotedPhrase(
          tongue,
          pairs.map((pair) => pair.old),
          grammatical,
        )
      const slots = {
        unit: spot(at),
        old: occurring(tongue, old, occurrence),
        new: (grammatical: GrammaticalCase) =>
          quotedPhrase(
            tongue,
            pairs.map((pair) => pair.new),
            grammatical,
          ),
        which: pairs.length > 1 ? tongue.phrases.respectively : '',
      }
      return say(occurrence === 'each' ? 'substituteEach' : 'substitute', slots, null)
    }
    case 'insertWords': {
      const { at, words, where } = instruction
      const slots = { unit: spot(at), words: quotedSlot(tongue, words) }
      if (!('words' in where))
        return say(where.side === 'start' ? 'insertStart' : 'insertEnd', slots, null)
      const anchor = occurring(tongue, quotedSlot(tongue, where.words), where.occurrence)
      const name = where.side === 'after' ? 'insertAfter' : 'insertBefore'
      return say(name, { ...slots, anchor }, null)
    }
    case 'omitWords': {
      const { at, occurrence } = instruction
      const words = occurring(tongue, quotedSlot(tongue, instruction.words), occurrence)
      return say(occurrence === 'each' ? 'omitEach' : 'omit', { unit: spot(at), words }, null)
    }
    case 'restateSentence': {
      const slots = sentenceSlots(saying, instruction.at)
      return say('restateSentence', slots, wordsText(instruction.words))
    }
    case 'insertSentences': {
      const count = sentencesIn(instruction.words).length
      const { after } = instruction
      const piece: Piece =
        after === 'last'
          ? { noun: tongue.phrases.parts.sentence, number: count > 1 ? 'plural' : 'singular' }
          : sentencePiece(
              tongue,
              Array.from({ length: count }, (_, i) => after + 1 + i),
            )
      const slots = { unit: spot(instruction.at), part: slotOf(tongue, [piece]) }
      return say('insertSentence', slots, wordsText(instruction.words))
    }
    case 'omitSentence':
      return say('omitSentence', sentenceSlots(saying, instruction.at), null)
    case 'restateHeading': {
      const { at, heading } = instruction
      if (heading === null) return say('omitHeading', { unit: place(at) }, null)
      return say('restateHeading', { unit: place(at) }, wordsText(heading))
    }
  }
}

function quotedSlot(tongue: Tongue, text: string): (grammatical: GrammaticalCase) => string {
  return (grammatical) => quotedPhrase(tongue, [text], grammatical)
}

function occurring(
  tongue: Tongue,
  old: (grammatical: GrammaticalCase) => string,
  occurrence: Occurrence,
): (grammatical: GrammaticalCase) => string {
  const { clauses } = tongue.phrases
  if (occurrence === 'sole' || occurrence === 'each') return old
  const phrase = occurrence === 'last' ? clauses.occurrenceLast : clauses.occurrence
  const n = (grammatical: GrammaticalCase) =>
    occurrence === 'last' ? '' : ordinalWord(tongue, occurrence, 'neuter', grammatical)
  const text = typeof phrase === 'string' ? phrase : phrase.full
  return (grammatical) => filled(text, { n, old: old(grammatical) })
}

/** The sentence by itself, its unit, and the sentence of its unit: languages differ in what they name. */
function sentenceSlots({ tongue, place, spot }: Saying, at: Spot): Readonly<Record<string, Slot>> {
  return { unit: place(at.unit), part: sentenceSlot(tongue, at), spot: spot(at) }
}

function sentenceSlot(tongue: Tongue, { part }: Spot): Slot {
  const n = part?.kind === 'sentence' ? part.n : 'last'
  return slotOf(tongue, [sentencePiece(tongue, [n])])
}
