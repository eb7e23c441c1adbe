import { caseForms, type Gender } from '../declension.ts'
import type { AmendingPhrases, CasedNoun } from '../phrases.ts'
import { RUSSIAN_CASES } from './citations-ru.ts'

const forms = (all: string) => all.split('|')

const declined = (all: string) => caseForms(RUSSIAN_CASES, forms(all))

function noun(gender: Gender, singular: string, plural: string): CasedNoun {
  const both = { singular: declined(singular), plural: declined(plural) }
  return { gender, free: both, bound: both }
}

/**
 * Russian amending laws of Kazakhstan: «пункт 3 статьи 6 изложить в следующей редакции:». Sources: the
 * amending laws of 1998, 2011 and 2017, and those of 2021 to 2023 to constitutional laws.
 */
export const phrasesRu: AmendingPhrases = {
  tradition: 'kz',
  language: 'ru',
  largerCase: 'genitive',
  quotes: [
    ['«', '»'],
    ['"', '"'],
    ['“', '”'],
  ],
  quoted: '{noun} {quote}',
  quotedNouns: {
    word: {
      singular: declined('слово|слова|слову|слово|словом|слове'),
      plural: declined('слова|слов|словам|слова|словами|словах'),
    },
    figure: {
      singular: declined('цифра|цифры|цифре|цифру|цифрой|цифре'),
      plural: declined('цифры|цифр|цифрам|цифры|цифрами|цифрах'),
    },
    sign: {
      singular: declined(
        'знак препинания|знака препинания|знаку препинания|знак препинания|знаком препинания|знаке препинания',
      ),
      plural: declined(
        'знаки препинания|знаков препинания|знакам препинания|знаки препинания|знаками препинания|знаках препинания',
      ),
    },
    abbreviation: {
      singular: declined(
        'аббревиатура|аббревиатуры|аббревиатуре|аббревиатуру|аббревиатурой|аббревиатуре',
      ),
      plural: declined(
        'аббревиатуры|аббревиатур|аббревиатурам|аббревиатуры|аббревиатурами|аббревиатурах',
      ),
    },
  },
  and: 'и',
  respectively: 'соответственно',
  items: ['{n}.', '{n})'],
  numberedTwice: ['constitution'],
  range: '{from}–{to}',
  counted: '{noun} {n}',
  named: '{noun} {n}',
  lost: {
    masculine: 'утратившим',
    feminine: 'утратившей',
    neuter: 'утратившим',
    many: 'утратившими',
  },
  which: { masculine: 'который', feminine: 'которая', neuter: 'которое', many: 'которые' },
  last: {
    masculine: declined('последний|последнего|последнему|последний|последним|последнем'),
    feminine: declined('последняя|последней|последней|последнюю|последней|последней'),
    neuter: declined('последнее|последнего|последнему|последнее|последним|последнем'),
  },
  parts: {
    heading: noun(
      'masculine',
      'заголовок|заголовка|заголовку|заголовок|заголовком|заголовке',
      'заголовки|заголовков|заголовкам|заголовки|заголовками|заголовках',
    ),
    sentence: noun(
      'neuter',
      'предложение|предложения|предложению|предложение|предложением|предложении',
      'предложения|предложений|предложениям|предложения|предложениями|предложениях',
    ),
    table: noun(
      'feminine',
      'таблица|таблицы|таблице|таблицу|таблицей|таблице',
      'таблицы|таблиц|таблицам|таблицы|таблицами|таблицах',
    ),
    row: noun(
      'feminine',
      'строка|строки|строке|строку|строкой|строке',
      'строки|строк|строкам|строки|строками|строках',
    ),
    column: noun(
      'feminine',
      'графа|графы|графе|графу|графой|графе',
      'графы|граф|графам|графы|графами|графах',
    ),
  },
  frames: {
    preface: noun(
      'feminine',
      'вводная часть|вводной части|вводной части|вводную часть|вводной частью|вводной части',
      'вводные части|вводных частей|вводным частям|вводные части|вводными частями|вводных частях',
    ),
    preamble: noun(
      'feminine',
      'преамбула|преамбулы|преамбуле|преамбулу|преамбулой|преамбуле',
      'преамбулы|преамбул|преамбулам|преамбулы|преамбулами|преамбулах',
    ),
    conclusions: noun(
      'feminine',
      'заключительная часть|заключительной части|заключительной части|заключительную часть|заключительной частью|заключительной части',
      'заключительные части|заключительных частей|заключительным частям|заключительные части|заключительными частями|заключительных частях',
    ),
  },
  leadIn: 'в {unit.prepositional}:',
  missing: {
    inUnit: 'в {holder.prepositional} нет {unit.genitive}',
    inAct: 'в акте нет {unit.genitive}',
  },
  leadsCounted: true,
  clauses: {
    substitute: '[в {unit.prepositional}] {old.accusative} заменить {which} {new.instrumental}',
    substituteEach:
      '[в {unit.prepositional}] по всему тексту {old.accusative} заменить {which} {new.instrumental}',
    insertAfter: '[{unit.accusative}] после {anchor.genitive} дополнить {words.instrumental}',
    insertBefore: '[{unit.accusative}] перед {anchor.instrumental} дополнить {words.instrumental}',
    insertStart: '[{unit.accusative}] в начале дополнить {words.instrumental}',
    insertEnd: '[{unit.accusative}] дополнить {words.instrumental}',
    omit: '[в {unit.prepositional}] {words.accusative} исключить',
    omitEach: '[в {unit.prepositional}] по всему тексту {words.accusative} исключить',
    restateSentence: '[в {unit.prepositional}] {part.accusative} изложить в следующей редакции:',
    insertSentence: '[{unit.accusative}] дополнить {part.instrumental} следующего содержания:',
    insertSentenceLast: '[{unit.accusative}] дополнить {part.instrumental} следующего содержания:',
    omitSentence: '[в {unit.prepositional}] {part.accusative} исключить',
    restateHeading: 'заголовок [{unit.genitive}] изложить в следующей редакции:',
    omitHeading: 'заголовок [{unit.genitive}] исключить',
    restateUnits: '{units.accusative} изложить в следующей редакции:',
    restateAnnexed: '{units.accusative} изложить в редакции согласно {annex} к настоящему Закону',
    insertAnnexed: 'дополнить {units.instrumental} согласно {annex} к настоящему Закону',
    restateAct: 'изложить в следующей редакции:',
    insertUnits: '[{unit.accusative}] дополнить {units.instrumental} следующего содержания:',
    insertUnitsAfter:
      '[{unit.accusative}] после {sibling.genitive} дополнить {units.instrumental} следующего содержания:',
    insertUnitsBefore:
      '[{unit.accusative}] перед {sibling.instrumental} дополнить {units.instrumental} следующего содержания:',
    insertUnitsStart:
      '[{unit.accusative}] в начале дополнить {units.instrumental} следующего содержания:',
    insertUnitsEnd:
      '[{unit.accusative}] в конце дополнить {units.instrumental} следующего содержания:',
    exclude: '{units.accusative} исключить',
    loseForce: '{units.accusative} признать {lost} силу',
    repealAct: 'признать утратившим силу',
    renumber: '{units.accusative} считать {to.instrumental}',
    nestText: 'текст {unit.genitive} считать {to.instrumental}',
    move: '{units.accusative} перенести [в {into.accusative}] [и считать {to.instrumental}]',
    moveStart:
      '{units.accusative} перенести в начало [{into.genitive}] [и считать {to.instrumental}]',
    moveEnd: '{units.accusative} перенести в конец [{into.genitive}] [и считать {to.instrumental}]',
    moveAfter:
      '{units.accusative} перенести [в {into.accusative}] после {sibling.genitive} [и считать {to.instrumental}]',
    moveBefore:
      '{units.accusative} перенести [в {into.accusative}] перед {sibling.instrumental} [и считать {to.instrumental}]',
    insertRow: '{table.accusative} после {row.genitive} дополнить строкой следующего содержания:',
    insertRowFirst: '{table.accusative} дополнить первой строкой следующего содержания:',
    restateRow: '{row.accusative} изложить в следующей редакции:',
    omitRow: '{row.accusative} исключить',
    suspend: 'приостановить действие {units.genitive}',
    suspendFrom: 'приостановить с {from} действие {units.genitive}',
    suspendUntil: 'приостановить [с {from}] до {until} действие {units.genitive}',
    occurrence: '{old} (при {n.prepositional} упоминании)',
    occurrenceLast: '{old} (при последнем упоминании)',
  },
  law: {
    title: 'О внесении {changes} в {act}',
    titleMany: 'О внесении {changes} в некоторые законодательные акты Республики Казахстан',
    titleChange: { one: 'изменения', many: 'изменений' },
    titleAddition: { one: 'дополнения', many: 'дополнений' },
    lead: 'Внести в {act} {following} {changes}:',
    leadChange: { one: 'изменение', many: 'изменения' },
    leadAddition: { one: 'дополнение', many: 'дополнения' },
    following: { one: 'следующее', many: 'следующие' },
    join: { one: 'и', many: 'и' },
    article: 'Статья {n}.',
    acts: {
      constitution: {
        title: '{title}',
        lead: '{title}[ ({gazette})]',
        leadDated: '{title}, принятую на республиканском референдуме {date}[ ({gazette})],',
        forms: [[/^Конституция/u, 'Конституцию']],
      },
      code: {
        title: '{title}',
        lead: '{title}[ от {date}][ № {number}][ ({gazette})]',
        forms: [],
      },
      law: {
        unnamed: '',
        title: 'Закон Республики Казахстан[ «{title}»]',
        lead: 'Закон Республики Казахстан[ от {date}][ № {number}][ «{title}»][ ({gazette})]',
        forms: [
          [/^Закон(?:\s+Республики\s+Казахстан)?\s+(?:от\s[^«]*)?«([^«»]*)»$/iu, '$1'],
          [/^Закон\s+Республики\s+Казахстан\s+/iu, ''],
          [/^Закон\s+(?=Об?\s)/iu, ''],
        ],
      },
    },
    bareSort:
      /^(?:(?:конституционный|федеральный)\s+)?(?:закон|кодекс)(?:\s+(?:\p{L}+\s+)?республики(?:\s+\p{L}+)?|\s+российской\s+федерации)?$/iu,
    names: ['Республики Казахстан', 'Республика Казахстан', 'Российской Федерации'],
    date: '{d} {month} {y} года',
    months: {
      nominative: forms(
        'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
      ),
    },
    commencement: {
      all: 'Настоящий Закон вводится в действие {when}',
      part: '{of} вводится в действие {when}',
      partMany: '{of} вводятся в действие {when}',
      exceptPlace: 'behind',
      except: ', за исключением {parts}',
      exceptPart: '{of.genitive}, {which} вводится в действие {when}',
      exceptPartMany: '{of.genitive}, {which} вводятся в действие {when}',
      onDate: 'с {date}',
      onPublication: 'со дня его первого официального опубликования',
      afterDays:
        'по истечении {days} календарных дней после дня его первого официального опубликования',
      afterDay:
        'по истечении {days} календарного дня после дня его первого официального опубликования',
      days: {
        10: 'десяти',
        20: 'двадцати',
        30: 'тридцати',
        60: 'шестидесяти',
        90: 'девяноста',
      },
    },
    signature: ['Президент', 'Республики Казахстан'],
    annex: {
      one: 'приложению',
      many: 'приложению {n}',
      head: 'Приложение [{n}] к Закону Республики Казахстан',
    },
    enacting: null,
  },
}
